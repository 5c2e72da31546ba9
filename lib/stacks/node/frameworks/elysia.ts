import type { Framework } from './framework.js';

export const elysia = {
  id: 'elysia',
  packages: ['elysia'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['Elysia'],
  refines: [],
} as const satisfies Framework;
