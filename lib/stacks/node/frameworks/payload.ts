import type { Framework } from './framework.js';

export const payload = {
  id: 'payload',
  packages: ['payload'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['nextjs', 'express', 'react', 'vue', 'svelte', 'preact', 'solid'],
} as const satisfies Framework;
