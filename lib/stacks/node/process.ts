import type { AppBrief } from '../../brief/brief.js';
import { readManifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { ProcessCommands } from '../stack.js';
import { startOf, watchOf } from './commands.js';
import { packageAt } from './discover.js';
import { scriptFact } from './scripts.js';

const scripts = (name: string): readonly string[] => [name, `worker:${name}`, `${name}:worker`, `${name}-worker`, `start:${name}`, `${name}:start`, `job:${name}`, `jobs:${name}`];
const developmentScripts = (name: string): readonly string[] => [`${name}:dev`, `dev:${name}`, `worker:${name}:dev`, `dev:worker:${name}`];
const modules = (name: string): readonly string[] => [name, `${name}-worker`, `${name}.worker`, `worker-${name}`];

/** A script of that name, else a source file of that name. */
export function findProcess(repository: Repository, { path, packageManager }: AppBrief, name: string): ProcessCommands | undefined {
  const { manifest } = readManifest(repository, joinPath(path, 'package.json'));
  if (manifest === undefined) return undefined;
  const app = packageAt(repository, path, manifest, [path]);
  const runner = packageManager.name === 'yarn-berry' ? 'yarn' : packageManager.name;
  const script = (names: readonly string[]) => names.map((each) => scriptFact(manifest, each, runner)?.value).find((argv) => argv !== undefined);
  const command = script(scripts(name));
  const development = script(developmentScripts(name));
  const file = app.sources.map((source) => source.file).find((each) => modules(name).includes(each.slice(each.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/u, '')));
  if (command !== undefined) return { command, development: development ?? (file === undefined ? command : (watchOf(app, file) ?? command)) };
  if (file === undefined) return undefined;
  const start = startOf(app, file);
  return { command: start, development: development ?? watchOf(app, file) ?? start };
}
