import type { Framework } from './framework.js';

export const tonic = {
  id: 'tonic',
  packages: ['tonic'],
  refines: ['hyper'],
  // the port of its examples
  defaultPort: 50051,
  makes: /\bServer::builder\(/u,
  http2Only: true,
} as const satisfies Framework;
