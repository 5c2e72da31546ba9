import type { Framework } from './framework.js';

export const springBoot = {
  id: 'spring-boot',
  packages: ['org.springframework.boot:spring-boot'],
  family: /^org\.springframework\.(?:boot|cloud):/u,
  refines: [],
  plugins: ['spring-boot-maven-plugin', 'org.springframework.boot'],
  defaultPort: 8080,
  portKeys: ['server.port'],
  hostKeys: ['server.address'],
  hostVariable: 'SERVER_ADDRESS',
  environment: (port) => ({ SERVER_PORT: String(port) }),
  run: { maven: ['spring-boot:run'], gradle: ['bootRun'] },
  reloads: false,
} as const satisfies Framework;
