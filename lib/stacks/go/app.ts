import { envExamples } from '../../discovery/env-files.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { folderOf } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { programPath } from '../compiled.js';
import type { GoModule } from './modules.js';
import { reachable } from './packages.js';
import type { GoPackage, Packages } from './packages.js';

/** A module with all that questions about its programs are answered from. */
export interface GoProject {
  readonly repository: Repository;
  readonly module: GoModule;
  readonly modules: readonly GoModule[];
  readonly packages: Packages;
}

/** One program: its main package, and what it is made of. */
export interface Program {
  readonly main: GoPackage;
  /** Its package and those of the repository that it imports, the nearest first. */
  readonly reached: readonly GoPackage[];
  readonly sources: readonly Source[];
  /** What the build calls it. */
  readonly name: string;
}

/** An application: the program that serves, or the worker that it is. */
export interface GoApp extends GoProject {
  readonly path: string;
  readonly program: Program;
  readonly env: readonly EnvEntry[];
}

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What `go build` calls a program: the last element of its import path that is no version. */
export function programName(module: GoModule, folder: string): string {
  const path = folder === module.folder ? module.name : folder;
  return base(path.replace(/\/v\d+$/u, '')).replace(/\.git$/u, '') || 'app';
}

export function programAt({ module, modules, packages }: GoProject, main: GoPackage): Program {
  const reached = reachable(main, packages, modules);
  return { main, reached, sources: reached.flatMap(({ sources }) => sources), name: programName(module, main.folder) };
}

/** A package as the Go tool takes it in the folder of the app. */
export function packageArgument(path: string, folder: string): string {
  if (folder === path) return '.';
  if (path === '.') return `./${folder}`;
  if (folder.startsWith(`${path}/`)) return `./${folder.slice(path.length + 1)}`;
  const up = path.split('/');
  const down = folder === '.' ? [] : folder.split('/');
  let same = 0;
  while (same < down.length && up[same] === down[same]) same += 1;
  return [...up.slice(same).map(() => '..'), ...down.slice(same)].join('/');
}

export const commandOfProgram = ({ name }: Program, ...args: readonly string[]): readonly string[] => [programPath(name), ...args];

export const watchOf = (path: string, { main }: Program, ...args: readonly string[]): readonly string[] => ['watch', packageArgument(path, main.folder), ...args];

/** Examples beside the app and, for one below it, at the root of its module. */
export function envOf({ repository, module }: GoProject, path: string): readonly EnvEntry[] {
  const own = envExamples(repository, path);
  return own.length > 0 || path === module.folder ? own : envExamples(repository, module.folder);
}

/** The folder above a `cmd/` that a program lies in: what belongs together. Itself, where there is none. */
export function ownerOf(module: GoModule, folder: string): string {
  const own = module.folder === '.' ? folder : folder === module.folder ? '.' : folder.slice(module.folder.length + 1);
  if (own === '.') return module.folder;
  const segments = own.split('/');
  const command = segments.findIndex((segment) => /^cmds?$|^commands?$/u.test(segment));
  if (command === -1) return /^(?:src|main|server|app|backend|api|web)$/u.test(own) ? module.folder : folder;
  const above = segments.slice(0, command).join('/');
  return above === '' ? module.folder : module.folder === '.' ? above : `${module.folder}/${above}`;
}

const labelOfFolder = (folder: string): string => base(/^cmds?$/u.test(base(folder)) ? folderOf(folder) : folder) || 'app';

/** The name that tells a program from others of its app: the last folder that is not a place for programs. */
export function labelOf(module: GoModule, { main, name }: Program): string {
  const label = base(main.folder);
  if (main.folder === module.folder) return name;
  if (!/^(?:cmd|main|src)$/u.test(label)) return label;
  const above = folderOf(main.folder);
  return above === '' || above === module.folder ? programName(module, module.folder) : labelOfFolder(above);
}
