import type { Framework } from './framework.js';

export const react = {
  id: 'react',
  packages: ['react'],
  defaultPort: 5173,
  listensOnLoopback: false,
  constructors: [],
  refines: [],
  builtBy: ['vite'],
  build: {
    development: ['vite'],
    developmentOptions: ['--host', '0.0.0.0', '--strictPort'],
    portOption: '--port',
    build: ['vite', 'build'],
    files: { output: 'dist', fallback: true },
    environment: {},
    prefixes: ['VITE_'],
  },
} as const satisfies Framework;
