import type { Framework } from './framework.js';

export const starlette = {
  id: 'starlette',
  packages: ['starlette'],
  modules: ['starlette'],
  kind: 'asgi',
  defaultPort: 8000,
  constructors: ['Starlette'],
  refines: [],
} as const satisfies Framework;
