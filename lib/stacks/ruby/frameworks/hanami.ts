import type { Framework } from './framework.js';

export const hanami = {
  id: 'hanami',
  packages: ['hanami'],
  refines: [],
  defaultPort: 2300,
  writable: ['tmp'],
  environment: {
    common: {},
    development: { HANAMI_ENV: 'development' },
    test: { HANAMI_ENV: 'test' },
    production: { HANAMI_ENV: 'production', RACK_ENV: 'production', HANAMI_SERVE_ASSETS: 'true' },
  },
} as const satisfies Framework;
