import type { Framework } from './framework.js';

export const leptos = {
  id: 'leptos',
  packages: ['leptos', 'leptos_axum', 'leptos_actix'],
  refines: ['axum', 'actix-web'],
  // cargo-leptos: site-addr 127.0.0.1:3000
  defaultPort: 3000,
  makes: /\bleptos_(?:axum|actix)\b|\bgenerate_route_list\b/u,
  environment: (port) => ({ LEPTOS_SITE_ADDR: `0.0.0.0:${port}` }),
} as const satisfies Framework;
