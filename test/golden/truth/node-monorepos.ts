import type { ImageTruth } from './truth.js';

const common = { language: 'typescript', packageManager: 'npm', version: '26' } as const;

/** Monorepos whose apps have no manifest of their own: their tool knows how they are built, and all run at the root. */
export const nodeMonorepos: ImageTruth = {
  // @nx/esbuild leaves one file in `outputPath`, @nx/vite files for browsers; `nx serve` builds again on each change
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
};
