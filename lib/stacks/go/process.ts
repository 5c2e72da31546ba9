import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import type { Repository } from '../../discovery/repository.js';
import { programOf, programPath } from '../compiled.js';
import type { ProcessCommands } from '../stack.js';
import { commandOfProgram, labelOf, packageArgument, programAt, watchOf } from './app.js';
import type { GoProject, Program } from './app.js';
import { goModules } from './modules.js';
import { mainPackages, packagesOf } from './packages.js';
import { subcommandsOf } from './subcommands.js';

function programsOf(repository: Repository, { path }: AppBrief): { readonly project: GoProject; readonly programs: readonly Program[] } | undefined {
  const { modules } = goModules(repository);
  const module = modules.filter(({ folder }) => folder === '.' || folder === path || path.startsWith(`${folder}/`)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
  if (module === undefined) return undefined;
  const packages = packagesOf(repository, module, new Set(modules.map(({ folder }) => folder)));
  const project = { repository, module, modules, packages };
  return { project, programs: mainPackages(module, packages).map((main) => programAt(project, main)) };
}

/** A program of that name, built into the image by the command that is added to the build; else a subcommand of the server. */
export function findProcess(repository: Repository, app: AppBrief, name: string): ProcessCommands | undefined {
  const found = programsOf(repository, app);
  if (found === undefined) return undefined;
  const builtIn = new Set((app.commands.build ?? []).filter((word) => word.startsWith('.')));
  const program = found.programs.find((each) => [name, `${name}-worker`].includes(labelOf(found.project.module, each)) && builtIn.has(packageArgument(app.path, each.main.folder)));
  if (program !== undefined) return { command: commandOfProgram(program), development: watchOf(app.path, program) };
  const server = found.programs.find((each) => programPath(each.name) === app.commands.start[0]);
  const word = server === undefined ? undefined : subcommandsOf(server).find((each) => each.word === name);
  return server === undefined || word === undefined ? undefined : { command: commandOfProgram(server, word.word), development: watchOf(app.path, server, word.word) };
}

/** A program of the image is built from its package again on each change; another command is left as it is. */
export function watched(repository: Repository, app: AppBrief, command: Argv): Argv {
  const name = programOf(command);
  const program = name === undefined ? undefined : programsOf(repository, app)?.programs.find((each) => each.name === name);
  return program === undefined ? command : watchOf(app.path, program, ...command.slice(1));
}
