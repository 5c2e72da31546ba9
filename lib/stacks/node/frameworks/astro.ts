import type { Framework } from './framework.js';

export const astro = {
  id: 'astro',
  packages: ['astro'],
  defaultPort: 4321,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react', 'vue', 'svelte', 'preact', 'solid'],
  build: {
    development: ['astro', 'dev'],
    developmentOptions: ['--host', '0.0.0.0'],
    portOption: '--port',
    build: ['astro', 'build'],
    server: {
      start: ['node', './dist/server/entry.mjs'],
      parts: [['dist', './dist'], ['package.json', './']],
      dependencies: true,
      adapters: ['@astrojs/node'],
    },
    files: { output: 'dist', fallback: false },
    environment: { HOST: '0.0.0.0' },
    prefixes: ['PUBLIC_'],
  },
} as const satisfies Framework;
