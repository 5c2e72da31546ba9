import type { Framework } from './framework.js';

export const helidon = {
  id: 'helidon',
  packages: ['io.helidon.webserver:helidon-webserver'],
  family: /^io\.helidon\./u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: ['server.port'],
  hostKeys: ['server.host'],
  environment: (port) => ({ SERVER_HOST: '0.0.0.0', SERVER_PORT: String(port) }),
  run: {},
  reloads: false,
} as const satisfies Framework;
