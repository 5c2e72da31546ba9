import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { crystalFiles, crystalWorkerFiles } from './files.js';
import { defaultPort, discoverCrystal } from './discover.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

export const crystal = {
  id: 'crystal',
  title: 'Crystal',
  frameworks,
  images: ['crystal', 'debian'],
  discover: discoverCrystal,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['shards'],
  defaultPort,
  defaultLanguage: 'crystal',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path }) => [path],
  leftovers: ({ path }) => [joinPath(path, 'lib')],
  files: crystalFiles,
  workerFiles: crystalWorkerFiles,
  // a second program is a target of its own, which the image does not build
  findProcess: () => undefined,
  watched: (_repository, _app, command) => command,
  placeholder,
} as const satisfies Stack;
