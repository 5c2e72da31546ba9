import type { Framework } from './framework.js';

export const lucky = {
  id: 'lucky',
  packages: ['lucky'],
  refines: [],
  environment: 'LUCKY_ENV',
} as const satisfies Framework;
