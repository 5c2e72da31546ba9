import type { ImageTruth } from './truth.js';

/** Kemal listens on 0.0.0.0:3000 (kemalcr/kemal src/kemal/config.cr); `shards build` leaves bin/TARGET (docs of shards). */
export const crystalTruth: ImageTruth = {
  // luckyframework.org, deploying: LUCKY_ENV, PORT, DATABASE_URL and SECRET_KEY_BASE of at least 32 bytes
  'crystal-lucky': [{
    path: '.', language: 'crystal', frameworks: ['lucky'], packageManager: 'shards', version: '1.20', port: 3010, uses: ['postgres'],
    build: ['sh', '-c', 'shards build blog --release --no-debug && crystal build tasks.cr --release --no-debug -o bin/tasks'],
    start: ['/app/blog'], development: ['watch-source', 'src/blog.cr'], jobs: { migrate: ['/app/tasks', 'db.migrate'] },
    environment: { LUCKY_ENV: 'production', SECRET_KEY_BASE_FILE: '/run/secrets/secret_key_base' },
  }],
  // amberframework.org: config/environments/ENV.yml, host and port in it
  'crystal-amber': [{
    path: '.', language: 'crystal', frameworks: ['amber'], packageManager: 'shards', version: '1.20', port: 3000,
    build: ['shards', 'build', 'garden', '--release', '--no-debug'], start: ['/app/garden'], development: ['watch-source', 'src/garden.cr'],
    environment: { AMBER_ENV: 'production' },
  }],
  // athenaframework.org: ATH.run listens on 0.0.0.0:3000
  'crystal-athena': [{
    path: '.', language: 'crystal', frameworks: ['athena'], packageManager: 'shards', version: '1.20', port: 3000, health: '/health',
    build: ['shards', 'build', 'server', '--release', '--no-debug'], start: ['/app/server'], development: ['watch-source', 'src/server.cr'],
    environment: { ATHENA_ENV: 'production' },
  }],
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
