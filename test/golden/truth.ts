/**
 * What the output of each case must say, written by hand from the case's repository: never captured.
 * Commands are what a person would type who knows the project.
 */
export interface Truth {
  readonly name: string;
  readonly pattern: string;
  readonly image: string;
  readonly port: number;
  /** Exec form of the production command. */
  readonly start: readonly string[];
  readonly development: readonly string[];
  /** Shell line that builds, or undefined. */
  readonly build?: string;
  readonly test?: readonly string[];
  /** Path that the probes ask; undefined where the source shows none. */
  readonly health?: string;
  /** How locked dependencies are installed. */
  readonly install: string;
  readonly productionInstall: string;
  /** How the package manager gets into the image; undefined for npm, which is there. */
  readonly manager?: string;
  readonly services: readonly string[];
  readonly secrets: readonly string[];
  /** Environment of the app in production, beyond what every app has. */
  readonly production: Readonly<Record<string, string>>;
}

export const truth: Readonly<Record<string, Truth>> = {
  shop: {
    name: 'shop',
    pattern: 'web',
    image: 'node:26-trixie-slim',
    port: 3000,
    start: ['node', 'src/server.js'],
    development: ['node', '--watch', 'src/server.js'],
    test: ['node', '--test'],
    health: '/healthz',
    install: 'npm ci',
    productionInstall: 'npm ci --omit=dev',
    services: ['app', 'db', 'migrate', 'nginx', 'redis', 'worker'],
    secrets: ['postgres_admin_password', 'postgres_password', 'redis_acl', 'redis_password', 'session_secret'],
    production: {
      DATABASE_URL_FROM_SECRET: 'postgresql://shop:{postgres_password}@db:5432/shop',
      REDIS_URL_FROM_SECRET: 'redis://:{redis_password}@redis:6379',
      SESSION_SECRET_FILE: '/run/secrets/session_secret',
    },
  },
  // what it writes lies on volumes; see the compose files of its tree
  sqlite: {
    name: 'guestbook',
    pattern: 'monolith',
    image: 'node:26-trixie-slim',
    port: 3000,
    start: ['node', 'server.js'],
    development: ['node', '--watch', 'server.js'],
    health: '/healthz',
    install: 'npm install',
    productionInstall: 'npm install --omit=dev',
    services: ['app', 'nginx'],
    secrets: [],
    production: { DATABASE_PATH: '/data/guestbook.db' },
  },
  monolith: {
    name: 'guestbook',
    pattern: 'monolith',
    // engines say >=22 <25, and 24 is the newest line of those
    image: 'node:24-trixie-slim',
    port: 4000,
    start: ['node', 'server.js'],
    development: ['node', '--watch', 'server.js'],
    install: 'npm install',
    productionInstall: 'npm install --omit=dev',
    services: ['app', 'nginx'],
    secrets: [],
    production: {},
  },
  fastify: {
    name: 'orders-api',
    pattern: 'monolith',
    // .nvmrc says lts/jod
    image: 'node:22-trixie-slim',
    port: 8000,
    start: ['node', 'dist/main.js'],
    development: ['tsx', 'watch', 'src/main.ts'],
    build: 'tsc -p tsconfig.json',
    test: ['node', '--import', 'tsx', '--test'],
    health: '/health',
    install: 'pnpm install --frozen-lockfile',
    productionInstall: 'pnpm install --frozen-lockfile --prod',
    manager: 'npm install --global pnpm@9.15.4',
    services: ['app', 'db', 'nginx'],
    secrets: ['jwt_secret', 'postgres_admin_password', 'postgres_password', 'sentry_dsn'],
    production: {
      DB_HOST: 'db',
      DB_USER: 'orders_api',
      DB_NAME: 'orders_api',
      DB_PASSWORD_FILE: '/run/secrets/postgres_password',
      JWT_SECRET_FILE: '/run/secrets/jwt_secret',
      SENTRY_DSN_FILE: '/run/secrets/sentry_dsn',
    },
  },
  nest: {
    name: 'mailer',
    pattern: 'monolith',
    image: 'node:24-trixie-slim',
    port: 3000,
    start: ['node', 'dist/main'],
    development: ['nest', 'start', '--watch'],
    build: 'nest build',
    test: ['jest'],
    // the global prefix comes before the controller
    health: '/api/health',
    install: 'yarn install --immutable',
    productionInstall: 'yarn workspaces focus --all --production',
    manager: 'npm install --global @yarnpkg/cli-dist@4.5.3',
    services: ['app', 'nginx', 'redis'],
    secrets: ['redis_acl', 'redis_password'],
    production: { REDIS_HOST: 'redis', REDIS_PORT: '6379', REDIS_PASSWORD_FILE: '/run/secrets/redis_password' },
  },
  bun: {
    name: 'links',
    pattern: 'monolith',
    image: 'oven/bun:1.4.5-slim',
    // the port of the object that Bun serves
    port: 3500,
    start: ['bun', 'src/index.ts'],
    development: ['bun', '--watch', 'src/index.ts'],
    test: ['bun', 'run', 'test'],
    health: '/healthz',
    install: 'bun install --frozen-lockfile',
    productionInstall: 'bun install --frozen-lockfile --production',
    services: ['app', 'nginx', 'redis'],
    secrets: ['redis_acl', 'redis_password'],
    production: { REDIS_URL_FROM_SECRET: 'redis://:{redis_password}@redis:6379' },
  },
  hostile: {
    name: 'it-s-quoted-home-id-not-a-comment-key-va',
    pattern: 'monolith',
    image: 'node:26-trixie-slim',
    port: 3300,
    // the script holds shell syntax: the package manager's shell reads it, as it always did
    start: ['npm', 'run', 'start'],
    development: ['npm', 'run', 'dev'],
    build: 'npm run build',
    test: ['node', '--test', '--test-name-pattern=^a: b #$'],
    health: '/health',
    install: 'npm install',
    productionInstall: 'npm install --omit=dev',
    services: ['app', 'nginx'],
    secrets: [],
    production: {},
  },
};

/** Examples of the hostile case's `.env.example`, as a container must get them. */
export const hostileExamples: Readonly<Record<string, string>> = {
  CRON: '*/5 * * * *',
  EMPTY: '',
  FLAG: 'yes',
  NUMBER: '1e3',
  TIME: '12:30',
  YAML: '{a: b}',
  BRACE: 'a}b${c}',
  TILDE: '~',
  ANCHOR: '&a *a !!x',
  EJS: '<%= 1 %>',
  COMPOSE: '${HOME:-x}$$',
};
