import type { Framework } from './framework.js';

export const rocket = {
  id: 'rocket',
  packages: ['rocket'],
  refines: ['hyper'],
  // rocket config: port 8000, address 127.0.0.1
  defaultPort: 8000,
  makes: /\brocket::(?:build|custom|ignite)\(|#\[(?:rocket::)?launch\]/u,
  environment: (port) => ({ ROCKET_ADDRESS: '0.0.0.0', ROCKET_PORT: String(port) }),
} as const satisfies Framework;
