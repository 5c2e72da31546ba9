import type { Framework } from './framework.js';

export const aiohttp = {
  id: 'aiohttp',
  packages: ['aiohttp'],
  modules: ['aiohttp'],
  kind: 'program',
  defaultPort: 8080,
  constructors: ['web.Application'],
  refines: [],
} as const satisfies Framework;
