import type { Framework } from './framework.js';

export const amber = {
  id: 'amber',
  packages: ['amber'],
  refines: [],
  environment: 'AMBER_ENV',
} as const satisfies Framework;
