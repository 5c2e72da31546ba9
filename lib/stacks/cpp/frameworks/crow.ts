import type { Framework } from './framework.js';

export const crow = {
  id: 'crow',
  packages: ['crow', 'Crow'],
  refines: [],
  // the port of its guide
  defaultPort: 18080,
  makes: /\bcrow::\w*App\b|\bCROW_ROUTE\(/u,
} as const satisfies Framework;
