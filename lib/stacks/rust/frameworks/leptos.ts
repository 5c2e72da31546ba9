import type { Framework } from './framework.js';

export const leptos = {
  id: 'leptos',
  packages: ['leptos', 'leptos_axum', 'leptos_actix'],
  refines: ['axum', 'actix-web'],
  // cargo-leptos: site-addr 127.0.0.1:3000
  defaultPort: 3000,
  makes: /\bleptos_(?:axum|actix)\b|\bgenerate_route_list\b/u,
  // the server without what cargo-leptos makes for browsers answers nothing (book.leptos.dev, deployment)
  tool: {
    metadata: 'leptos',
    setup: ['# the server and what browsers load are built by cargo-leptos', 'RUN rustup target add wasm32-unknown-unknown && cargo install cargo-leptos --version 0.3.6 --locked'],
    packages: ['clang', 'libssl-dev', 'make', 'perl', 'pkg-config'],
    build: ['cargo', 'leptos', 'build', '--release'],
    development: ['cargo', 'leptos', 'watch'],
  },
  environment: (port) => ({ LEPTOS_SITE_ADDR: `0.0.0.0:${port}` }),
} as const satisfies Framework;
