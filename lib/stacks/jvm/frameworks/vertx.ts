import type { Framework } from './framework.js';

export const vertx = {
  id: 'vertx',
  packages: ['io.vertx:vertx-core'],
  family: /^io\.vertx:vertx-(?:web|core|launcher-application|lang-kotlin)$/u,
  refines: [],
  plugins: ['io.vertx.vertx-plugin'],
  defaultPort: 8080,
  portKeys: ['http.port'],
  hostKeys: ['http.host'],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
