import type { Framework } from './framework.js';

export const strapi = {
  id: 'strapi',
  packages: ['@strapi/strapi'],
  defaultPort: 1337,
  listensOnLoopback: false,
  constructors: [],
  refines: ['koa', 'react', 'vue', 'svelte', 'preact', 'solid'],
} as const satisfies Framework;
