import type { AppBrief } from '../../brief/brief.js';
import { readManifest } from '../../discovery/manifest.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';
import { entryOf } from './app.js';
import type { NodePackage } from './app.js';
import { startOf, watchOf } from './commands.js';
import { packageAt } from './discover.js';
import { withTasks } from './moon.js';
import { runnerOf, scriptFact } from './scripts.js';

const scripts = (name: string): readonly string[] => [name, `worker:${name}`, `${name}:worker`, `${name}-worker`, `start:${name}`, `${name}:start`, `job:${name}`, `jobs:${name}`];
const developmentScripts = (name: string): readonly string[] => [`${name}:dev`, `dev:${name}`, `worker:${name}:dev`, `dev:worker:${name}`];
const modules = (name: string): readonly string[] => [name, `${name}-worker`, `${name}.worker`, `worker-${name}`];

const moduleName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/u, '');

function packageOf(repository: Repository, { path }: AppBrief): NodePackage | undefined {
  const { manifest } = readManifest(repository, joinPath(path, 'package.json'));
  return manifest === undefined ? undefined : packageAt(repository, path, withTasks(repository, path, manifest), new Set([path]));
}

/** The command again on each change of the source that it runs. */
export function watched(repository: Repository, app: AppBrief, command: Argv): Argv {
  const found = packageOf(repository, app);
  return found === undefined ? command : watchedIn(found, command);
}

function watchedIn(app: NodePackage, command: Argv): Argv {
  const entry = entryOf(app, command);
  return (entry === undefined ? undefined : watchOf(app, entry.file)) ?? command;
}

/** A script of that name, else a source file of that name. */
export function findProcess(repository: Repository, brief: AppBrief, name: string): ProcessCommands | undefined {
  const app = packageOf(repository, brief);
  if (app === undefined) return undefined;
  const runner = runnerOf(brief.packageManager);
  const script = (names: readonly string[]) => names.map((each) => scriptFact(app.manifest, each, runner)?.value).find((argv) => argv !== undefined);
  const command = script(scripts(name));
  const development = script(developmentScripts(name));
  if (command !== undefined) return { command, development: development ?? watchedIn(app, command) };
  const file = app.sources.map((source) => source.file).find((each) => modules(name).includes(moduleName(each)));
  if (file === undefined) return undefined;
  const start = startOf(app, file);
  return { command: start, development: development ?? watchOf(app, file) ?? start };
}
