import type { Framework } from './framework.js';

export const hono = {
  id: 'hono',
  packages: ['hono'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['Hono', 'OpenAPIHono'],
  refines: [],
} as const satisfies Framework;
