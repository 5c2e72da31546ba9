import type { Stack } from '../stack.js';
import { frameworks } from './frameworks/registry.js';
import { assetsStage, discoverAssets } from './assets.js';
import { discoverNode } from './discover.js';
import { filesImage } from '../static-files.js';
import { nodeFiles, nodeWorkerFiles } from './files.js';
import { buildArguments } from './production.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { workspaceContext } from './workspace-files.js';
import { isWorkspaceApp } from './workspace-paths.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const node = {
  id: 'node',
  title: 'Node.js',
  frameworks,
  images: ['node', 'bun', filesImage],
  discover: discoverNode,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['npm', 'pnpm', 'yarn', 'yarn-berry', 'bun'],
  defaultPort: 3000,
  defaultLanguage: 'javascript',
  runtime,
  worker,
  buildArguments,
  buildContext: (app) => (isWorkspaceApp(app) ? workspaceContext(app) : [app.path]),
  files: nodeFiles,
  workerFiles: nodeWorkerFiles,
  findProcess,
  watched,
  placeholder,
  assets: { discover: discoverAssets, stage: assetsStage },
} as const satisfies Stack;
