import type { Framework } from './framework.js';

export const revel = {
  id: 'revel',
  packages: ['github.com/revel/revel'],
  refines: [],
  // conf/app.conf: http.port = 9000
  defaultPort: 9000,
  generator: 'revel',
  makes: /\brevel\.\w+/u,
} as const satisfies Framework;
