import type { ImageTruth } from './truth.js';

const common = { language: 'typescript', packageManager: 'npm', version: '26' } as const;

/** Monorepos whose own tool, not the scripts of packages, says how apps are built and started. */
export const nodeMonorepos: ImageTruth = {
  // apps of Nx without a manifest run at the root; @nx/esbuild leaves one file in `outputPath`, @nx/vite files for browsers; `nx serve` builds again on each change
  'node-nx': [
    {
      ...common,
      path: 'apps/api',
      role: 'web',
      frameworks: ['express'],
      port: 3333,
      health: '/healthz',
      build: ['nx', 'build', 'api'],
      start: ['node', 'dist/apps/api/main.js'],
      development: ['nx', 'serve', 'api'],
      environment: { HOST: '0.0.0.0', PORT: '3333' },
    },
    {
      ...common,
      path: 'apps/web',
      role: 'static',
      frameworks: ['react'],
      port: 4200,
      build: ['nx', 'build', 'web'],
      development: ['nx', 'serve', 'web', '--host', '0.0.0.0', '--port', '4200'],
    },
  ],
  // the tasks of moon.yml stand where scripts would, and its toolchain names Node 24; library first, then the app
  'node-moon': [
    {
      ...common,
      path: 'apps/api',
      role: 'web',
      version: '24',
      frameworks: ['fastify'],
      port: 3000,
      health: '/healthz',
      build: ['tsc', '--project', 'tsconfig.json'],
      start: ['node', 'dist/server.js'],
      development: ['sh', '-c', 'tsc --project tsconfig.json; tsc --project tsconfig.json --watch --preserveWatchOutput & exec node --watch dist/server.js'],
      environment: { PORT: '3000' },
    },
  ],
};
