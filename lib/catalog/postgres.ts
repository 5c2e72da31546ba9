import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Release } from './releases.js';
import type { ServiceContext, Technology } from './technology.js';

/** uid and gid of `postgres` (docker-library/postgres 18/trixie/Dockerfile, 18/alpine3.24/Dockerfile). */
const uidOf = ({ alpine }: Release): number => (alpine ? 70 : 999);
/** From 18 on each major version has a folder of its own below; before, a mount there would keep nothing (docker-library/postgres#1259). */
const dataPathOf = ({ major }: Release): string => (major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data');
const connectionLimit = 100;
const secretOf = (prefix: string): string => `${prefix}_password`;
const adminSecretOf = (prefix: string): string => `${prefix}_admin_password`;
const scriptOf = (service: string): string => `docker/${service}/account.sh`;

/** SQL names of the extensions that only an administrator may create. */
const extensions: Readonly<Record<string, string>> = { pgvector: 'vector', postgis: 'postgis', timescaledb: 'timescaledb' };

/** Runs once, on an empty volume (docker-library/postgres docker-entrypoint.sh). Test suites and migration tools make databases of their own, production never does. */
const account = ({ prefix, identifier, release }: ServiceContext): string => `#!/bin/sh
# Makes the account of the apps on the first start; the image runs it on an empty volume only.
set -e
password="\${APP_PASSWORD:-$(cat /run/secrets/${secretOf(prefix)})}"
# the password goes through standard input: arguments are seen in the list of processes
psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname ${identifier} <<SQL
CREATE ROLE ${identifier} LOGIN NOSUPERUSER \${APP_ROLE_OPTIONS:-} PASSWORD '$(printf %s "$password" | sed "s/'/''/g")';
ALTER DATABASE ${identifier} OWNER TO ${identifier};
ALTER SCHEMA public OWNER TO ${identifier};
REVOKE ALL ON DATABASE ${identifier} FROM PUBLIC;
${extensionsOf(release).map((name) => `CREATE EXTENSION IF NOT EXISTS ${name};\n`).join('')}SQL
`;

const extensionsOf = ({ variant }: Release): readonly string[] => (variant === undefined ? [] : [extensions[variant]!]);

export const postgres = {
  id: 'postgres',
  title: 'PostgreSQL',
  role: 'database',
  serviceName: 'db',
  port: 5432,
  // docker-library/postgres 18/trixie/Dockerfile: client tools and bash; neither curl nor wget
  programs: ['pg_isready', 'psql', 'pg_dump', 'pg_restore', 'bash', 'sh'],
  detection: {
    packages: {
      npm: {
        pg: 'certain', postgres: 'certain', 'pg-promise': 'certain', slonik: 'certain', 'pg-boss': 'certain',
        'graphile-worker': 'certain', '@prisma/adapter-pg': 'certain', '@neondatabase/serverless': 'likely',
      },
      pypi: {
        psycopg: 'certain', psycopg2: 'certain', 'psycopg2-binary': 'certain', asyncpg: 'certain', pg8000: 'certain', aiopg: 'certain',
        procrastinate: 'certain',
      },
      go: {
        'github.com/jackc/pgx/v5': 'certain', 'github.com/jackc/pgx/v4': 'certain', 'github.com/lib/pq': 'certain',
        'gorm.io/driver/postgres': 'certain', 'github.com/uptrace/bun/driver/pgdriver': 'certain', 'github.com/riverqueue/river': 'certain',
      },
      rubygems: {
        pg: 'certain', good_job: 'certain', que: 'certain',
      },
      packagist: {
        'ext-pdo_pgsql': 'certain', 'ext-pgsql': 'certain', 'amphp/postgres': 'certain',
      },
      maven: {
        'org.postgresql:postgresql': 'certain', 'org.postgresql:r2dbc-postgresql': 'certain', 'io.quarkus:quarkus-jdbc-postgresql': 'certain',
        'io.quarkus:quarkus-reactive-pg-client': 'certain', 'io.vertx:vertx-pg-client': 'certain',
      },
      crates: {
        'tokio-postgres': 'certain', postgres: 'certain', 'deadpool-postgres': 'certain', 'sqlx[postgres]': 'certain', 'diesel[postgres]': 'certain',
        'diesel-async[postgres]': 'certain', 'sea-orm[sqlx-postgres]': 'certain',
      },
      nuget: {
        npgsql: 'certain', 'npgsql.entityframeworkcore.postgresql': 'certain', marten: 'certain', 'hangfire.postgresql': 'certain',
      },
      hex: {
        postgrex: 'certain', oban: 'likely',
      },
    },
    schemes: ['postgres', 'postgresql'],
    images: ['postgres', 'bitnami/postgresql', 'bitnamilegacy/postgresql'],
    variables: /^(?:POSTGRES(?:QL)?|PG)_?(?:HOST|URL|URI|DSN|DB|DATABASE|SERVER)$/u,
    relational: true,
  },
  // endoflife.date/postgresql; no day is known yet for 19
  tags: {
    lines: [
      { version: '19' }, { version: '18', ends: '2030-11-14' }, { version: '17', ends: '2029-11-08' }, { version: '16', ends: '2028-11-09' }, { version: '15', ends: '2027-11-11' },
      { version: '14', ends: '2026-11-12' }, { version: '13', ends: '2025-11-13' }, { version: '12', ends: '2024-11-21' }, { version: '11', ends: '2023-11-09' },
    ],
  },
  variants: {
    pgvector: {
      title: 'PostgreSQL with pgvector',
      image: 'postgres-pgvector',
      tagOf: (major) => `pg${major}`,
      detection: {
        packages: {
          npm: { pgvector: 'certain' }, pypi: { pgvector: 'certain', 'langchain-postgres': 'certain' }, rubygems: { neighbor: 'likely', pgvector: 'certain' }, go: { 'github.com/pgvector/pgvector-go': 'certain' },
          packagist: { 'pgvector/pgvector': 'certain' }, maven: { 'com.pgvector:pgvector': 'certain', 'org.springframework.ai:spring-ai-starter-vector-store-pgvector': 'certain', 'dev.langchain4j:langchain4j-pgvector': 'certain' },
          crates: { pgvector: 'certain' }, nuget: { pgvector: 'certain', 'pgvector.entityframeworkcore': 'certain' }, hex: { pgvector: 'certain' },
        },
        schemes: [],
        images: ['pgvector/pgvector', 'ankane/pgvector'],
      },
    },
    // postgis/docker-postgis: a folder for each pair of versions
    postgis: {
      title: 'PostgreSQL with PostGIS',
      image: 'postgres-postgis',
      tagOf: (major) => `${major}-${major >= 17 ? '3.6' : '3.5'}`,
      detection: {
        packages: {
          pypi: { geoalchemy2: 'certain' }, rubygems: { 'activerecord-postgis-adapter': 'certain', 'rgeo-activerecord': 'likely' }, npm: { 'knex-postgis': 'certain' },
          packagist: { 'clickbar/laravel-magellan': 'certain', 'jsor/doctrine-postgis': 'certain' }, nuget: { 'npgsql.entityframeworkcore.postgresql.nettopologysuite': 'certain', 'npgsql.nettopologysuite': 'certain' },
          maven: { 'net.postgis:postgis-jdbc': 'certain', 'net.postgis:postgis-geometry': 'certain' }, hex: { geo_postgis: 'certain' }, crates: { 'postgis_diesel': 'certain' },
        },
        schemes: ['postgis'],
        images: ['postgis/postgis', 'imresamu/postgis', 'kartoza/postgis'],
      },
    },
    // timescale/timescaledb-docker Dockerfile: from the image for Alpine Linux
    timescaledb: {
      title: 'PostgreSQL with TimescaleDB',
      image: 'postgres-timescaledb',
      alpine: true,
      tagOf: (major) => `latest-pg${major}`,
      detection: {
        packages: { npm: { '@timescaledb/typeorm': 'certain', '@timescaledb/core': 'certain' }, pypi: { 'django-timescaledb': 'certain', 'sqlalchemy-timescaledb': 'certain', timescaledb: 'certain' }, rubygems: { timescaledb: 'certain' } },
        schemes: ['timescaledb'],
        images: ['timescale/timescaledb', 'timescale/timescaledb-ha'],
      },
    },
  },
  connectionLimit,
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `postgresql://${identifier}:{password}@${service}:5432/${identifier}`,
      jdbc: `jdbc:postgresql://${service}:5432/${identifier}`,
      keywords: `Host=${service};Port=5432;Database=${identifier};Username=${identifier};Password={password}`,
      address: `${service}:5432`, host: service, port: '5432', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['DATABASE_URL', 'POSTGRES_URL', 'POSTGRESQL_URL', 'PG_URL', 'DB_URL', 'DATABASE_URI', 'POSTGRES_URI', 'PG_CONNECTION_STRING'],
      jdbc: ['SPRING_DATASOURCE_URL', 'QUARKUS_DATASOURCE_JDBC_URL', 'DATASOURCES_DEFAULT_URL', 'JDBC_DATABASE_URL', 'JDBC_URL'],
      host: ['PGHOST', 'POSTGRES_HOST', 'DB_HOST', 'DATABASE_HOST', 'PG_HOST'],
      port: ['PGPORT', 'POSTGRES_PORT', 'DB_PORT', 'DATABASE_PORT', 'PG_PORT'],
      user: [
        'PGUSER', 'POSTGRES_USER', 'DB_USER', 'DB_USERNAME', 'DATABASE_USER', 'DATABASE_USERNAME', 'PG_USER',
        'SPRING_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_USERNAME', 'DATASOURCES_DEFAULT_USERNAME', 'JDBC_DATABASE_USERNAME', 'JDBC_USERNAME', 'JDBC_USER',
      ],
      password: [
        'PGPASSWORD', 'POSTGRES_PASSWORD', 'DB_PASSWORD', 'DB_PASS', 'DATABASE_PASSWORD', 'PG_PASSWORD',
        'SPRING_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_PASSWORD', 'DATASOURCES_DEFAULT_PASSWORD', 'JDBC_DATABASE_PASSWORD', 'JDBC_PASSWORD',
      ],
      database: ['PGDATABASE', 'POSTGRES_DB', 'DB_NAME', 'DB_DATABASE', 'DATABASE_NAME', 'PG_DATABASE'],
    },
    // libpq's names, which node-postgres and postgres.js read too
    implicit: { host: 'PGHOST', port: 'PGPORT', user: 'PGUSER', password: 'PGPASSWORD', database: 'PGDATABASE' },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 512, pids: 256 },
  reason: 'The account of the apps owns their database and is no administrator; the probe goes over TCP, because the socket already answers while the first start still initialises.',
  contribute: (context) => {
    const { service, prefix, identifier, limits, release } = context;
    const dataPath = dataPathOf(release);
    const uid = uidOf(release);
    const user = `${uid}:${uid}`;
    const accountScript = [{ kind: 'bind' as const, source: `./${scriptOf(service)}`, target: '/docker-entrypoint-initdb.d/account.sh', readOnly: true }];
    // what tests and migration tools need: a database beside the app's
    const open = (password: string) => ({ POSTGRES_PASSWORD: password, APP_PASSWORD: password, APP_ROLE_OPTIONS: 'CREATEDB' });
    return {
      healthcheck: {
        test: ['CMD', 'pg_isready', '-q', '-h', '127.0.0.1', '-U', identifier, '-d', identifier],
        programs: ['pg_isready'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 60,
      },
      stopGrace: 60,
      common: {
        // a quarter of the memory limit for the shared buffers, as the PostgreSQL manual starts from
        command: ['postgres', '-c', `shared_buffers=${Math.max(32, Math.floor(limits.memory / 4))}MB`, '-c', `max_connections=${connectionLimit}`],
        environment: { POSTGRES_USER: 'postgres', POSTGRES_DB: identifier, ...(release.variant === 'timescaledb' ? { TIMESCALEDB_TELEMETRY: 'off' } : {}) },
        mounts: accountScript,
        shmSize: 128,
      },
      development: { environment: open(developmentPassword), ports: [developmentPort(prefix, 5432)] },
      ci: { environment: open(testPassword), throwAway: true, mounts: accountScript, tmpfs: [`${dataPath}:uid=${uid},gid=${uid},mode=0700,size=512m`] },
      production: {
        environment: { POSTGRES_PASSWORD_FILE: `/run/secrets/${adminSecretOf(prefix)}` },
        secrets: [secretOf(prefix), adminSecretOf(prefix)],
        user,
        tmpfs: [`/var/run/postgresql:uid=${uid},gid=${uid},mode=0775,size=16m`, '/tmp:size=64m'],
      },
      secrets: [secretOf(prefix), adminSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const } })),
      volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
      files: [{ path: scriptOf(service), content: account(context), executable: true }],
      operations: {
        backup: `docker compose exec -T ${service} pg_dump -U postgres -d ${identifier} -Fc > ${identifier}.dump`,
        restore: `docker compose exec -T ${service} pg_restore -U postgres -d ${identifier} --clean --if-exists < ${identifier}.dump`,
      },
    };
  },
} as const satisfies Technology;
