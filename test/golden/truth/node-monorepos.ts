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
  // a worker that is a further entry of the bundle, a job that is a target, a database in a file and uploads, each of its own app
  'node-nx-data': [
    {
      ...common,
      path: 'apps/orders',
      role: 'web',
      frameworks: ['express'],
      port: 3001,
      health: '/healthz',
      build: ['nx', 'build', 'orders'],
      start: ['node', 'dist/apps/orders/main.js'],
      development: ['nx', 'serve', 'orders'],
      workers: { worker: ['node', 'dist/apps/orders/worker.js'] },
      uses: ['redis'],
    },
    {
      ...common,
      path: 'apps/photos',
      role: 'web',
      frameworks: ['express'],
      port: 3002,
      health: '/healthz',
      build: ['nx', 'build', 'photos'],
      start: ['node', 'dist/apps/photos/main.js'],
      development: ['nx', 'serve', 'photos'],
      jobs: { migrate: ['node', 'apps/photos/migrate.mjs'] },
      data: { '/data': 'photos_data', '/app/uploads': 'photos_uploads' },
      environment: { DATABASE_PATH: '/data/photos.db' },
    },
  ],
  // the schema is that of a library: who loads it has its client before the build, its migrations as a job, and its database; the other app has nothing of it
  'node-nx-prisma': [
    {
      ...common,
      path: 'apps/api',
      role: 'web',
      frameworks: ['express'],
      port: 3000,
      health: '/healthz',
      build: ['sh', '-c', 'prisma generate --schema libs/database/prisma/schema.prisma && nx build api'],
      start: ['node', 'dist/apps/api/main.js'],
      development: ['nx', 'serve', 'api'],
      jobs: { migrate: ['prisma', 'migrate', 'deploy', '--schema', 'libs/database/prisma/schema.prisma'] },
      uses: ['postgres'],
      environment: { CLINIC_DATABASE_URL_FROM_SECRET: 'postgresql://clinic:{postgres_password}@db:5432/clinic' },
    },
    {
      ...common,
      path: 'apps/status',
      role: 'web',
      frameworks: ['express'],
      port: 3100,
      health: '/healthz',
      build: ['nx', 'build', 'status'],
      start: ['node', 'dist/apps/status/main.js'],
      development: ['nx', 'serve', 'status'],
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
