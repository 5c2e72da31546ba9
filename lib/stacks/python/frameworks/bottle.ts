import type { Framework } from './framework.js';

export const bottle = {
  id: 'bottle',
  packages: ['bottle'],
  modules: ['bottle'],
  kind: 'wsgi',
  defaultPort: 8080,
  constructors: ['Bottle', 'default_app'],
  refines: [],
} as const satisfies Framework;
