import { mysqlConnection, mysqlConnectionLimit, mysqlContribution, mysqlProtocol } from './mysql-protocol.js';
import type { Technology } from './technology.js';

export const mysql = {
  id: 'mysql',
  title: 'MySQL',
  role: 'database',
  protocol: mysqlProtocol,
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
    images: ['mysql', 'mysql/mysql-server', 'bitnami/mysql', 'bitnamilegacy/mysql', 'percona'],
    variables: /^MYSQL_?(?:HOST|URL|URI|DATABASE|DB)$/u,
    relational: true,
  },
  tags: {
    lines: [{ version: '26' }, { version: '9.7', ends: '2034-04-21' }, { version: '8.4', ends: '2032-04-30' }, { version: '8.0', ends: '2026-04-30' }, { version: '5.7', ends: '2023-10-31' }],
  },
  connectionLimit: mysqlConnectionLimit,
  connection: (instance) => mysqlConnection(instance, 'mysql', ['MYSQL']),
  limits: { cpus: 1, memory: 768, pids: 256 },
  reason: 'The account of the apps owns their database and nothing else; the probe asks a question, because a ping succeeds even where access is denied.',
  contribute: (context) => mysqlContribution(
    {
      variables: 'MYSQL', server: 'mysqld', dump: 'mysqldump', client: 'mysql',
      healthcheck: {
        // `mysqladmin ping` exits 0 on "Access denied"; over TCP, because the first start already answers on its socket
        test: ['CMD', 'bash', '-c', 'mysql --defaults-extra-file=<(printf "[client]\\npassword=%s\\n" "${MYSQL_PASSWORD:-$(cat "$MYSQL_PASSWORD_FILE")}") --protocol=tcp -h 127.0.0.1 -u "$MYSQL_USER" -Nse "SELECT 1" > /dev/null'],
        programs: ['bash'],
      },
    },
    context,
  ),
} as const satisfies Technology;
