import type { Framework } from './framework.js';

export const payload = {
  id: 'payload',
  packages: ['payload'],
  defaultPort: 3000,
  listensOnLoopback: false,
  // since version 3 it is a part of an app of Next.js
  builtWith: 'nextjs',
  constructors: [],
  refines: ['nextjs', 'express', 'react', 'vue', 'svelte', 'preact', 'solid'],
} as const satisfies Framework;
