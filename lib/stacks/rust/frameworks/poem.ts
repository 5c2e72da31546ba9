import type { Framework } from './framework.js';

export const poem = {
  id: 'poem',
  packages: ['poem', 'poem-openapi'],
  refines: ['hyper'],
  // the port of its guide
  defaultPort: 3000,
  makes: /\bServer::new\(/u,
} as const satisfies Framework;
