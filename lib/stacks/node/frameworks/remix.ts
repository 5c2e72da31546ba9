import type { Framework } from './framework.js';

export const remix = {
  id: 'remix',
  packages: ['@remix-run/dev', '@remix-run/react'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react'],
  build: {
    development: ['remix', 'vite:dev'],
    developmentOptions: ['--host', '0.0.0.0', '--strictPort'],
    portOption: '--port',
    build: ['remix', 'vite:build'],
    server: {
      start: ['remix-serve', './build/server/index.js'],
      parts: [['build', './build'], ['package.json', './']],
      dependencies: true,
      adapters: ['@remix-run/serve'],
    },
    files: { output: 'build/client', fallback: true, defaultPort: 5173 },
    environment: { HOST: '0.0.0.0' },
    prefixes: ['VITE_'],
  },
} as const satisfies Framework;
