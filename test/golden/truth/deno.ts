import type { ImageTruth } from './truth.js';

/** Deno.serve and `deno serve` listen on 0.0.0.0:8000 unless told otherwise (Deno's manual). Permissions are those of the task. */
export const denoTruth: ImageTruth = {
  'deno-serve': [{
    path: '.',
    language: 'typescript',
    frameworks: [],
    packageManager: 'deno',
    version: '2.9',
    port: 8000,
    health: '/healthz',
    // no start task: a server may use the network, read its environment and its files
    start: ['deno', 'run', '--cached-only', '--allow-net', '--allow-env', '--allow-read', 'main.ts'],
    development: ['deno', 'run', '--watch', '--allow-net', '--allow-env', 'main.ts'],
  }],
  'deno-hono': [{
    path: '.',
    language: 'typescript',
    frameworks: ['hono'],
    packageManager: 'deno',
    version: '2.9',
    port: 8000,
    health: '/healthz',
    start: ['deno', 'run', '--cached-only', '--allow-net', '--allow-env', 'main.ts'],
    development: ['deno', 'run', '--watch', '--allow-net', '--allow-env', 'main.ts'],
  }],
  'deno-oak': [{
    path: '.',
    language: 'typescript',
    frameworks: ['oak'],
    packageManager: 'deno',
    version: '2.5',
    port: 8080,
    health: '/health',
    start: ['deno', 'run', '--cached-only', '--allow-net', '--allow-env=PORT,DATABASE_URL', '--allow-read=static', 'src/server.ts'],
    development: ['deno', 'run', '--watch', '-A', 'src/server.ts'],
    uses: ['postgres'],
  }],
  'deno-fresh': [{
    path: '.',
    language: 'typescript',
    frameworks: ['fresh'],
    packageManager: 'deno',
    version: '2.9',
    port: 8000,
    build: ['deno', 'task', 'build'],
    start: ['deno', 'serve', '--cached-only', '-A', '_fresh/server.js'],
    // Vite listens on localhost and 5173 unless told otherwise; packages are installed by hand, says nodeModulesDir
    development: ['sh', '-c', 'deno install && exec deno task dev --host 0.0.0.0 --port 8000'],
  }],
};
