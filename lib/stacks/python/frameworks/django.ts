import type { Framework } from './framework.js';

export const django = {
  id: 'django',
  packages: ['django'],
  modules: ['django'],
  kind: 'wsgi',
  defaultPort: 8000,
  constructors: ['get_wsgi_application', 'get_asgi_application'],
  refines: [],
} as const satisfies Framework;
