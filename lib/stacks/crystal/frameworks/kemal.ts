import type { Framework } from './framework.js';

export const kemal = {
  id: 'kemal',
  packages: ['kemal'],
  refines: [],
  environment: 'KEMAL_ENV',
} as const satisfies Framework;
