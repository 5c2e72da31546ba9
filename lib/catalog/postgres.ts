import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

/** uid and gid of `postgres` in the Debian image (docker-library/postgres 18/trixie/Dockerfile). */
const user = '999:999';
/** PostgreSQL 18 keeps each major version in a folder of its own below this one (docker-library/postgres#1259). */
const dataPath = '/var/lib/postgresql';
const secretOf = (prefix: string): string => `${prefix}_password`;

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
        pgvector: 'certain', procrastinate: 'certain',
      },
      go: {
        'github.com/jackc/pgx/v5': 'certain', 'github.com/jackc/pgx/v4': 'certain', 'github.com/lib/pq': 'certain',
        'gorm.io/driver/postgres': 'certain', 'github.com/uptrace/bun/driver/pgdriver': 'certain', 'github.com/riverqueue/river': 'certain',
      },
      rubygems: {
        pg: 'certain', good_job: 'certain', que: 'certain', neighbor: 'likely',
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
    variables: /^(?:POSTGRES(?:QL)?|PG)_?(?:HOST|URL|URI|DSN|DB|DATABASE|SERVER)$/u,
    relational: true,
  },
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
  reason: 'Data is kept in a named volume; the probe goes over TCP, because the socket already answers while the first start still initialises.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      test: ['CMD', 'pg_isready', '-q', '-h', '127.0.0.1', '-U', identifier, '-d', identifier],
      programs: ['pg_isready'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: {
      // a quarter of the memory limit for the shared buffers, as the PostgreSQL manual starts from
      command: ['postgres', '-c', `shared_buffers=${Math.max(32, Math.floor(limits.memory / 4))}MB`, '-c', 'max_connections=100'],
      environment: { POSTGRES_USER: identifier, POSTGRES_DB: identifier },
      shmSize: 128,
    },
    development: {
      environment: { POSTGRES_PASSWORD: developmentPassword },
      ports: [developmentPort(prefix, 5432)],
    },
    ci: {
      environment: { POSTGRES_PASSWORD: testPassword },
      throwAway: true,
      tmpfs: [`${dataPath}:uid=999,gid=999,mode=0700,size=512m`],
    },
    production: {
      environment: { POSTGRES_PASSWORD_FILE: `/run/secrets/${secretOf(prefix)}` },
      secrets: [secretOf(prefix)],
      user,
      tmpfs: ['/var/run/postgresql:uid=999,gid=999,mode=0775,size=16m', '/tmp:size=64m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
    operations: {
      backup: `docker compose exec -T ${service} pg_dump -U ${identifier} -d ${identifier} -Fc > ${identifier}.dump`,
      restore: `docker compose exec -T ${service} pg_restore -U ${identifier} -d ${identifier} --clean --if-exists --no-owner < ${identifier}.dump`,
    },
  }),
} as const satisfies Technology;
