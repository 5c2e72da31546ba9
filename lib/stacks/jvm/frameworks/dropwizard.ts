import type { Framework } from './framework.js';

export const dropwizard = {
  id: 'dropwizard',
  packages: ['io.dropwizard:dropwizard-core'],
  family: /^io\.dropwizard:dropwizard-core$/u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: ['server.connector.port', 'server.applicationconnectors.port'],
  hostKeys: ['server.connector.bindhost', 'server.applicationconnectors.bindhost'],
  settings: ['config.yml', 'config.yaml', 'configuration.yml'],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
