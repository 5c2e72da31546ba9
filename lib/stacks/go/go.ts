import { compiledWorkerFiles, rootOf } from '../compiled.js';
import type { Stack } from '../stack.js';
import { discoverGo } from './discover.js';
import { goFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const go = {
  id: 'go',
  title: 'Go',
  frameworks,
  images: ['golang', 'alpine', 'debian'],
  discover: discoverGo,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['go'],
  defaultPort: 8080,
  defaultLanguage: 'go',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: (app) => [rootOf(app)],
  files: goFiles,
  workerFiles: compiledWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
