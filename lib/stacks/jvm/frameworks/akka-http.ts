import type { Framework } from './framework.js';

export const akkaHttp = {
  id: 'akka-http',
  packages: ['com.typesafe.akka:akka-http'],
  family: /^com\.typesafe\.akka:akka-http$/u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
