import { developmentPassword, testPassword } from './credentials.js';
import type { Technology } from './technology.js';

/** uid and gid of `mysql` in the image (docker-library/mysql Dockerfile.oracle). */
const user = '999:999';
const dataPath = '/var/lib/mysql';
const secretOf = (prefix: string): string => `${prefix}_password`;
const rootSecretOf = (prefix: string): string => `${prefix}_root_password`;

export const mysql = {
  id: 'mysql',
  title: 'MySQL',
  role: 'database',
  serviceName: 'db',
  port: 3306,
  // docker-library/mysql Dockerfile.oracle: the clients and bash
  programs: ['mysql', 'mysqladmin', 'mysqldump', 'bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { mysql2: 'certain', mysql: 'certain' },
      pypi: { mysqlclient: 'certain', pymysql: 'certain', aiomysql: 'certain', asyncmy: 'certain', 'mysql-connector-python': 'certain' },
      go: { 'github.com/go-sql-driver/mysql': 'certain', 'gorm.io/driver/mysql': 'certain' },
      rubygems: { mysql2: 'certain', trilogy: 'certain' },
      packagist: { 'ext-pdo_mysql': 'certain', 'ext-mysqli': 'certain' },
      maven: {
        'com.mysql:mysql-connector-j': 'certain', 'mysql:mysql-connector-java': 'certain', 'io.asyncer:r2dbc-mysql': 'certain',
        'io.quarkus:quarkus-jdbc-mysql': 'certain', 'io.quarkus:quarkus-reactive-mysql-client': 'certain', 'io.vertx:vertx-mysql-client': 'certain',
      },
      crates: { mysql: 'certain', mysql_async: 'certain', 'sqlx[mysql]': 'certain', 'diesel[mysql]': 'certain', 'sea-orm[sqlx-mysql]': 'certain' },
      nuget: { mysqlconnector: 'certain', 'mysql.data': 'certain', 'pomelo.entityframeworkcore.mysql': 'certain', 'mysql.entityframeworkcore': 'certain' },
      hex: { myxql: 'certain' },
    },
    schemes: ['mysql'],
    variables: /^MYSQL_?(?:HOST|URL|URI|DATABASE|DB)$/u,
    relational: true,
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `mysql://${identifier}:{password}@${service}:3306/${identifier}`,
      jdbc: `jdbc:mysql://${service}:3306/${identifier}`,
      keywords: `Server=${service};Port=3306;Database=${identifier};User ID=${identifier};Password={password}`,
      address: `${service}:3306`, host: service, port: '3306', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['DATABASE_URL', 'MYSQL_URL', 'DB_URL', 'DATABASE_URI', 'MYSQL_URI', 'JAWSDB_URL'],
      jdbc: ['SPRING_DATASOURCE_URL', 'QUARKUS_DATASOURCE_JDBC_URL', 'DATASOURCES_DEFAULT_URL', 'JDBC_DATABASE_URL', 'JDBC_URL'],
      host: ['MYSQL_HOST', 'DB_HOST', 'DATABASE_HOST'],
      port: ['MYSQL_PORT', 'DB_PORT', 'DATABASE_PORT'],
      user: [
        'MYSQL_USER', 'MYSQL_USERNAME', 'DB_USER', 'DB_USERNAME', 'DATABASE_USER', 'DATABASE_USERNAME',
        'SPRING_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_USERNAME', 'DATASOURCES_DEFAULT_USERNAME', 'JDBC_DATABASE_USERNAME', 'JDBC_USERNAME', 'JDBC_USER',
      ],
      password: [
        'MYSQL_PASSWORD', 'DB_PASSWORD', 'DB_PASS', 'DATABASE_PASSWORD',
        'SPRING_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_PASSWORD', 'DATASOURCES_DEFAULT_PASSWORD', 'JDBC_DATABASE_PASSWORD', 'JDBC_PASSWORD',
      ],
      database: ['MYSQL_DATABASE', 'MYSQL_DB', 'DB_NAME', 'DB_DATABASE', 'DATABASE_NAME'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 768, pids: 256 },
  reason: 'The account of the apps owns their database and nothing else; the probe asks a question, because a ping succeeds even where access is denied.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      // `mysqladmin ping` exits 0 on "Access denied"; over TCP, because the first start already answers on its socket
      test: ['CMD', 'bash', '-c', 'mysql --defaults-extra-file=<(printf "[client]\\npassword=%s\\n" "${MYSQL_PASSWORD:-$(cat "$MYSQL_PASSWORD_FILE")}") --protocol=tcp -h 127.0.0.1 -u "$MYSQL_USER" -Nse "SELECT 1" > /dev/null'],
      programs: ['bash'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 90,
    },
    stopGrace: 60,
    common: {
      // half of the memory limit, because connections and the server itself need the rest
      command: ['mysqld', `--innodb-buffer-pool-size=${Math.max(64, Math.floor(limits.memory / 2))}M`, '--max-connections=150'],
      environment: { MYSQL_USER: identifier, MYSQL_DATABASE: identifier },
    },
    development: {
      environment: { MYSQL_PASSWORD: developmentPassword, MYSQL_ROOT_PASSWORD: developmentPassword },
      ports: [{ host: '127.0.0.1', variable: `${prefix.toUpperCase()}_PUBLISHED_PORT`, published: 0, target: 3306 }],
    },
    ci: {
      environment: { MYSQL_PASSWORD: testPassword, MYSQL_ROOT_PASSWORD: testPassword },
      throwAway: true,
      tmpfs: [`${dataPath}:uid=999,gid=999,mode=0700,size=768m`],
    },
    production: {
      environment: { MYSQL_PASSWORD_FILE: `/run/secrets/${secretOf(prefix)}`, MYSQL_ROOT_PASSWORD_FILE: `/run/secrets/${rootSecretOf(prefix)}` },
      secrets: [secretOf(prefix), rootSecretOf(prefix)],
      user,
      tmpfs: ['/run/mysqld:uid=999,gid=999,mode=0755,size=16m', '/tmp:mode=1777,size=64m'],
    },
    secrets: [secretOf(prefix), rootSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const } })),
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
    operations: {
      backup: `docker compose exec -T ${service} sh -c 'MYSQL_PWD="$(cat "$MYSQL_ROOT_PASSWORD_FILE")" exec mysqldump -u root --single-transaction --quick --routines --triggers --events ${identifier}' > ${identifier}.sql`,
      restore: `docker compose exec -T ${service} sh -c 'MYSQL_PWD="$(cat "$MYSQL_ROOT_PASSWORD_FILE")" exec mysql -u root ${identifier}' < ${identifier}.sql`,
    },
  }),
} as const satisfies Technology;
