import type { Framework } from './framework.js';

export const plug = {
  id: 'plug',
  packages: ['plug_cowboy', 'bandit', 'plug'],
  refines: [],
  defaultPort: 4000,
  development: ['mix', 'run', '--no-halt'],
  environment: {},
} as const satisfies Framework;
