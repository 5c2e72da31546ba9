import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_master_key`;
const environment = (key: string) => ({ MEILI_MASTER_KEY: key });
/** A master key has at least 16 bytes (meilisearch.com, learn/security/basic_security). */
const long = (word: string): string => word.padEnd(16, '-');

export const meilisearch = {
  id: 'meilisearch',
  title: 'Meilisearch',
  role: 'search',
  serviceName: 'meilisearch',
  port: 7700,
  // meilisearch/meilisearch Dockerfile: Alpine with curl and tini
  programs: ['curl', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { meilisearch: 'certain' },
      pypi: { meilisearch: 'certain', 'meilisearch-python-sdk': 'certain' },
      go: { 'github.com/meilisearch/meilisearch-go': 'certain' },
      rubygems: { meilisearch: 'certain', 'meilisearch-rails': 'certain' },
      packagist: { 'meilisearch/meilisearch-php': 'certain', 'meilisearch/search-bundle': 'certain' },
      maven: { 'com.meilisearch.sdk:meilisearch-java': 'certain' },
      crates: { 'meilisearch-sdk': 'certain' },
      nuget: { meilisearch: 'certain' },
      hex: { meilisearch_ex: 'certain' },
    },
    schemes: [],
    images: ['getmeili/meilisearch'],
    variables: /^MEILI(?:SEARCH)?_(?:HOST|URL|ADDR|ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    prefix: 'v',
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://${service}:7700`, address: `${service}:7700`, port: '7700', password: '{password}' },
    variables: {
      // clients call the whole address a host
      url: ['MEILISEARCH_URL', 'MEILISEARCH_HOST', 'MEILI_HOST', 'MEILI_URL', 'MEILI_ADDR', 'MEILISEARCH_ENDPOINT'],
      port: ['MEILISEARCH_PORT'],
      password: ['MEILI_MASTER_KEY', 'MEILISEARCH_KEY', 'MEILISEARCH_API_KEY', 'MEILISEARCH_MASTER_KEY', 'MEILI_API_KEY'],
    },
    secret: secretOf(prefix),
    open: long,
  }),
  limits: { cpus: 1, memory: 512, pids: 128 },
  reason: 'Its tag is exact, because a newer minor version refuses the data of an older one; no statistics leave it.',
  contribute: ({ service, prefix, limits }) => ({
    healthcheck: {
      test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:7700/health'],
      programs: ['curl'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 30,
    common: {
      environment: {
        MEILI_ENV: 'production',
        MEILI_NO_ANALYTICS: 'true',
        MEILI_DB_PATH: '/meili_data/data.ms',
        MEILI_MAX_INDEXING_MEMORY: `${Math.floor(limits.memory / 2)} MiB`,
      },
    },
    development: {
      environment: environment(long(developmentPassword)),
      ports: [developmentPort(prefix, 7700)],
    },
    ci: { environment: environment(long(testPassword)), throwAway: true, tmpfs: ['/meili_data:size=512m'] },
    production: {
      command: withSecret('MEILI_MASTER_KEY', secretOf(prefix), ['/bin/meilisearch']),
      secrets: [secretOf(prefix)],
      // the folder of its data belongs to root, who has no capability here
      user: '0:0',
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [{ name: `${prefix}_data`, path: '/meili_data', use: 'indexes' }],
    operations: archiveAtRest({ service, folder: '/meili_data' }),
  }),
} as const satisfies Technology;
