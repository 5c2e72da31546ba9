import type { Framework } from './framework.js';

export const nextjs = {
  // the engine names the container in HOSTNAME, which the server would listen on
  id: 'nextjs',
  packages: ['next'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react', 'vue', 'svelte', 'preact', 'solid'],
  build: {
    development: ['next', 'dev'],
    developmentOptions: ['-H', '0.0.0.0'],
    portOption: '-p',
    build: ['next', 'build'],
    server: {
      start: ['node', 'server.js'],
      whole: ['next', 'start', '-H', '0.0.0.0'],
      parts: [['.next/standalone', './'], ['.next/static', './.next/static'], ['public', './public']],
      // the output traces the packages that it loads
      dependencies: false,
    },
    files: { output: 'out', fallback: false },
    filesWhen: [/\boutput\s*:\s*['"]export['"]/u, /\bnext export\b/u],
    environment: { HOSTNAME: '0.0.0.0', NEXT_TELEMETRY_DISABLED: '1' },
    buildEnvironment: { NEXT_PRIVATE_STANDALONE: 'true', NEXT_TELEMETRY_DISABLED: '1' },
    // nextjs.org, "Continuous Integration (CI) Build Caching"; what pages fetched is asked for again, or an image would have it for ever
    cache: { folder: '.next/cache', drop: 'fetch-cache' },
    prefixes: ['NEXT_PUBLIC_'],
    writable: ['.next/cache'],
  },
} as const satisfies Framework;
