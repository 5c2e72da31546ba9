import type { AppBrief } from '../../brief/brief.js';
import type { Argv } from '../../discovery/findings.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';
import { mainClasses, sourcesOf } from './source.js';

const plain = (name: string): string => name.replace(/[-_.]/gu, '').toLowerCase();

/** A class with a main method that goes by the name: `report-mailer` is `ReportMailer` or `ReportMailerKt`. */
export function findProcess(repository: Repository, app: AppBrief, name: string): ProcessCommands | undefined {
  const main = mainClasses(sourcesOf(repository, app.path, new Set())).find((each) => plain(each.name.slice(each.name.lastIndexOf('.') + 1)).replace(/kt$/u, '') === plain(name));
  if (main === undefined) return undefined;
  const command = withMain(app, main.name);
  return { command, development: command };
}

/** The app's own command with another main class, where it names one. */
function withMain({ commands: { start } }: AppBrief, main: string): Argv {
  const libraries = start.indexOf('-cp');
  if (libraries !== -1) return [...start.slice(0, libraries + 2), main];
  // Boot's launcher is there where the program lies unpacked, without an archive of its own
  return start.some((word) => word.endsWith('.JarLauncher')) ? ['java', '-cp', 'BOOT-INF/classes:BOOT-INF/lib/*', main] : ['java', '-cp', 'app.jar', main];
}

/** The entrypoint of development watches the source of every command. */
export const watched = (_repository: Repository, _app: AppBrief, command: Argv): Argv => command;
