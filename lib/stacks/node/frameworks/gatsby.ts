import type { Framework } from './framework.js';

export const gatsby = {
  id: 'gatsby',
  packages: ['gatsby'],
  defaultPort: 8000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react'],
  build: {
    development: ['gatsby', 'develop'],
    developmentOptions: ['--host', '0.0.0.0'],
    portOption: '--port',
    build: ['gatsby', 'build'],
    files: { output: 'public', fallback: false },
    environment: {},
    prefixes: ['GATSBY_'],
  },
} as const satisfies Framework;
