import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { defaultPort, discoverElixir } from './discover.js';
import { elixirFiles, elixirWorkerFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

export const elixir = {
  id: 'elixir',
  title: 'Elixir',
  frameworks,
  images: ['elixir', 'debian', 'node'],
  discover: discoverElixir,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['mix'],
  defaultPort,
  defaultLanguage: 'elixir',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path }) => [path],
  leftovers: ({ path }) => ['_build', 'deps'].map((folder) => joinPath(path, folder)),
  files: elixirFiles,
  workerFiles: elixirWorkerFiles,
  // jobs of Oban, Broadway and Quantum run in the release itself: there is no second program
  findProcess: () => undefined,
  watched: (_repository, _app, command) => command,
  placeholder,
} as const satisfies Stack;
