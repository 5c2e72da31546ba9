import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_api_key`;
const key = (value: string) => ({ QDRANT__SERVICE__API_KEY: value });

export const qdrant = {
  id: 'qdrant',
  title: 'Qdrant',
  role: 'database',
  serviceName: 'qdrant',
  port: 6333,
  // qdrant/qdrant Dockerfile: Debian slim with bash, neither curl, wget nor nc
  programs: ['bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { '@qdrant/js-client-rest': 'certain', '@qdrant/qdrant-js': 'certain', '@langchain/qdrant': 'certain' },
      pypi: { 'qdrant-client': 'certain', 'langchain-qdrant': 'certain', 'llama-index-vector-stores-qdrant': 'certain' },
      go: { 'github.com/qdrant/go-client': 'certain' },
      rubygems: { 'qdrant-ruby': 'certain' },
      packagist: { 'hkulekci/qdrant': 'certain' },
      maven: { 'io.qdrant:client': 'certain', 'org.springframework.ai:spring-ai-starter-vector-store-qdrant': 'certain' },
      crates: { 'qdrant-client': 'certain' },
      nuget: { 'qdrant.client': 'certain' },
      hex: { qdrant: 'certain' },
    },
    schemes: [],
    images: ['qdrant/qdrant'],
    variables: /^QDRANT_(?:URL|HOST|ENDPOINT|LOCATION)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    prefix: 'v',
    suffix: '-unprivileged',
    whole: true,
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://${service}:6333`, address: `${service}:6333`, host: service, port: '6333', password: '{password}' },
    variables: {
      url: ['QDRANT_URL', 'QDRANT_ENDPOINT', 'QDRANT_LOCATION'],
      host: ['QDRANT_HOST'],
      port: ['QDRANT_PORT'],
      password: ['QDRANT_API_KEY', 'QDRANT_KEY'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'The image that runs as a user without privileges; vectors and snapshots each have a volume, on a disk that can be mapped into memory.',
  contribute: ({ service, prefix }) => ({
    healthcheck: {
      test: ['CMD', 'bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/6333 && printf "GET /readyz HTTP/1.0\\r\\n\\r\\n" >&3 && read -t 3 -r line <&3 && [[ $line == *200* ]]'],
      programs: ['bash'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 60,
    common: { environment: { QDRANT__TELEMETRY_DISABLED: 'true' } },
    development: {
      environment: key(developmentPassword),
      ports: [developmentPort(prefix, 6333)],
    },
    ci: {
      environment: key(testPassword), throwAway: true,
      tmpfs: ['/qdrant/storage:uid=1000,gid=1000,mode=0700,size=512m', '/qdrant/snapshots:uid=1000,gid=1000,mode=0700,size=256m'],
    },
    production: {
      command: withSecret('QDRANT__SERVICE__API_KEY', secretOf(prefix), ['./entrypoint.sh']),
      secrets: [secretOf(prefix)],
      user: '1000:1000',
      tmpfs: ['/tmp:mode=1777,size=64m'],
      environment: { QDRANT_INIT_FILE_PATH: '/tmp/.qdrant-initialized' },
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [
      { name: `${prefix}_data`, path: '/qdrant/storage', use: 'collections of vectors' },
      { name: `${prefix}_snapshots`, path: '/qdrant/snapshots', use: 'snapshots' },
    ],
    operations: archiveAtRest({ service, folder: '/qdrant/storage' }),
  }),
} as const satisfies Technology;
