import type { Framework } from './framework.js';

export const solidStart = {
  id: 'solid-start',
  packages: ['@solidjs/start', 'solid-start'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['solid'],
  build: {
    development: ['vinxi', 'dev'],
    developmentOptions: ['--host', '0.0.0.0'],
    portOption: '--port',
    build: ['vinxi', 'build'],
    server: {
      start: ['node', '.output/server/index.mjs'],
      parts: [['.output', './.output']],
      dependencies: false,
    },
    environment: { HOST: '0.0.0.0' },
    prefixes: ['VITE_'],
  },
} as const satisfies Framework;
