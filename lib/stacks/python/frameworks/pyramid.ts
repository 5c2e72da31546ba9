import type { Framework } from './framework.js';

export const pyramid = {
  id: 'pyramid',
  packages: ['pyramid'],
  modules: ['pyramid'],
  kind: 'wsgi',
  defaultPort: 6543,
  constructors: ['make_wsgi_app'],
  // docs.pylonsproject.org, Startup: a factory gets the global settings of its file first
  factoryArguments: '{}',
  paste: { production: 'production.ini', development: 'development.ini' },
  refines: [],
} as const satisfies Framework;
