import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { defaultPort, discoverPhp } from './discover.js';
import { phpFiles, phpWorkerFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const php = {
  id: 'php',
  title: 'PHP',
  frameworks,
  images: ['php', 'composer'],
  discover: discoverPhp,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['composer'],
  defaultPort,
  defaultLanguage: 'php',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path }) => [path],
  leftovers: ({ path }) => [joinPath(path, 'vendor')],
  files: phpFiles,
  workerFiles: phpWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
