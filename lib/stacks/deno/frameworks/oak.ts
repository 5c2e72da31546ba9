import type { Framework } from './framework.js';

export const oak = {
  id: 'oak',
  packages: ['@oak/oak', 'oak'],
  refines: [],
  entries: [],
} as const satisfies Framework;
