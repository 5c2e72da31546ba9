import type { Framework } from './framework.js';

export const restify = {
  id: 'restify',
  packages: ['restify'],
  defaultPort: 8080,
  listensOnLoopback: false,
  constructors: ['restify\\.createServer'],
  refines: [],
} as const satisfies Framework;
