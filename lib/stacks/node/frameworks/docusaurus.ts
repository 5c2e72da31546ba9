import type { Framework } from './framework.js';

export const docusaurus = {
  id: 'docusaurus',
  packages: ['@docusaurus/core'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react'],
  build: {
    development: ['docusaurus', 'start'],
    developmentOptions: ['--host', '0.0.0.0', '--no-open'],
    portOption: '--port',
    build: ['docusaurus', 'build'],
    files: { output: 'build', fallback: false },
    environment: {},
    // the persistent cache of its bundlers (docusaurus.io, "Docusaurus Faster")
    cache: { folder: 'node_modules/.cache' },
    prefixes: [],
  },
} as const satisfies Framework;
