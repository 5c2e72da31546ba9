import type { Framework } from './framework.js';

export const eleventy = {
  id: 'eleventy',
  packages: ['@11ty/eleventy'],
  defaultPort: 8080,
  listensOnLoopback: false,
  constructors: [],
  refines: [],
  build: {
    development: ['eleventy', '--serve'],
    developmentOptions: [],
    portOption: '--port',
    build: ['eleventy'],
    files: { output: '_site', fallback: false },
    environment: {},
    prefixes: [],
  },
} as const satisfies Framework;
