import type { Framework } from './framework.js';

export const pyramid = {
  id: 'pyramid',
  packages: ['pyramid'],
  modules: ['pyramid'],
  kind: 'wsgi',
  defaultPort: 6543,
  constructors: ['make_wsgi_app'],
  refines: [],
} as const satisfies Framework;
