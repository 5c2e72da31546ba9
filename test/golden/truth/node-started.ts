import type { ImageTruth } from './truth.js';

/** Frameworks that build their app: what their own documents say of ports, commands and bind addresses. */
export const nodeStarted: ImageTruth = {
  'node-next': [
    {
      path: '.',
      role: 'web',
      language: 'typescript',
      frameworks: ['nextjs'],
      packageManager: 'npm',
      version: '26',
      port: 3000,
      // the standalone output, which binds to HOSTNAME; the engine puts the container's name there
      start: ['node', 'server.js'],
      development: ['next', 'dev', '-H', '0.0.0.0', '-p', '3000'],
      build: ['next', 'build'],
      environment: { HOSTNAME: '0.0.0.0', PORT: '3000' },
    },
  ],
  'node-vite': [
    {
      path: '.',
      role: 'static',
      language: 'javascript',
      frameworks: ['react'],
      packageManager: 'npm',
      version: '26',
      port: 5173,
      development: ['vite', '--host', '0.0.0.0', '--strictPort', '--port', '5173'],
      build: ['vite', 'build'],
    },
  ],
  'node-nuxt-app': [
    {
      path: '.',
      role: 'web',
      language: 'javascript',
      frameworks: ['nuxt'],
      packageManager: 'npm',
      version: '26',
      port: 3000,
      start: ['node', '.output/server/index.mjs'],
      development: ['nuxt', 'dev', '--host', '0.0.0.0', '--port', '3000'],
      build: ['nuxt', 'build'],
      environment: { HOST: '0.0.0.0', PORT: '3000' },
    },
  ],
  'node-kit': [
    {
      path: '.',
      role: 'web',
      language: 'javascript',
      frameworks: ['sveltekit'],
      packageManager: 'npm',
      version: '26',
      port: 3000,
      start: ['node', 'build'],
      // the port of the container in development too, where Vite alone would take 5173
      development: ['vite', 'dev', '--host', '0.0.0.0', '--strictPort', '--port', '3000'],
      build: ['vite', 'build'],
      environment: { HOST: '0.0.0.0', PORT: '3000' },
    },
  ],
  'node-fastify': [
    {
      path: '.',
      role: 'web',
      language: 'typescript',
      frameworks: ['fastify'],
      packageManager: 'npm',
      version: '26',
      port: 3000,
      start: ['node', 'dist/server.js'],
      development: ['tsx', 'watch', 'src/server.ts'],
      build: ['tsc'],
      health: '/healthz',
      // the source reads HOST, and takes localhost without it
      environment: { HOST: '0.0.0.0', PORT: '3000' },
    },
  ],
  'node-nest': [
    {
      path: '.',
      role: 'web',
      language: 'typescript',
      frameworks: ['nestjs'],
      packageManager: 'npm',
      version: '26',
      port: 3000,
      // `nest start` compiles: production has `start:prod`
      start: ['node', 'dist/main'],
      development: ['nest', 'start', '--watch'],
      build: ['nest', 'build'],
      health: '/health',
      environment: { PORT: '3000' },
    },
  ],
};
