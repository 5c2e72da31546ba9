import type { Stack } from '../stack.js';
import { discoverNode } from './discover.js';
import { nodeFiles, nodeWorkerFiles } from './files.js';
import { timing, user, webHealthcheck, workdir } from './image.js';
import { lines, resolveVersion } from './lines.js';

/** Older than this many seconds, the heartbeat's file says that the event loop stands still; it beats every five. */
const heartbeatAge = 15;

export const node = {
  id: 'node',
  title: 'Node.js',
  // node:*-slim is Debian: coreutils and dash; neither curl nor wget (docker-node slim/Dockerfile)
  programs: ['node', 'npm', 'sh', 'test', 'date', 'stat'],
  discover: discoverNode,
  defaultVersion: lines[0].major,
  resolveVersion,
  defaultPort: 3000,
  user,
  workdir,
  developmentVolumes: ({ name }) => [{ name: `${name.replaceAll('-', '_')}_node_modules`, folder: 'node_modules' }],
  limits: { cpus: 1, memory: 512, pids: 256 },
  stopGrace: 30,
  webHealthcheck,
  workerProbe: (entry) => ({
    healthcheck: {
      test: ['CMD-SHELL', `test $(( $(date +%s) - $(stat -c %Y /tmp/heartbeat) )) -lt ${heartbeatAge}`],
      programs: ['sh', 'test', 'date', 'stat'],
      ...timing,
    },
    environment: {
      NODE_OPTIONS: '--import=/usr/local/lib/heartbeat.mjs',
      ...(entry === undefined ? {} : { HEARTBEAT_ENTRY: entry }),
    },
  }),
  environment: {
    common: {},
    development: { NODE_ENV: 'development' },
    test: { NODE_ENV: 'test' },
    production: { NODE_ENV: 'production' },
  },
  files: nodeFiles,
  workerFiles: nodeWorkerFiles,
} as const satisfies Stack;
