import { mysqlConnection, mysqlConnectionLimit, mysqlContribution, mysqlProtocol } from './mysql-protocol.js';
import type { Technology } from './technology.js';

/** Without encryption of the password PyMySQL, and what is built on it, answers no question of a new server. */
const bringCryptography = ['cryptography', 'pymysql[rsa]', 'aiomysql[rsa]', 'authlib', 'msal', 'paramiko', 'pyjwt[crypto]', 'pyopenssl', 'python-jose[cryptography]'];

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
    // 8.0 made caching_sha2_password the default (dev.mysql.com, Caching SHA-2 Pluggable Authentication), 9.0 took the old way out:
    // mysqljs/mysql#2002; pymysql.readthedocs.io, Installation
    limited: {
      npm: { mysql: { until: '5.7', instead: 'mysql2' } },
      pypi: {
        pymysql: { until: '5.7', unless: bringCryptography, instead: 'pymysql[rsa]' },
        aiomysql: { until: '5.7', unless: bringCryptography, instead: 'aiomysql[rsa]' },
      },
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
