import type { Framework } from './framework.js';

export const feathers = {
  id: 'feathers',
  packages: ['@feathersjs/feathers'],
  defaultPort: 3030,
  listensOnLoopback: false,
  constructors: [],
  refines: ['express', 'koa'],
} as const satisfies Framework;
