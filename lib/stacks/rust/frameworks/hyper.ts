import type { Framework } from './framework.js';

export const hyper = {
  id: 'hyper',
  packages: ['hyper'],
  refines: [],
  // the port of its guide
  defaultPort: 3000,
  makes: /\bServer::bind\(|\bhttp[12]::Builder\b|\bserve_connection\b/u,
} as const satisfies Framework;
