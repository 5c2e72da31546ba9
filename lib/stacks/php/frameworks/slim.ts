import type { Framework } from './framework.js';

export const slim = {
  id: 'slim',
  packages: ['slim/slim'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8080,
  writable: ['var/cache', 'logs'],
  environment: {},
} as const satisfies Framework;
