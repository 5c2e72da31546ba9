import type { Framework } from './framework.js';

export const strapi = {
  id: 'strapi',
  packages: ['@strapi/strapi'],
  defaultPort: 1337,
  listensOnLoopback: false,
  // docs.strapi.io, "Deployment": answers 204
  health: '/_health',
  // @strapi/provider-upload-local
  keeps: ['public/uploads'],
  constructors: [],
  refines: ['koa', 'react', 'vue', 'svelte', 'preact', 'solid'],
} as const satisfies Framework;
