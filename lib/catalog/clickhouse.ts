import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const dataPath = '/var/lib/clickhouse';

export const clickhouse = {
  id: 'clickhouse',
  title: 'ClickHouse',
  role: 'database',
  serviceName: 'clickhouse',
  port: 8123,
  // ClickHouse/docker-library Dockerfile.ubuntu: wget, bash and the client
  programs: ['wget', 'clickhouse-client', 'bash', 'sh', 'tar'],
  detection: {
    packages: {
      npm: { '@clickhouse/client': 'certain', clickhouse: 'certain' },
      pypi: { 'clickhouse-connect': 'certain', 'clickhouse-driver': 'certain', aiochclient: 'certain', 'clickhouse-sqlalchemy': 'certain' },
      go: { 'github.com/ClickHouse/clickhouse-go/v2': 'certain', 'github.com/ClickHouse/clickhouse-go': 'certain', 'github.com/ClickHouse/ch-go': 'certain' },
      rubygems: { click_house: 'certain', 'clickhouse-activerecord': 'certain' },
      packagist: { 'smi2/phpclickhouse': 'certain' },
      maven: { 'com.clickhouse:clickhouse-jdbc': 'certain', 'com.clickhouse:client-v2': 'certain' },
      crates: { clickhouse: 'certain', klickhouse: 'certain' },
      nuget: { 'clickhouse.client': 'certain', 'clickhouse.driver': 'certain', 'octonica.clickhouseclient': 'certain' },
      hex: { ecto_ch: 'certain', ch: 'certain' },
    },
    schemes: ['clickhouse'],
    images: ['clickhouse', 'clickhouse/clickhouse-server', 'yandex/clickhouse-server', 'bitnami/clickhouse'],
    variables: /^CLICKHOUSE_(?:URL|HOST|ADDR|ADDRESS|DSN|DATABASE_URL)$/u,
  },
  tags: {
    lines: [{ version: '26' }, { version: '26.3', ends: '2027-03-26' }, { version: '25' }, { version: '24' }],
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `http://${identifier}:{password}@${service}:8123/${identifier}`, jdbc: `jdbc:clickhouse://${service}:8123/${identifier}`, address: `${service}:9000`,
      host: service, port: '8123', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['CLICKHOUSE_URL', 'CLICKHOUSE_DATABASE_URL', 'CLICKHOUSE_DSN'],
      address: ['CLICKHOUSE_ADDR', 'CLICKHOUSE_ADDRESS'],
      host: ['CLICKHOUSE_HOST'],
      port: ['CLICKHOUSE_PORT', 'CLICKHOUSE_HTTP_PORT'],
      user: ['CLICKHOUSE_USER', 'CLICKHOUSE_USERNAME'],
      password: ['CLICKHOUSE_PASSWORD'],
      database: ['CLICKHOUSE_DB', 'CLICKHOUSE_DATABASE'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 2, memory: 2048, pids: 1024 },
  reason: 'Its memory follows the limit of the container; the account of the apps is made from a file on the first start, and without a password nobody is let in.',
  contribute: ({ service, prefix, identifier }) => ({
    healthcheck: {
      test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8123/ping'],
      programs: ['wget'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: { environment: { CLICKHOUSE_USER: identifier, CLICKHOUSE_DB: identifier } },
    development: {
      environment: { CLICKHOUSE_PASSWORD: developmentPassword },
      ports: [developmentPort(prefix, 8123)],
    },
    ci: { environment: { CLICKHOUSE_PASSWORD: testPassword }, throwAway: true, tmpfs: [`${dataPath}:uid=101,gid=101,mode=0700,size=1g`] },
    production: {
      environment: { CLICKHOUSE_PASSWORD_FILE: `/run/secrets/${secretOf(prefix)}` },
      secrets: [secretOf(prefix)],
      user: '101:101',
      tmpfs: [
        '/tmp:mode=1777,size=256m', '/var/log/clickhouse-server:uid=101,gid=101,mode=0755,size=128m',
        '/etc/clickhouse-server/users.d:uid=101,gid=101,mode=0755,size=1m',
      ],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'tables' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
