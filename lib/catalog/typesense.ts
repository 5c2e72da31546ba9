import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_api_key`;
const dataPath = '/data';

export const typesense = {
  id: 'typesense',
  title: 'Typesense',
  role: 'search',
  serviceName: 'typesense',
  port: 8108,
  // typesense/typesense docker/deployment.Dockerfile: Ubuntu with certificates and the server; neither curl nor wget
  programs: ['bash', 'sh', 'tar', 'cat'],
  detection: {
    packages: {
      npm: { typesense: 'certain' },
      pypi: { typesense: 'certain', 'django-typesense': 'certain', 'langchain-typesense': 'certain', 'llama-index-vector-stores-typesense': 'certain' },
      go: { 'github.com/typesense/typesense-go': 'certain', 'github.com/typesense/typesense-go/v2': 'certain', 'github.com/typesense/typesense-go/v3': 'certain' },
      rubygems: { typesense: 'certain', 'typesense-rails': 'certain' },
      // one of several engines of Laravel Scout, whose settings choose
      packagist: { 'typesense/typesense-php': 'guess', 'typesense/laravel-scout-typesense-driver': 'certain' },
      maven: { 'org.typesense:typesense-java': 'certain' },
      nuget: { typesense: 'certain' },
    },
    schemes: [],
    images: ['typesense/typesense'],
    variables: /^TYPESENSE_(?:URL|HOST|ENDPOINT|NODES?)$/u,
  },
  tags: {
    lines: [{ version: '30' }, { version: '29' }, { version: '28' }, { version: '27' }],
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://${service}:8108`, address: `${service}:8108`, host: service, port: '8108', password: '{password}' },
    variables: {
      url: ['TYPESENSE_URL', 'TYPESENSE_ENDPOINT'],
      host: ['TYPESENSE_HOST'],
      port: ['TYPESENSE_PORT'],
      password: ['TYPESENSE_API_KEY', 'TYPESENSE_ADMIN_API_KEY', 'TYPESENSE_KEY'],
    },
    texts: { TYPESENSE_PROTOCOL: 'http' },
    secret: secretOf(prefix),
  }),
  // indexes live in memory: two to three times what is searched (typesense.org, System requirements)
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'Its indexes live in memory, so that the limit is what decides how much it finds; the key of the apps is the one that bootstraps it.',
  contribute: ({ service, prefix }) => ({
    healthcheck: {
      // typesense.org, API: health needs no key
      test: ['CMD', 'bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/8108 && printf "GET /health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n" >&3 && read -t 3 -r line <&3 && [[ $line == *" 200"* ]]'],
      programs: ['bash'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 30,
    // typesense.org, Configure Typesense: every option has a variable
    common: { environment: { TYPESENSE_DATA_DIR: dataPath, TYPESENSE_ENABLE_CORS: 'false' } },
    development: { environment: { TYPESENSE_API_KEY: developmentPassword }, ports: [developmentPort(prefix, 8108)] },
    ci: { environment: { TYPESENSE_API_KEY: testPassword }, throwAway: true, tmpfs: [`${dataPath}:size=512m`] },
    production: {
      entrypoint: withSecret('TYPESENSE_API_KEY', secretOf(prefix), ['/opt/typesense-server']),
      secrets: [secretOf(prefix)],
      // the folder of its data belongs to root, who has no capability here
      user: '0:0',
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'collections' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
