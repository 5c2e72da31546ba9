import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_api_key`;
const dataPath = '/var/lib/weaviate';
const key = (value: string) => ({ AUTHENTICATION_APIKEY_ALLOWED_KEYS: value });

export const weaviate = {
  id: 'weaviate',
  title: 'Weaviate',
  role: 'database',
  serviceName: 'weaviate',
  port: 8080,
  // weaviate/weaviate Dockerfile: Alpine, so that wget and tar are those of busybox
  programs: ['wget', 'sh', 'tar', 'cat'],
  detection: {
    packages: {
      npm: { 'weaviate-client': 'certain', 'weaviate-ts-client': 'certain', '@langchain/weaviate': 'certain' },
      pypi: { 'weaviate-client': 'certain', 'langchain-weaviate': 'certain', 'llama-index-vector-stores-weaviate': 'certain' },
      go: { 'github.com/weaviate/weaviate-go-client/v4': 'certain', 'github.com/weaviate/weaviate-go-client/v5': 'certain' },
      rubygems: { 'weaviate-ruby': 'certain' },
      maven: { 'io.weaviate:client': 'certain', 'io.weaviate:client6': 'certain', 'org.springframework.ai:spring-ai-starter-vector-store-weaviate': 'certain' },
    },
    schemes: [],
    images: ['semitechnologies/weaviate'],
    variables: /^WEAVIATE_(?:URL|HOST|HTTP_HOST|ENDPOINT|SCHEME_HOST)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    whole: true,
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://${service}:8080`, address: `${service}:8080`, host: service, port: '8080', password: '{password}' },
    variables: {
      url: ['WEAVIATE_URL', 'WEAVIATE_ENDPOINT'],
      address: ['WEAVIATE_SCHEME_HOST'],
      host: ['WEAVIATE_HOST', 'WEAVIATE_HTTP_HOST'],
      port: ['WEAVIATE_PORT', 'WEAVIATE_HTTP_PORT'],
      password: ['WEAVIATE_API_KEY', 'WEAVIATE_KEY'],
    },
    texts: { WEAVIATE_GRPC_HOST: service, WEAVIATE_GRPC_PORT: '50051', WEAVIATE_SCHEME: 'http' },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'Nobody is let in without the key; Go collects garbage below the limit of the container, and the node has a fixed name, because the data belongs to it.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      // docs.weaviate.io, Monitoring: it answers once the node takes requests, without a key
      test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8080/v1/.well-known/ready'],
      programs: ['wget'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: {
      command: ['--host', '0.0.0.0', '--port', '8080', '--scheme', 'http'],
      // docs.weaviate.io, Environment variables and Resource planning
      environment: {
        PERSISTENCE_DATA_PATH: dataPath,
        CLUSTER_HOSTNAME: 'node1',
        DISABLE_TELEMETRY: 'true',
        AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false',
        AUTHENTICATION_APIKEY_ENABLED: 'true',
        AUTHENTICATION_APIKEY_USERS: identifier,
        GOMEMLIMIT: `${Math.floor(limits.memory * 0.8)}MiB`,
      },
    },
    development: { environment: key(developmentPassword), ports: [developmentPort(prefix, 8080)] },
    ci: { environment: key(testPassword), throwAway: true, tmpfs: [`${dataPath}:size=512m`] },
    production: {
      entrypoint: withSecret('AUTHENTICATION_APIKEY_ALLOWED_KEYS', secretOf(prefix), ['/bin/weaviate']),
      secrets: [secretOf(prefix)],
      // the folder of its data belongs to root, who has no capability here
      user: '0:0',
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'objects and vectors' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
