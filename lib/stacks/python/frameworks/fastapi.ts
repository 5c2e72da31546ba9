import type { Framework } from './framework.js';

export const fastapi = {
  id: 'fastapi',
  packages: ['fastapi', 'fastapi[standard]'],
  modules: ['fastapi'],
  kind: 'asgi',
  defaultPort: 8000,
  constructors: ['FastAPI'],
  refines: ['starlette'],
} as const satisfies Framework;
