import type { Framework } from './framework.js';

export const fastify = {
  id: 'fastify',
  packages: ['fastify'],
  defaultPort: 3000,
  // fastify/fastify docs/Reference/Server.md, listen: localhost when no host is given
  listensOnLoopback: true,
  constructors: ['fastify', 'Fastify'],
  refines: [],
} as const satisfies Framework;
