import { developmentPassword, testPassword } from './credentials.js';
import type { Technology } from './technology.js';

/** uid and gid of `mysql` in the image (MariaDB/mariadb-docker 12.3/Dockerfile). */
const user = '999:999';
const dataPath = '/var/lib/mysql';
const secretOf = (prefix: string): string => `${prefix}_password`;
const rootSecretOf = (prefix: string): string => `${prefix}_root_password`;

export const mariadb = {
  id: 'mariadb',
  title: 'MariaDB',
  role: 'database',
  serviceName: 'db',
  port: 3306,
  // MariaDB/mariadb-docker 12.3/Dockerfile: the names that begin with mysql are gone
  programs: ['healthcheck.sh', 'mariadb', 'mariadb-admin', 'mariadb-dump', 'bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { mariadb: 'certain', '@prisma/adapter-mariadb': 'certain' },
      pypi: { mariadb: 'certain' },
      maven: { 'org.mariadb.jdbc:mariadb-java-client': 'certain', 'org.mariadb:r2dbc-mariadb': 'certain', 'io.quarkus:quarkus-jdbc-mariadb': 'certain' },
    },
    schemes: ['mariadb'],
    variables: /^MARIADB_?(?:HOST|URL|URI|DATABASE|DB)$/u,
    relational: true,
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `mysql://${identifier}:{password}@${service}:3306/${identifier}`,
      jdbc: `jdbc:mariadb://${service}:3306/${identifier}`,
      keywords: `Server=${service};Port=3306;Database=${identifier};User ID=${identifier};Password={password}`,
      address: `${service}:3306`, host: service, port: '3306', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['DATABASE_URL', 'MARIADB_URL', 'DB_URL', 'DATABASE_URI', 'MARIADB_URI', 'JAWSDB_URL'],
      jdbc: ['SPRING_DATASOURCE_URL', 'QUARKUS_DATASOURCE_JDBC_URL', 'DATASOURCES_DEFAULT_URL', 'JDBC_DATABASE_URL', 'JDBC_URL'],
      host: ['MARIADB_HOST', 'MYSQL_HOST', 'DB_HOST', 'DATABASE_HOST'],
      port: ['MARIADB_PORT', 'MYSQL_PORT', 'DB_PORT', 'DATABASE_PORT'],
      user: [
        'MARIADB_USER', 'MYSQL_USER', 'MARIADB_USERNAME', 'DB_USER', 'DB_USERNAME', 'DATABASE_USER', 'DATABASE_USERNAME',
        'SPRING_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_USERNAME', 'DATASOURCES_DEFAULT_USERNAME', 'JDBC_DATABASE_USERNAME', 'JDBC_USERNAME', 'JDBC_USER',
      ],
      password: [
        'MARIADB_PASSWORD', 'MYSQL_PASSWORD', 'DB_PASSWORD', 'DB_PASS', 'DATABASE_PASSWORD',
        'SPRING_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_PASSWORD', 'DATASOURCES_DEFAULT_PASSWORD', 'JDBC_DATABASE_PASSWORD', 'JDBC_PASSWORD',
      ],
      database: ['MARIADB_DATABASE', 'MYSQL_DATABASE', 'MARIADB_DB', 'DB_NAME', 'DB_DATABASE', 'DATABASE_NAME'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 768, pids: 256 },
  reason: 'The account of the apps owns their database and nothing else; the probe is the one that its image brings.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      test: ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized'],
      programs: ['healthcheck.sh'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 90,
    },
    stopGrace: 60,
    common: {
      // half of the memory limit, because connections and the server itself need the rest
      command: ['mariadbd', `--innodb-buffer-pool-size=${Math.max(64, Math.floor(limits.memory / 2))}M`, '--max-connections=150'],
      environment: { MARIADB_USER: identifier, MARIADB_DATABASE: identifier },
    },
    development: {
      environment: { MARIADB_PASSWORD: developmentPassword, MARIADB_ROOT_PASSWORD: developmentPassword },
      ports: [{ host: '127.0.0.1', variable: `${prefix.toUpperCase()}_PUBLISHED_PORT`, published: 0, target: 3306 }],
    },
    ci: {
      environment: { MARIADB_PASSWORD: testPassword, MARIADB_ROOT_PASSWORD: testPassword },
      throwAway: true,
      tmpfs: [`${dataPath}:uid=999,gid=999,mode=0700,size=768m`],
    },
    production: {
      environment: { MARIADB_PASSWORD_FILE: `/run/secrets/${secretOf(prefix)}`, MARIADB_ROOT_PASSWORD_FILE: `/run/secrets/${rootSecretOf(prefix)}` },
      secrets: [secretOf(prefix), rootSecretOf(prefix)],
      user,
      tmpfs: ['/run/mysqld:uid=999,gid=999,mode=0755,size=16m', '/tmp:mode=1777,size=64m'],
    },
    secrets: [secretOf(prefix), rootSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const } })),
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
    operations: {
      backup: `docker compose exec -T ${service} sh -c 'MYSQL_PWD="$(cat "$MARIADB_ROOT_PASSWORD_FILE")" exec mariadb-dump -u root --single-transaction --quick --routines --triggers --events ${identifier}' > ${identifier}.sql`,
      restore: `docker compose exec -T ${service} sh -c 'MYSQL_PWD="$(cat "$MARIADB_ROOT_PASSWORD_FILE")" exec mariadb -u root ${identifier}' < ${identifier}.sql`,
    },
  }),
} as const satisfies Technology;
