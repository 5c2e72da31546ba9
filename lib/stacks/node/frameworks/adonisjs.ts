import type { Framework } from './framework.js';

export const adonisjs = {
  id: 'adonisjs',
  packages: ['@adonisjs/core'],
  defaultPort: 3333,
  listensOnLoopback: false,
  constructors: [],
  routerModule: '@adonisjs/core/services/router',
  refines: [],
} as const satisfies Framework;
