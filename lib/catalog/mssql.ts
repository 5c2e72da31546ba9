import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Instance, Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const adminSecretOf = (prefix: string): string => `${prefix}_admin_password`;
const scriptOf = (service: string): string => `docker/${service}/account.sh`;
const dataPath = '/var/opt/mssql';
/** Three of four kinds of characters are demanded (learn.microsoft.com, SQL Server on Linux: password policy). */
const strength = 'Aa1-';
const strong = (word: string): string => `${strength}${word}`;
/** Asks the server; who as, in which database and what follow. */
const ask = '/opt/mssql-tools18/bin/sqlcmd -C -S 127.0.0.1 -b';
/** A password that is a variable in development and a file in production. */
const given = (variable: string, secret: string): string => `"\${${variable}:-$(cat /run/secrets/${secret})}"`;

/** The image runs no scripts on a first start. Test suites and migration tools make databases of their own, production never does. */
const account = ({ prefix, identifier }: Instance): string => `#!/bin/bash
# Starts the server, and beside it makes the database of the apps and the account that owns it.
set -euo pipefail
MSSQL_SA_PASSWORD=${given('MSSQL_SA_PASSWORD', adminSecretOf(prefix))}
export MSSQL_SA_PASSWORD
password=${given('APP_PASSWORD', secretOf(prefix))}
quoted="$(printf %s "$password" | sed "s/'/''/g")"

account() {
  # passwords go through variables and standard input: arguments are seen in the list of processes
  export SQLCMDPASSWORD="$MSSQL_SA_PASSWORD"
  until ${ask} -U sa -l 5 -Q 'SELECT 1' > /dev/null 2>&1; do sleep 1; done
  ${ask} -U sa <<SQL
IF DB_ID(N'${identifier}') IS NULL CREATE DATABASE [${identifier}];
GO
IF SUSER_ID(N'${identifier}') IS NULL CREATE LOGIN [${identifier}] WITH PASSWORD = N'$quoted', DEFAULT_DATABASE = [${identifier}];
ELSE ALTER LOGIN [${identifier}] WITH PASSWORD = N'$quoted';
GO
ALTER AUTHORIZATION ON DATABASE::[${identifier}] TO [${identifier}];
\${APP_ROLE:+ALTER SERVER ROLE [$APP_ROLE] ADD MEMBER [${identifier}];}
GO
SQL
}

account &
exec /opt/mssql/bin/sqlservr
`;

