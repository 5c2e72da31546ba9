import type { Framework } from './framework.js';

export const ktor = {
  id: 'ktor',
  packages: ['io.ktor:ktor-server-core'],
  family: /^io\.ktor:ktor-server-/u,
  refines: [],
  plugins: ['io.ktor.plugin'],
  defaultPort: 8080,
  portKeys: ['ktor.deployment.port'],
  hostKeys: ['ktor.deployment.host'],
  environment: () => ({}),
  run: { gradle: ['run'] },
  reloads: false,
} as const satisfies Framework;
