import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';
import { djangoOf } from './django.js';
import { ownFile } from './entry.js';
import { readProject } from './project.js';
import { reloading } from './reload.js';
import { workersOf } from './workers.js';

/** A worker of that name, a command of manage.py, or a file of that name. */
export function findProcess(repository: Repository, { path }: AppBrief, name: string): ProcessCommands | undefined {
  const project = readProject(repository, path, new Set<string>());
  const django = djangoOf(project);
  const known = workersOf(project, django).find((worker) => worker.name === name)?.start[0]?.value;
  if (known !== undefined) return { command: known, development: reloading(known) };
  const word = name.replaceAll('-', '_');
  const command = project.sources.find(({ file }) => file.endsWith(`/management/commands/${word}.py`));
  const argv = (value: Argv): ProcessCommands => ({ command: value, development: reloading(value) });
  if (command !== undefined && django !== undefined) return argv(['python', django.manage, word]);
  const file = project.sources.map((source) => ownFile(project, source.file)).find((each) => new RegExp(String.raw`(?:^|/)(?:${word}|${word}_worker|worker_${word})\.py$`, 'u').test(each));
  return file === undefined ? undefined : argv(['python', file]);
}

/** Libraries of workers have no such option, or want a package for it that the project may not have. */
export function watched(_repository: Repository, _app: AppBrief, command: Argv): Argv {
  return reloading(command);
}
