import type { ImageTruth } from './truth.js';

/** Kemal listens on 0.0.0.0:3000 (kemalcr/kemal src/kemal/config.cr); `shards build` leaves bin/TARGET (docs of shards). */
export const crystalTruth: ImageTruth = {
  'crystal-kemal': [{
    path: '.',
    language: 'crystal',
    frameworks: ['kemal'],
    packageManager: 'shards',
    version: '1.20',
    port: 3000,
    health: '/health',
    build: ['shards', 'build', 'ticker', '--release', '--no-debug'],
    start: ['/app/ticker'],
    development: ['watch-source', 'src/ticker.cr'],
    environment: { KEMAL_ENV: 'production' },
    uses: ['postgres'],
  }],
  'crystal-http': [{
    path: '.',
    language: 'crystal',
    frameworks: [],
    packageManager: 'shards',
    version: '1.18',
    port: 8080,
    build: ['shards', 'build', 'echo', '--release', '--no-debug'],
    start: ['/app/echo'],
    development: ['watch-source', 'src/main.cr'],
  }],
};
