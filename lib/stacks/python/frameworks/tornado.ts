import type { Framework } from './framework.js';

export const tornado = {
  id: 'tornado',
  packages: ['tornado'],
  modules: ['tornado'],
  kind: 'program',
  defaultPort: 8888,
  constructors: ['tornado.web.Application', 'web.Application', 'Application'],
  refines: [],
} as const satisfies Framework;
