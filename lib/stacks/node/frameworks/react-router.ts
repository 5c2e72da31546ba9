import type { Framework } from './framework.js';

export const reactRouter = {
  id: 'react-router',
  packages: ['@react-router/dev'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react'],
  build: {
    development: ['react-router', 'dev'],
    developmentOptions: ['--host', '0.0.0.0', '--strictPort'],
    portOption: '--port',
    build: ['react-router', 'build'],
    server: {
      start: ['react-router-serve', './build/server/index.js'],
      parts: [['build', './build'], ['package.json', './']],
      dependencies: true,
      adapters: ['@react-router/serve'],
    },
    files: { output: 'build/client', fallback: true, defaultPort: 5173 },
    // react-router.config.ts, "SPA Mode": https://reactrouter.com/how-to/spa
    filesWhen: [/^(?![ \t]*(?:\/\/|\*))[^\n]*\bssr\s*:\s*false\b/mu],
    environment: { HOST: '0.0.0.0' },
    prefixes: ['VITE_'],
  },
} as const satisfies Framework;
