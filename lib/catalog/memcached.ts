import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

/** Memory that the server itself takes beside its items, in MiB. */
const overhead = 64;

const overBash = {
  test: ['CMD', 'bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/11211 && printf "version\\r\\n" >&3 && read -t 2 -r answer <&3 && [[ $answer == VERSION* ]]'],
  programs: ['bash'],
};

export const memcached = {
  id: 'memcached',
  title: 'Memcached',
  role: 'cache',
  serviceName: 'memcached',
  port: 11211,
  // docker-library/memcached Dockerfiles: bash and no nc on Debian, the reverse on Alpine; runs as 11211
  programs: ['memcached', 'bash', 'nc', 'printf', 'grep', 'sh'],
  detection: {
    packages: {
      npm: { memjs: 'certain', memcached: 'certain', '@keyv/memcache': 'certain' },
      pypi: { pymemcache: 'certain', pylibmc: 'certain', 'python-memcached': 'certain', aiomcache: 'certain' },
      go: { 'github.com/bradfitz/gomemcache': 'certain' },
      rubygems: { dalli: 'certain' },
      packagist: { 'ext-memcached': 'certain' },
      maven: { 'com.googlecode.xmemcached:xmemcached': 'certain', 'net.spy:spymemcached': 'certain' },
      crates: { memcache: 'certain', 'async-memcached': 'certain' },
      nuget: { enyimmemcachedcore: 'certain' },
      hex: { memcachir: 'certain', memcachex: 'certain' },
    },
    schemes: ['memcached', 'memcache'],
    images: ['memcached', 'bitnami/memcached'],
    variables: /^MEMCACHED?_?(?:HOST|URL|SERVERS?|ADDR|ADDRESS|LOCATION)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
  },
  connection: ({ service }) => ({
    parts: { url: `memcached://${service}:11211`, address: `${service}:11211`, host: service, port: '11211' },
    variables: {
      url: ['MEMCACHED_URL'],
      address: ['MEMCACHED_SERVERS', 'MEMCACHE_SERVERS', 'MEMCACHED_SERVER', 'MEMCACHED_LOCATION', 'MEMCACHED_ADDR'],
      host: ['MEMCACHED_HOST', 'MEMCACHE_HOST'],
      port: ['MEMCACHED_PORT', 'MEMCACHE_PORT'],
    },
  }),
  limits: { cpus: 0.25, memory: 128, pids: 64 },
  reason: 'It knows no passwords, so that its isolation is the network of the data tier; nothing in it has to survive.',
  contribute: ({ prefix, limits, release: { alpine } }) => ({
    healthcheck: {
      ...(alpine ? { test: ['CMD-SHELL', "printf 'version\\r\\nquit\\r\\n' | nc 127.0.0.1 11211 | grep -q VERSION"], programs: ['printf', 'nc', 'grep', 'sh'] } : overBash),
      interval: 10, timeout: 5, retries: 3, startPeriod: 10,
    },
    stopGrace: 10,
    common: { command: ['memcached', '-m', String(Math.max(16, limits.memory - overhead)), '-c', '1024'] },
    development: { ports: [developmentPort(prefix, 11211)] },
    ci: {},
    production: { user: '11211:11211' },
    secrets: [],
    volumes: [],
  }),
} as const satisfies Technology;
