import type { Framework } from './framework.js';

export const jekyll = {
  id: 'jekyll',
  packages: ['jekyll', 'github-pages'],
  refines: [],
  defaultPort: 4000,
  writable: [],
  environment: { common: {}, development: {}, test: {}, production: { JEKYLL_ENV: 'production' } },
  site: '_site',
} as const satisfies Framework;
