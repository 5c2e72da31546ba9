import { mysqlConnection, mysqlConnectionLimit, mysqlContribution, mysqlProtocol } from './mysql-protocol.js';
import type { Technology } from './technology.js';

export const mariadb = {
  id: 'mariadb',
  title: 'MariaDB',
  role: 'database',
  protocol: mysqlProtocol,
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
    images: ['mariadb', 'bitnami/mariadb', 'bitnamilegacy/mariadb', 'lscr.io/linuxserver/mariadb', 'linuxserver/mariadb'],
    variables: /^MARIADB_?(?:HOST|URL|URI|DATABASE|DB)$/u,
    relational: true,
  },
  tags: {
    lines: [{ version: '13' }, { version: '12.3', ends: '2029-06-12' }, { version: '11.8', ends: '2028-06-04' }, { version: '11.4', ends: '2029-05-29' }, { version: '10.11', ends: '2028-02-16' }, { version: '10.6', ends: '2026-07-06' }, { version: '10.5', ends: '2025-06-24' }],
  },
  connectionLimit: mysqlConnectionLimit,
  connection: (instance) => mysqlConnection(instance, 'mariadb', ['MARIADB', 'MYSQL']),
  limits: { cpus: 1, memory: 768, pids: 256 },
  reason: 'The account of the apps owns their database and nothing else; the probe is the one that its image brings.',
  contribute: (context) => mysqlContribution(
    {
      variables: 'MARIADB', server: 'mariadbd', dump: 'mariadb-dump', client: 'mariadb',
      healthcheck: { test: ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized'], programs: ['healthcheck.sh'] },
    },
    context,
  ),
} as const satisfies Technology;
