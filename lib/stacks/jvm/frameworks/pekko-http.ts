import type { Framework } from './framework.js';

export const pekkoHttp = {
  id: 'pekko-http',
  packages: ['org.apache.pekko:pekko-http'],
  family: /^org\.apache\.pekko:pekko-http$/u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
