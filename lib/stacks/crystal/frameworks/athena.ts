import type { Framework } from './framework.js';

export const athena = {
  id: 'athena',
  packages: ['athena', 'athena-framework'],
  refines: [],
  environment: 'ATHENA_ENV',
} as const satisfies Framework;
