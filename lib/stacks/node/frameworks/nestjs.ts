import type { Framework } from './framework.js';

export const nestjs = {
  id: 'nestjs',
  packages: ['@nestjs/core'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['express', 'fastify'],
} as const satisfies Framework;
