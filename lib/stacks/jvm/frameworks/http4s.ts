import type { Framework } from './framework.js';

export const http4s = {
  id: 'http4s',
  packages: ['org.http4s:http4s-dsl'],
  family: /^org\.http4s:http4s-(?:ember|blaze|netty|jetty)-server$|^org\.http4s:http4s-dsl$/u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
