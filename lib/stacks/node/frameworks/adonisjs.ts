import type { Framework } from './framework.js';

export const adonisjs = {
  id: 'adonisjs',
  packages: ['@adonisjs/core'],
  defaultPort: 3333,
  listensOnLoopback: false,
  constructors: [],
  refines: [],
} as const satisfies Framework;
