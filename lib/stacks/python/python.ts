import type { Stack } from '../stack.js';
import { discoverPython } from './discover.js';
import { buildContext, pythonFiles, pythonWorkerFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const python = {
  id: 'python',
  title: 'Python',
  frameworks,
  images: ['python', 'micromamba'],
  discover: discoverPython,
  lines,
  // 3.15 is weeks old, and packages with compiled parts follow a new line months later
  defaultVersion: '3.14',
  resolveVersion,
  packageManagers: ['pip', 'uv', 'poetry', 'pdm', 'pipenv', 'conda'],
  defaultPort: 8000,
  defaultLanguage: 'python',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext,
  files: pythonFiles,
  workerFiles: pythonWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
