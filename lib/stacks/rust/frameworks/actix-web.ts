import type { Framework } from './framework.js';

export const actixWeb = {
  id: 'actix-web',
  packages: ['actix-web'],
  refines: [],
  // the port of its guide
  defaultPort: 8080,
  makes: /\bHttpServer::new\(/u,
} as const satisfies Framework;
