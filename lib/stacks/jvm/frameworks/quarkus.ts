import type { Framework } from './framework.js';

export const quarkus = {
  id: 'quarkus',
  packages: ['io.quarkus:quarkus-core'],
  family: /^io\.quarkus(?:\.platform)?:quarkus-/u,
  refines: ['vertx'],
  plugins: ['quarkus-maven-plugin', 'io.quarkus'],
  defaultPort: 8080,
  portKeys: ['quarkus.http.port'],
  hostKeys: ['quarkus.http.host'],
  environment: (port) => ({ QUARKUS_HTTP_HOST: '0.0.0.0', QUARKUS_HTTP_PORT: String(port) }),
  run: { maven: ['quarkus:dev'], gradle: ['quarkusDev'] },
  reloads: true,
} as const satisfies Framework;
