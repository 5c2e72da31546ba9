import type { Framework } from './framework.js';

export const oatpp = {
  id: 'oatpp',
  packages: ['oatpp'],
  refines: [],
  // the port of its guide
  defaultPort: 8000,
  makes: /\boatpp::/u,
} as const satisfies Framework;
