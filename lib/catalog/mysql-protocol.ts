import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Connection, Contribution, Instance, ServiceContext } from './technology.js';

export const mysqlConnectionLimit = 150;
export const mysqlProtocol = 'MySQL client/server protocol';

/** A server that speaks the protocol of MySQL. */
export interface MysqlServer {
  /** What the image's variables begin with. */
  readonly variables: string;
  readonly server: string;
  readonly dump: string;
  readonly client: string;
  readonly healthcheck: Pick<Contribution['healthcheck'], 'test' | 'programs'>;
}

/** uid and gid of `mysql` in both images (docker-library/mysql Dockerfile.oracle, MariaDB/mariadb-docker 12.3/Dockerfile). */
const user = '999:999';
const dataPath = '/var/lib/mysql';
const secretOf = (prefix: string): string => `${prefix}_password`;
const rootSecretOf = (prefix: string): string => `${prefix}_root_password`;

/** `scheme` is what JDBC calls the server; `names` are what variables of apps begin with, the most usual first. */
export function mysqlConnection({ service, prefix, identifier }: Instance, scheme: string, names: readonly [string, ...string[]]): Connection {
  const each = (ending: string): readonly string[] => names.map((name) => `${name}_${ending}`);
  const first = names[0];
  return {
    parts: {
      url: `mysql://${identifier}:{password}@${service}:3306/${identifier}`,
      jdbc: `jdbc:${scheme}://${service}:3306/${identifier}`,
      keywords: `Server=${service};Port=3306;Database=${identifier};User ID=${identifier};Password={password}`,
      address: `${service}:3306`, host: service, port: '3306', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['DATABASE_URL', `${first}_URL`, 'DB_URL', 'DATABASE_URI', `${first}_URI`, 'JAWSDB_URL'],
      jdbc: ['SPRING_DATASOURCE_URL', 'QUARKUS_DATASOURCE_JDBC_URL', 'DATASOURCES_DEFAULT_URL', 'JDBC_DATABASE_URL', 'JDBC_URL'],
      host: [...each('HOST'), 'DB_HOST', 'DATABASE_HOST'],
      port: [...each('PORT'), 'DB_PORT', 'DATABASE_PORT'],
      user: [
        ...each('USER'), `${first}_USERNAME`, 'DB_USER', 'DB_USERNAME', 'DATABASE_USER', 'DATABASE_USERNAME',
        'SPRING_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_USERNAME', 'DATASOURCES_DEFAULT_USERNAME', 'JDBC_DATABASE_USERNAME', 'JDBC_USERNAME', 'JDBC_USER',
      ],
      password: [
        ...each('PASSWORD'), 'DB_PASSWORD', 'DB_PASS', 'DATABASE_PASSWORD',
        'SPRING_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_PASSWORD', 'DATASOURCES_DEFAULT_PASSWORD', 'JDBC_DATABASE_PASSWORD', 'JDBC_PASSWORD',
      ],
      database: [...each('DATABASE'), `${first}_DB`, 'DB_NAME', 'DB_DATABASE', 'DATABASE_NAME'],
    },
    secret: secretOf(prefix),
  };
}

export function mysqlContribution({ variables, server, dump, client, healthcheck }: MysqlServer, { service, prefix, identifier, limits }: ServiceContext): Contribution {
  const open = (password: string) => ({ [`${variables}_PASSWORD`]: password, [`${variables}_ROOT_PASSWORD`]: password });
  // a variable in development, a file in production
  const rootPassword = `\${${variables}_ROOT_PASSWORD:-$(cat "$${variables}_ROOT_PASSWORD_FILE")}`;
  const asRoot = (task: string): string => `docker compose exec -T ${service} sh -c 'MYSQL_PWD="${rootPassword}" exec ${task}'`;
  return {
    healthcheck: { ...healthcheck, interval: 10, timeout: 5, retries: 3, startPeriod: 90 },
    stopGrace: 60,
    common: {
      // half of the memory limit, because connections and the server itself need the rest
      command: [server, `--innodb-buffer-pool-size=${Math.max(64, Math.floor(limits.memory / 2))}M`, `--max-connections=${mysqlConnectionLimit}`],
      environment: { [`${variables}_USER`]: identifier, [`${variables}_DATABASE`]: identifier },
    },
    development: { environment: open(developmentPassword), ports: [developmentPort(prefix, 3306)] },
    ci: { environment: open(testPassword), throwAway: true, tmpfs: [`${dataPath}:uid=999,gid=999,mode=0700,size=768m`] },
    production: {
      environment: { [`${variables}_PASSWORD_FILE`]: `/run/secrets/${secretOf(prefix)}`, [`${variables}_ROOT_PASSWORD_FILE`]: `/run/secrets/${rootSecretOf(prefix)}` },
      secrets: [secretOf(prefix), rootSecretOf(prefix)],
      user,
      tmpfs: ['/run/mysqld:uid=999,gid=999,mode=0755,size=16m', '/tmp:mode=1777,size=64m'],
    },
    secrets: [secretOf(prefix), rootSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' } })),
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
    operations: {
      backup: `${asRoot(`${dump} -u root --single-transaction --quick --routines --triggers --events ${identifier}`)} > ${identifier}.sql`,
      restore: `${asRoot(`${client} -u root ${identifier}`)} < ${identifier}.sql`,
    },
  };
}
