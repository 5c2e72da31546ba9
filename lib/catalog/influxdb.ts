import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_token`;
const adminSecretOf = (prefix: string): string => `${prefix}_admin_password`;
const dataPath = '/var/lib/influxdb2';
const settingsPath = '/etc/influxdb2';
/** A password has at least 8 characters (docs.influxdata.com, influx setup). */
const long = (word: string): string => word.padEnd(8, '-');
const open = (word: string) => ({ DOCKER_INFLUXDB_INIT_PASSWORD: long(word), DOCKER_INFLUXDB_INIT_ADMIN_TOKEN: long(word) });

export const influxdb = {
  id: 'influxdb',
  title: 'InfluxDB',
  role: 'database',
  serviceName: 'influxdb',
  port: 8086,
  // influxdata/influxdata-docker influxdb/2.7/Dockerfile: Debian slim with curl and the command line client
  programs: ['influx', 'curl', 'bash', 'sh', 'tar'],
  detection: {
    packages: {
      npm: { '@influxdata/influxdb-client': 'certain' },
      pypi: { 'influxdb-client': 'certain' },
      go: { 'github.com/influxdata/influxdb-client-go/v2': 'certain' },
      rubygems: { 'influxdb-client': 'certain' },
      packagist: { 'influxdata/influxdb-client-php': 'certain' },
      maven: { 'com.influxdb:influxdb-client-java': 'certain', 'com.influxdb:influxdb-client-reactive': 'certain' },
      crates: { influxdb2: 'certain' },
      nuget: { 'influxdb.client': 'certain' },
      hex: { instream: 'guess' },
    },
    schemes: [],
    images: ['influxdb'],
    variables: /^INFLUX(?:DB)?_(?:V2_)?(?:URL|HOST|HOSTNAME|ADDRESS)$/u,
  },
  tags: {
    lines: [{ version: '2' }],
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: { url: `http://${service}:8086`, address: `${service}:8086`, host: service, port: '8086', user: identifier, password: '{password}', database: identifier },
    variables: {
      url: ['INFLUXDB_URL', 'INFLUX_URL', 'INFLUXDB_V2_URL', 'INFLUXDB_ADDRESS'],
      host: ['INFLUXDB_HOST', 'INFLUX_HOST', 'INFLUXDB_HOSTNAME'],
      port: ['INFLUXDB_PORT', 'INFLUX_PORT'],
      password: ['INFLUXDB_TOKEN', 'INFLUX_TOKEN', 'INFLUXDB_V2_TOKEN', 'INFLUXDB_API_TOKEN', 'INFLUXDB_ADMIN_TOKEN'],
      database: ['INFLUXDB_BUCKET', 'INFLUX_BUCKET'],
    },
    texts: { INFLUXDB_ORG: identifier, INFLUX_ORG: identifier, INFLUXDB_V2_ORG: identifier },
    secret: secretOf(prefix),
    open: long,
  }),
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'Version 2, whose clients most projects have; the token of the apps is that of its owner, because no other can be given beforehand, and the server is theirs alone.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:8086/health'],
      programs: ['curl'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: {
      // influxdata/influxdata-docker influxdb/2.7/entrypoint.sh: the first start makes owner, organisation and bucket
      environment: {
        DOCKER_INFLUXDB_INIT_MODE: 'setup',
        DOCKER_INFLUXDB_INIT_USERNAME: 'admin',
        DOCKER_INFLUXDB_INIT_ORG: identifier,
        DOCKER_INFLUXDB_INIT_BUCKET: identifier,
        INFLUXD_REPORTING_DISABLED: 'true',
        // Go collects garbage below the limit of the container
        GOMEMLIMIT: `${Math.floor(limits.memory * 0.8)}MiB`,
      },
    },
    development: { environment: open(developmentPassword), ports: [developmentPort(prefix, 8086)] },
    ci: {
      environment: open(testPassword), throwAway: true,
      tmpfs: [`${dataPath}:uid=1000,gid=1000,mode=0700,size=512m`, `${settingsPath}:uid=1000,gid=1000,mode=0755,size=1m`],
    },
    production: {
      environment: { DOCKER_INFLUXDB_INIT_PASSWORD_FILE: `/run/secrets/${adminSecretOf(prefix)}`, DOCKER_INFLUXDB_INIT_ADMIN_TOKEN_FILE: `/run/secrets/${secretOf(prefix)}` },
      secrets: [secretOf(prefix), adminSecretOf(prefix)],
      user: '1000:1000',
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [secretOf(prefix), adminSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const } })),
    volumes: [
      { name: `${prefix}_data`, path: dataPath, use: 'buckets' },
      { name: `${prefix}_config`, path: settingsPath, use: 'settings of the command line client' },
    ],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
