import { filesUnder } from '../../discovery/file-index.js';
import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { watchedCommand } from './commands.js';
import { defaultPort, discoverDeno } from './discover.js';
import { denoFiles, denoWorkerFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

export const deno = {
  id: 'deno',
  title: 'Deno',
  frameworks,
  images: ['deno'],
  discover: discoverDeno,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['deno'],
  defaultPort,
  defaultLanguage: 'typescript',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path, workspace }) => [workspace === undefined ? path : '.'],
  files: denoFiles,
  workerFiles: denoWorkerFiles,
  findProcess: (repository, { path }, name) => {
    const names = [name, `${name}-worker`, `${name}_worker`, `worker-${name}`].map((each) => `/${each}.ts`);
    const file = filesUnder(repository, path).find((each) => names.some((ending) => `/${each}`.endsWith(ending)));
    if (file === undefined) return undefined;
    const own = path === '.' ? file : file.slice(joinPath(path, '').length);
    const command = ['deno', 'run', '--cached-only', '--allow-net', '--allow-env', '--allow-read', own];
    return { command, development: watchedCommand(command) };
  },
  watched: (_repository, _app, command) => watchedCommand(command),
  placeholder,
} as const satisfies Stack;
