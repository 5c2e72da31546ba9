import type { Framework } from './framework.js';

export const http4k = {
  id: 'http4k',
  packages: ['org.http4k:http4k-core'],
  family: /^org\.http4k:http4k-(?:core|server-)/u,
  refines: [],
  plugins: [],
  defaultPort: 8000,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
