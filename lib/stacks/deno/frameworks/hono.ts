import type { Framework } from './framework.js';

export const hono = {
  id: 'hono',
  packages: ['hono', '@hono/hono'],
  refines: [],
  entries: [],
} as const satisfies Framework;
