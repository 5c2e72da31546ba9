import type { Framework } from './framework.js';

export const mezzio = {
  id: 'mezzio',
  packages: ['mezzio/mezzio'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8080,
  writable: ['data/cache'],
  environment: {},
} as const satisfies Framework;
