import type { Framework } from './framework.js';

export const vitepress = {
  id: 'vitepress',
  packages: ['vitepress'],
  defaultPort: 5173,
  listensOnLoopback: false,
  constructors: [],
  refines: ['vue'],
  build: {
    development: ['vitepress', 'dev'],
    developmentOptions: ['--host', '0.0.0.0', '--strictPort'],
    portOption: '--port',
    build: ['vitepress', 'build'],
    files: { output: '{root}.vitepress/dist', fallback: false },
    environment: {},
    prefixes: ['VITE_'],
  },
} as const satisfies Framework;
