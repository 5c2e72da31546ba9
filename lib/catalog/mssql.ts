import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const dataPath = '/var/opt/mssql';
/** Three of four kinds of characters are demanded (learn.microsoft.com, SQL Server on Linux: password policy). */
const strength = 'Aa1-';
const strong = (word: string): string => `${strength}${word}`;

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
      url: `sqlserver://sa:{password}@${service}:1433?database=${identifier}&encrypt=true&trustServerCertificate=true`,
      jdbc: `jdbc:sqlserver://${service}:1433;databaseName=${identifier};trustServerCertificate=true`,
      keywords: `Server=${service},1433;Database=${identifier};User Id=sa;Password={password};TrustServerCertificate=True`,
      address: `${service}:1433`, host: service, port: '1433', user: 'sa', password: '{password}', database: identifier,
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
  reason: 'The Developer edition, which its licence allows everywhere but in production: set MSSQL_PID to your own there. The image makes no account but the administrator, so that the apps use it.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      test: ['CMD-SHELL', 'SQLCMDPASSWORD="${MSSQL_SA_PASSWORD:-$(cat /run/secrets/' + secretOf(prefix) + ')}" /opt/mssql-tools18/bin/sqlcmd -C -S 127.0.0.1 -U sa -b -Q "SELECT 1" > /dev/null'],
      programs: ['/opt/mssql-tools18/bin/sqlcmd', 'sh'],
      interval: 10, timeout: 5, retries: 6, startPeriod: 90,
    },
    stopGrace: 60,
    common: { environment: { ACCEPT_EULA: 'Y', MSSQL_PID: { setting: 'MSSQL_PID', fallback: 'Developer' }, MSSQL_MEMORY_LIMIT_MB: String(Math.floor(limits.memory * 0.8)) } },
    development: {
      environment: { MSSQL_SA_PASSWORD: strong(developmentPassword) },
      ports: [developmentPort(prefix, 1433)],
    },
    ci: { environment: { MSSQL_SA_PASSWORD: strong(testPassword) }, throwAway: true, tmpfs: [`${dataPath}:uid=10001,gid=0,mode=0770,size=2g`] },
    production: {
      command: withSecret('MSSQL_SA_PASSWORD', secretOf(prefix), ['/opt/mssql/bin/sqlservr']),
      secrets: [secretOf(prefix)],
      user: '10001:0',
      tmpfs: ['/tmp:mode=1777,size=256m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random', prefix: strength } }],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'databases' }],
    operations: {
      backup: `docker compose exec -T ${service} sh -c 'SQLCMDPASSWORD="\${MSSQL_SA_PASSWORD:-$(cat /run/secrets/${secretOf(prefix)})}" /opt/mssql-tools18/bin/sqlcmd -C -S 127.0.0.1 -U sa -b -Q "BACKUP DATABASE [${identifier}] TO DISK = N'"'"'/tmp/${identifier}.bak'"'"' WITH INIT" > /dev/null && cat /tmp/${identifier}.bak' > ${identifier}.bak`,
      restore: `docker compose exec -T ${service} sh -c 'cat > /tmp/${identifier}.bak && SQLCMDPASSWORD="\${MSSQL_SA_PASSWORD:-$(cat /run/secrets/${secretOf(prefix)})}" /opt/mssql-tools18/bin/sqlcmd -C -S 127.0.0.1 -U sa -b -Q "RESTORE DATABASE [${identifier}] FROM DISK = N'"'"'/tmp/${identifier}.bak'"'"' WITH REPLACE"' < ${identifier}.bak`,
    },
  }),
} as const satisfies Technology;
