import type { Framework } from './framework.js';

export const keystone = {
  id: 'keystone',
  packages: ['@keystone-6/core'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['express', 'nextjs', 'react', 'vue', 'svelte', 'preact', 'solid'],
} as const satisfies Framework;
