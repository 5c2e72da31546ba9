import type { Framework } from './framework.js';

export const falcon = {
  id: 'falcon',
  packages: ['falcon'],
  modules: ['falcon'],
  kind: 'wsgi',
  defaultPort: 8000,
  constructors: ['falcon.App', 'falcon.API', 'falcon.asgi.App', 'asgi.App'],
  asynchronous: /\bfalcon\.asgi\b/u,
  refines: [],
} as const satisfies Framework;
