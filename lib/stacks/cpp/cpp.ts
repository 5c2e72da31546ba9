import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { compiledWorkerFiles, programOf, programPath, programsOf, rootOf } from '../compiled.js';
import type { ProcessCommands, Stack } from '../stack.js';
import { discoverCpp } from './discover.js';
import { cppFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { defaultVersion, lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

/** A program that the image already holds. */
function findProcess(_: Repository, app: AppBrief, name: string): ProcessCommands | undefined {
  const program = programsOf(app).find((each) => [name, `${name}-worker`, `${name}_worker`].includes(each));
  return program === undefined ? undefined : { command: [programPath(program)], development: ['watch', program] };
}

function watched(_: Repository, __: AppBrief, command: Argv): Argv {
  const program = programOf(command);
  return program === undefined ? command : ['watch', program, ...command.slice(1)];
}

export const cpp = {
  id: 'cpp',
  title: 'C++',
  frameworks,
  images: ['debian'],
  discover: discoverCpp,
  lines,
  defaultVersion,
  resolveVersion,
  packageManagers: ['cmake', 'vcpkg', 'conan'],
  defaultPort: 8080,
  defaultLanguage: 'cpp',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: (app) => [rootOf(app)],
  // CMake's usual folders, those of CLion and of Visual Studio
  leftovers: (app) => ['build', 'cmake-build-*', 'out'].map((folder) => joinPath(rootOf(app), folder)),
  files: cppFiles,
  workerFiles: compiledWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
