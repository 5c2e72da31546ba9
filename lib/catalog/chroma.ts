import { archiveAtRest } from './archive.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

/** rust/frontend/sample_configs/docker_single_node.yaml, which the image starts with. */
const dataPath = '/data';

export const chroma = {
  id: 'chroma',
  title: 'Chroma',
  role: 'database',
  serviceName: 'chroma',
  port: 8000,
  // chroma-core/chroma rust/Dockerfile: Debian slim with curl and dumb-init
  programs: ['curl', 'sh', 'tar'],
  detection: {
    // the library of Python keeps its data in files as well as in a server
    packages: {
      npm: { chromadb: 'certain', 'chromadb-client': 'certain' },
      pypi: { 'chromadb-client': 'certain', chromadb: 'guess', 'langchain-chroma': 'guess', 'llama-index-vector-stores-chroma': 'guess' },
      go: { 'github.com/amikos-tech/chroma-go': 'certain' },
      rubygems: { 'chroma-db': 'certain' },
      maven: { 'org.springframework.ai:spring-ai-starter-vector-store-chroma': 'certain', 'dev.langchain4j:langchain4j-chroma': 'certain' },
      nuget: { 'chromadb.client': 'certain' },
    },
    schemes: [],
    images: ['chromadb/chroma'],
    variables: /^CHROMA(?:DB)?_(?:SERVER_)?(?:URL|HOST|ENDPOINT)$/u,
    reads: /^CHROMA(?:DB)?_(?:SERVER_)?(?:URL|HOST|ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    whole: true,
  },
  connection: ({ service }) => ({
    parts: { url: `http://${service}:8000`, address: `${service}:8000`, host: service, port: '8000' },
    variables: {
      url: ['CHROMA_URL', 'CHROMADB_URL', 'CHROMA_SERVER_URL', 'CHROMA_ENDPOINT'],
      host: ['CHROMA_HOST', 'CHROMADB_HOST', 'CHROMA_SERVER_HOST'],
      port: ['CHROMA_PORT', 'CHROMADB_PORT', 'CHROMA_SERVER_PORT', 'CHROMA_SERVER_HTTP_PORT'],
    },
  }),
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'Its server has known no accounts since version 1, so that the network of the data tier is its protection; its tag is exact, because clients and server go together.',
  contribute: ({ service, prefix }) => ({
    healthcheck: {
      // docs.trychroma.com, Reference: heartbeat
      test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:8000/api/v2/heartbeat'],
      programs: ['curl'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 30,
    common: {},
    development: { ports: [developmentPort(prefix, 8000)] },
    ci: { throwAway: true, tmpfs: [`${dataPath}:size=512m`] },
    production: {
      // the folder of its data belongs to root, who has no capability here
      user: '0:0',
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'collections of vectors' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
