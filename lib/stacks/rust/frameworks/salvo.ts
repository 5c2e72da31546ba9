import type { Framework } from './framework.js';

export const salvo = {
  id: 'salvo',
  packages: ['salvo'],
  refines: ['hyper'],
  // the port of its guide
  defaultPort: 5800,
  makes: /\bServer::new\(/u,
} as const satisfies Framework;
