import type { Framework } from './framework.js';

export const fresh = {
  id: 'fresh',
  packages: ['@fresh/core', 'fresh', '$fresh'],
  refines: [],
  entries: ['main.ts', 'main.tsx'],
} as const satisfies Framework;
