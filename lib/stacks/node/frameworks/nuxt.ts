import type { Framework } from './framework.js';

export const nuxt = {
  id: 'nuxt',
  packages: ['nuxt', 'nuxt3', 'nuxt-edge'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: [],
  refines: ['react', 'vue', 'svelte', 'preact', 'solid'],
  build: {
    development: ['nuxt', 'dev'],
    developmentOptions: ['--host', '0.0.0.0'],
    portOption: '--port',
    build: ['nuxt', 'build'],
    server: {
      start: ['node', '.output/server/index.mjs'],
      parts: [['.output', './.output']],
      dependencies: false,
    },
    files: { output: '.output/public', fallback: true },
    filesWhen: [/\bnuxt(?:-ts|i)? (?:generate\b|build\b[^&|;]{0,200}--prerender\b)/u, /^[ \t]*ssr\s*:\s*false/mu, /\btarget\s*:\s*['"]static['"]/u],
    environment: { HOST: '0.0.0.0' },
    prefixes: ['NUXT_PUBLIC_'],
  },
} as const satisfies Framework;
