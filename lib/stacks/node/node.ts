import type { Stack } from '../stack.js';
import { discoverNode } from './discover.js';
import { nodeFiles, nodeWorkerFiles } from './files.js';
import { timing, user, webHealthcheck, workdir } from './image.js';
import { findProcess, watched } from './process.js';
import { lines, resolveVersion } from './lines.js';

export const node = {
  id: 'node',
  title: 'Node.js',
  // node:*-slim is Debian: coreutils and dash; neither curl nor wget (docker-node slim/Dockerfile); the worker's check is a script of ours
  programs: ['node', 'npm', 'sh', 'grep', 'date', 'stat', 'worker-healthcheck'],
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
  worker: {
    healthcheck: { test: ['CMD', 'worker-healthcheck'], programs: ['worker-healthcheck'], ...timing },
    environment: { NODE_OPTIONS: '--import=/usr/local/lib/heartbeat.mjs' },
  },
  environment: {
    common: {},
    development: { NODE_ENV: 'development' },
    test: { NODE_ENV: 'test' },
    production: { NODE_ENV: 'production' },
  },
  files: nodeFiles,
  findProcess,
  watched,
  workerFiles: nodeWorkerFiles,
} as const satisfies Stack;
