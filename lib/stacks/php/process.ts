import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';

const files = (name: string): readonly string[] => [`bin/${name}.php`, `bin/${name}`, `${name}.php`, `workers/${name}.php`, `scripts/${name}.php`, `cli/${name}.php`];

/** A script of that name. */
export function findProcess(repository: Repository, { path }: AppBrief, name: string): ProcessCommands | undefined {
  const file = files(name).find((each) => repository.read(joinPath(path, each)) !== undefined);
  if (file === undefined) return undefined;
  return { command: ['php', file], development: ['php', file] };
}

/** What `queue:listen` does not know. */
const ofWork = /^--(?:max-time|max-jobs|stop-when-empty|once)\b/u;

/** PHP loads the code of a long process once; Laravel has a command that loads it for each job. */
export function watched(_repository: Repository, _app: AppBrief, command: Argv): Argv {
  if (!command.includes('artisan') || !command.includes('queue:work')) return command;
  return command.filter((word) => !ofWork.test(word)).map((word) => (word === 'queue:work' ? 'queue:listen' : word));
}
