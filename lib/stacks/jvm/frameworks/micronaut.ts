import type { Framework } from './framework.js';

export const micronaut = {
  id: 'micronaut',
  packages: ['io.micronaut:micronaut-runtime'],
  family: /^io\.micronaut(?:\.platform)?:/u,
  refines: [],
  plugins: ['micronaut-maven-plugin', 'io.micronaut.application', 'io.micronaut.minimal.application'],
  defaultPort: 8080,
  portKeys: ['micronaut.server.port'],
  hostKeys: ['micronaut.server.host'],
  environment: (port) => ({ MICRONAUT_SERVER_HOST: '0.0.0.0', MICRONAUT_SERVER_PORT: String(port) }),
  run: { maven: ['mn:run'], gradle: ['run'] },
  reloads: false,
} as const satisfies Framework;
