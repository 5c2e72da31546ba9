import type { Framework } from './framework.js';

export const hapi = {
  id: 'hapi',
  packages: ['@hapi/hapi'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['[hH]api\\.[sS]erver'],
  refines: [],
} as const satisfies Framework;
