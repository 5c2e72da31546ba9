import type { Framework } from './framework.js';

export const phoenix = {
  id: 'phoenix',
  packages: ['phoenix'],
  refines: ['plug'],
  defaultPort: 4000,
  development: ['mix', 'phx.server'],
  environment: { PHX_SERVER: 'true' },
} as const satisfies Framework;
