import type { Framework } from './framework.js';

export const litestar = {
  id: 'litestar',
  packages: ['litestar'],
  modules: ['litestar'],
  kind: 'asgi',
  defaultPort: 8000,
  constructors: ['Litestar'],
  refines: ['starlette'],
} as const satisfies Framework;
