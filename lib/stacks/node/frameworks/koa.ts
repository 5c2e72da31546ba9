import type { Framework } from './framework.js';

export const koa = {
  id: 'koa',
  packages: ['koa'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['Koa'],
  refines: [],
} as const satisfies Framework;
