import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';

const scripts = (name: string): readonly string[] => [`script/${name}.rb`, `scripts/${name}.rb`, `bin/${name}.rb`, `lib/${name}.rb`, `workers/${name}.rb`, `${name}.rb`];

/** A script of that name. */
export function findProcess(repository: Repository, { path }: AppBrief, name: string): ProcessCommands | undefined {
  const file = scripts(name).find((each) => repository.read(joinPath(path, each)) !== undefined);
  if (file === undefined) return undefined;
  const bundle = repository.exists(joinPath(path, 'Gemfile')) ? ['bundle', 'exec'] : [];
  const command = [...bundle, 'ruby', file];
  return { command, development: command };
}

/** Libraries of Ruby load changed code themselves where they can. */
export const watched = (_repository: Repository, _app: AppBrief, command: Argv): Argv => command;