export const mssql = {
  id: 'mssql',
  title: 'SQL Server',
  role: 'database',
  serviceName: 'db',
  port: 1433,
  // learn.microsoft.com/sql/linux/quickstart-install-connect-docker: the tools lie in a folder of their own
  programs: ['/opt/mssql-tools18/bin/sqlcmd', 'bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { mssql: 'certain', tedious: 'certain', '@prisma/adapter-mssql': 'certain' },
      pypi: { pymssql: 'certain', 'mssql-django': 'certain', pyodbc: 'guess' },
      go: { 'github.com/microsoft/go-mssqldb': 'certain', 'github.com/denisenkom/go-mssqldb': 'certain', 'gorm.io/driver/sqlserver': 'certain' },
      rubygems: { tiny_tds: 'certain', 'activerecord-sqlserver-adapter': 'certain' },
      packagist: { 'ext-pdo_sqlsrv': 'certain', 'ext-sqlsrv': 'certain' },
      maven: { 'com.microsoft.sqlserver:mssql-jdbc': 'certain', 'io.quarkus:quarkus-jdbc-mssql': 'certain' },
      crates: { tiberius: 'certain' },
      nuget: { 'microsoft.entityframeworkcore.sqlserver': 'certain', 'microsoft.data.sqlclient': 'certain', 'system.data.sqlclient': 'certain', 'hangfire.sqlserver': 'certain', 'aspire.microsoft.entityframeworkcore.sqlserver': 'certain' },
      hex: { tds: 'certain' },
    },
    schemes: ['sqlserver', 'mssql'],
    images: ['mssql/server', 'azure-sql-edge'],
    variables: /^(?:MSSQL|SQLSERVER|SQL_SERVER)_?(?:HOST|URL|SERVER|DATABASE)$/u,
    relational: true,
  },
  tags: {
    lines: [{ version: '2025' }, { version: '2022' }, { version: '2019' }],
    suffix: '-latest',
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `sqlserver://${identifier}:{password}@${service}:1433?database=${identifier}&encrypt=true&trustServerCertificate=true`,
      jdbc: `jdbc:sqlserver://${service}:1433;databaseName=${identifier};trustServerCertificate=true`,
      keywords: `Server=${service},1433;Database=${identifier};User Id=${identifier};Password={password};TrustServerCertificate=True`,
      address: `${service}:1433`, host: service, port: '1433', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['DATABASE_URL', 'MSSQL_URL', 'DB_URL', 'SQLSERVER_URL'],
      jdbc: ['SPRING_DATASOURCE_URL', 'QUARKUS_DATASOURCE_JDBC_URL', 'JDBC_URL'],
      host: ['MSSQL_HOST', 'DB_HOST', 'DATABASE_HOST', 'MSSQL_SERVER'],
      port: ['MSSQL_PORT', 'DB_PORT'],
      user: ['MSSQL_USER', 'DB_USER', 'DB_USERNAME', 'SPRING_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_USERNAME'],
      password: ['MSSQL_PASSWORD', 'MSSQL_SA_PASSWORD', 'SA_PASSWORD', 'DB_PASSWORD', 'SPRING_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_PASSWORD'],
      database: ['MSSQL_DATABASE', 'DB_NAME', 'DB_DATABASE'],
    },
    secret: secretOf(prefix),
    open: strong,
  }),
  // the server refuses to start below 2000 MB
  limits: { cpus: 1, memory: 2304, pids: 512 },
  reason: 'The Developer edition, which its licence allows everywhere but in production: set MSSQL_PID to your own there. The apps get an account that owns their database and is no administrator.',
  contribute: ({ service, prefix, identifier, limits }) => {
    const script = [{ kind: 'bind' as const, source: `./${scriptOf(service)}`, target: '/opt/account.sh', readOnly: true }];
    const open = (password: string) => ({ MSSQL_SA_PASSWORD: strong(password), APP_PASSWORD: strong(password), APP_ROLE: 'dbcreator' });
    const asAdministrator = (task: string): string => `SQLCMDPASSWORD=${given('MSSQL_SA_PASSWORD', adminSecretOf(prefix))} ${ask} -U sa -Q "${task}"`;
    return {
      healthcheck: {
        // as the apps, whose account is made after the server is up
        test: ['CMD-SHELL', `SQLCMDPASSWORD=${given('APP_PASSWORD', secretOf(prefix))} ${ask} -U ${identifier} -d ${identifier} -Q "SELECT 1" > /dev/null`],
        programs: ['/opt/mssql-tools18/bin/sqlcmd', 'sh'],
        interval: 10, timeout: 5, retries: 6, startPeriod: 90,
      },
      stopGrace: 60,
      common: {
        command: ['bash', '/opt/account.sh'],
        environment: { ACCEPT_EULA: 'Y', MSSQL_PID: { setting: 'MSSQL_PID', fallback: 'Developer' }, MSSQL_MEMORY_LIMIT_MB: String(Math.floor(limits.memory * 0.8)) },
        mounts: script,
      },
      development: { environment: open(developmentPassword), ports: [developmentPort(prefix, 1433)] },
      ci: { environment: open(testPassword), throwAway: true, mounts: script, tmpfs: [`${dataPath}:uid=10001,gid=0,mode=0770,size=2g`] },
      production: {
        secrets: [secretOf(prefix), adminSecretOf(prefix)],
        user: '10001:0',
        tmpfs: ['/tmp:mode=1777,size=256m'],
      },
      secrets: [secretOf(prefix), adminSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const, prefix: strength } })),
      volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
      files: [{ path: scriptOf(service), content: account({ service, prefix, identifier }), executable: true }],
      operations: {
        backup: `docker compose exec -T ${service} sh -c '${asAdministrator(`BACKUP DATABASE [${identifier}] TO DISK = N'"'"'/tmp/${identifier}.bak'"'"' WITH INIT`)} > /dev/null && cat /tmp/${identifier}.bak' > ${identifier}.bak`,
        // what is restored belongs to who restores it, until it is given back
        restore: `docker compose exec -T ${service} sh -c 'cat > /tmp/${identifier}.bak && ${asAdministrator(`RESTORE DATABASE [${identifier}] FROM DISK = N'"'"'/tmp/${identifier}.bak'"'"' WITH REPLACE; ALTER AUTHORIZATION ON DATABASE::[${identifier}] TO [${identifier}]`)}' < ${identifier}.bak`,
      },
    };
  },
} as const satisfies Technology;
