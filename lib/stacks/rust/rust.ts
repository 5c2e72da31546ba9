import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { compiledWorkerFiles, programOf, programsOf, programPath, rootOf } from '../compiled.js';
import type { ProcessCommands, Stack } from '../stack.js';
import { discoverRust } from './discover.js';
import { rustFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

/** A program that the image already holds. */
function findProcess(_: Repository, app: AppBrief, name: string): ProcessCommands | undefined {
  const program = programsOf(app).find((each) => each === name || each === `${name}-worker`);
  return program === undefined ? undefined : { command: [programPath(program)], development: ['watch', program] };
}

function watched(_: Repository, __: AppBrief, command: Argv): Argv {
  const program = programOf(command);
  return program === undefined ? command : ['watch', program, ...command.slice(1)];
}

export const rust = {
  id: 'rust',
  title: 'Rust',
  frameworks,
  images: ['rust', 'debian'],
  discover: discoverRust,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['cargo'],
  defaultPort: 8080,
  defaultLanguage: 'rust',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: (app) => [rootOf(app)],
  leftovers: (app) => [joinPath(rootOf(app), 'target')],
  files: rustFiles,
  workerFiles: compiledWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
