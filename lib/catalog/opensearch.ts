import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const dataPath = '/usr/share/opensearch/data';
/** The server refuses passwords that are too simple (opensearch.org, demo configuration), development's usual one among them. */
const strength = 'Aa1-';
const strong = (word: string): string => `${strength}${word}`;

export const opensearch = {
  id: 'opensearch',
  title: 'OpenSearch',
  role: 'search',
  serviceName: 'opensearch',
  port: 9200,
  // opensearch-project/opensearch-build docker/release/dockerfiles: curl and bash
  programs: ['curl', 'grep', 'bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { '@opensearch-project/opensearch': 'certain' },
      pypi: { 'opensearch-py': 'certain', 'opensearch-dsl': 'certain', 'django-opensearch-dsl': 'certain' },
      go: { 'github.com/opensearch-project/opensearch-go/v4': 'certain', 'github.com/opensearch-project/opensearch-go/v2': 'certain', 'github.com/opensearch-project/opensearch-go': 'certain' },
      rubygems: { 'opensearch-ruby': 'certain' },
      packagist: { 'opensearch-project/opensearch-php': 'certain' },
      maven: { 'org.opensearch.client:opensearch-java': 'certain', 'org.opensearch.client:opensearch-rest-client': 'certain', 'org.opensearch.client:spring-data-opensearch': 'certain' },
      crates: { opensearch: 'certain' },
      nuget: { 'opensearch.client': 'certain', 'opensearch.net': 'certain' },
    },
    schemes: ['opensearch'],
    images: ['opensearchproject/opensearch'],
    variables: /^OPENSEARCH_?(?:URL|HOSTS?|NODE|URI|ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '3' }, { version: '2' }],
    whole: true,
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `https://admin:{password}@${service}:9200`, address: `${service}:9200`, host: service, port: '9200', user: 'admin', password: '{password}' },
    variables: {
      url: ['OPENSEARCH_URL', 'OPENSEARCH_HOSTS', 'OPENSEARCH_NODE', 'OPENSEARCH_ENDPOINT', 'OPENSEARCH_URI'],
      host: ['OPENSEARCH_HOST'],
      port: ['OPENSEARCH_PORT'],
      user: ['OPENSEARCH_USERNAME', 'OPENSEARCH_USER'],
      password: ['OPENSEARCH_PASSWORD', 'OPENSEARCH_INITIAL_ADMIN_PASSWORD'],
    },
    secret: secretOf(prefix),
    // clients and server have to agree, so that the same form goes to both
    open: strong,
  }),
  limits: { cpus: 1, memory: 2048, pids: 1024 },
  reason: 'One node with passwords; its certificate is the one that it makes up itself, so that clients must be told not to verify it inside the network of the data tier.',
  contribute: ({ service, prefix, limits }) => {
    const heap = Math.floor(limits.memory / 2);
    return {
      healthcheck: {
        test: ['CMD-SHELL', 'curl -sk -o /dev/null -w "%{http_code}" https://127.0.0.1:9200/ | grep -qE "^(200|401)$"'],
        programs: ['curl', 'grep', 'sh'],
        interval: 10, timeout: 5, retries: 6, startPeriod: 120,
      },
      stopGrace: 60,
      common: { environment: { 'discovery.type': 'single-node', OPENSEARCH_JAVA_OPTS: `-Xms${heap}m -Xmx${heap}m` } },
      development: {
        environment: { OPENSEARCH_INITIAL_ADMIN_PASSWORD: strong(developmentPassword) },
        ports: [developmentPort(prefix, 9200)],
      },
      ci: { environment: { OPENSEARCH_INITIAL_ADMIN_PASSWORD: strong(testPassword) }, throwAway: true, tmpfs: [`${dataPath}:uid=1000,gid=1000,mode=0770,size=1g`] },
      production: {
        command: withSecret('OPENSEARCH_INITIAL_ADMIN_PASSWORD', secretOf(prefix), ['./opensearch-docker-entrypoint.sh', 'opensearch']),
        secrets: [secretOf(prefix)],
        user: '1000:1000',
        tmpfs: ['/tmp:mode=1777,size=256m'],
        writableRoot: 'the first start writes certificates beside its settings',
      },
      secrets: [{ name: secretOf(prefix), origin: { kind: 'random', prefix: strength } }],
      volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'indexes' }],
      operations: archiveAtRest({ service, folder: dataPath }),
    };
  },
} as const satisfies Technology;
