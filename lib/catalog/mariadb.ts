import { mysqlConnection, mysqlContribution } from './mysql-protocol.js';
import type { Technology } from './technology.js';

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
