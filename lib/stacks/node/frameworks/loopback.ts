import type { Framework } from './framework.js';

export const loopback = {
  id: 'loopback',
  packages: ['@loopback/core', 'loopback'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['express'],
} as const satisfies Framework;
