import type { Framework } from './framework.js';

export const sveltekit = {
  id: 'sveltekit',
  packages: ['@sveltejs/kit'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['svelte'],
  build: {
    development: ['vite', 'dev'],
    developmentOptions: ['--host', '0.0.0.0', '--strictPort'],
    portOption: '--port',
    build: ['vite', 'build'],
    server: {
      start: ['node', 'build'],
      parts: [['build', './build'], ['package.json', './']],
      dependencies: true,
      adapters: ['@sveltejs/adapter-node'],
    },
    files: { output: 'build', fallback: true, defaultPort: 5173, adapters: ['@sveltejs/adapter-static'] },
    environment: { HOST: '0.0.0.0' },
    prefixes: ['VITE_', 'PUBLIC_'],
  },
} as const satisfies Framework;
