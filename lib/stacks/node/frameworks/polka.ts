import type { Framework } from './framework.js';

export const polka = {
  id: 'polka',
  packages: ['polka'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['polka'],
  refines: [],
} as const satisfies Framework;
