import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { filesIn } from '../../discovery/file-index.js';
import { textAt } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import { shellWord } from '../../text/quote.js';
import { plainCommand } from '../../text/shell-words.js';
import { taskAt } from './project.js';
import type { DenoProject } from './project.js';

/** What makes a server: the runtime's own, the standard library's of old, or a framework's. */
export const serves = /\bDeno\.serve\s*\(|\bDeno\.listen\s*\(|(?<![\w$.])serve\s*\(|\.listen\s*\(|\bexport\s+default\s*\{[^}]{0,200}\bfetch\b/u;

const productionTasks = ['start', 'start:prod', 'prod', 'preview', 'serve', 'run', 'server'];
const developmentTasks = ['dev', 'start:dev', 'develop', 'watch', 'start'];
const usualEntries = ['main.ts', 'server.ts', 'app.ts', 'index.ts', 'mod.ts', 'main.tsx', 'main.js', 'server.js', 'src/main.ts', 'src/server.ts', 'src/app.ts', 'src/index.ts', 'src/mod.ts'];
/** Lets the program do what servers do and nothing else, where the project says nothing. */
const leastPermissions = ['--allow-net', '--allow-env', '--allow-read'];

const watches = (word: string): boolean => /^--(?:watch|unstable-hmr)/u.test(word);
const isPermission = (word: string): boolean => /^(?:-A|-P|--permission-set|--allow-\w+|--deny-\w+)/u.test(word) || /^-[A-Z]{1,6}$/u.test(word);

/** The words of a task that is one call of Deno; undefined for anything that needs its shell. */
function denoWords(task: Located | undefined): readonly string[] | undefined {
  const words = task === undefined ? undefined : plainCommand(task.value);
  if (words === undefined || words.settings.length > 0 || words.words[0] !== 'deno') return undefined;
  return words.words[1] === 'run' || words.words[1] === 'serve' ? words.words : undefined;
}

/** The program's file in `deno run --allow-net main.ts`. */
export function entryOf(words: readonly string[]): string | undefined {
  return words.slice(2).find((word) => !word.startsWith('-') && /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(word))?.replace(/^\.\//u, '');
}

/** Nothing is downloaded and no `.env` is read in production: both are decided before. */
function forProduction(words: readonly string[]): Argv {
  const [, subcommand = 'run', ...rest] = words.filter((word) => !watches(word) && !/^--env(?:-file)?(?:=|$)/u.test(word));
  return ['deno', subcommand, '--cached-only', ...(rest.some(isPermission) ? [] : leastPermissions), ...rest.filter((word) => word !== '--cached-only')];
}

/** A usual file that serves. */
function guessedEntry({ sources, path }: DenoProject): string | undefined {
  return usualEntries.find((name) => sources.some(({ file, code }) => file === joinPath(path, name) && serves.test(code)));
}

/** The source of the server, relative to the app. */
export function serverEntry(app: DenoProject): string | undefined {
  const named = [...productionTasks, ...developmentTasks].map((name) => entryOf(denoWords(taskAt(app, name)) ?? [])).find((entry) => entry !== undefined);
  return named ?? guessedEntry(app);
}

function startFacts(app: DenoProject): readonly Fact<Argv>[] {
  const tasks = productionTasks.flatMap((name) => {
    const task = taskAt(app, name);
    const words = denoWords(task);
    return task === undefined || words === undefined ? [] : [{ task, words }];
  });
  // a start task that watches is one of development, and so is the program that Fresh develops with
  const isDevelopment = (words: readonly string[]): boolean => words.some(watches) || /(?:^|\/)dev\.tsx?$/u.test(entryOf(words) ?? '');
  const plain = tasks.filter(({ words }) => !isDevelopment(words)).map(({ task, words }): Fact<Argv> => ({ value: forProduction(words), confidence: 'certain', evidence: [task.evidence] }));
  if (plain.length > 0) return plain;
  const entry = guessedEntry(app);
  const watched = tasks.find(({ words }) => entryOf(words) !== undefined && !/dev\.tsx?$/u.test(entryOf(words)!));
  if (watched !== undefined) return [{ value: forProduction(watched.words), confidence: 'likely', evidence: [watched.task.evidence] }];
  if (entry === undefined) return [];
  const source = app.sources.find(({ file }) => file === joinPath(app.path, entry))!;
  const exported = /\bexport\s+default\b/u.test(source.code) && !/\bDeno\.serve\s*\(|\.listen\s*\(/u.test(source.code);
  const words = ['deno', exported ? 'serve' : 'run', entry];
  return [{ value: forProduction(words), confidence: 'likely', evidence: [cite(source.file, source.text, Math.max(0, source.code.search(serves)))] }];
}

/** How development runs: its task, with an address that a container can be reached at where a bundler serves; else the start again on each change. */
function developmentFacts(app: DenoProject, start: Argv | undefined, port: number): readonly Fact<Argv>[] {
  const task = developmentTasks.map((name) => ({ name, task: taskAt(app, name) })).find(({ name, task: each }) => each !== undefined && (name !== 'start' || /--watch/u.test(each.value)));
  if (task?.task !== undefined) {
    const bundler = /(?:^|\s|npm:)vite(?:\s|@|$)/u.test(task.task.value) ? ['--host', '0.0.0.0', '--port', String(port)] : [];
    const command = denoWords(task.task) ?? ['deno', 'task', task.name, ...bundler];
    // with this setting packages lie in the source, which is mounted: nobody but us puts them there
    const installs = textAt(app.manifest, 'nodeModulesDir')?.value === 'manual';
    return [{ value: installs ? ['sh', '-c', `deno install && exec ${command.map(shellWord).join(' ')}`] : command, confidence: 'certain', evidence: [task.task.evidence] }];
  }
  if (start === undefined) return [];
  const [program = 'deno', subcommand = 'run', ...rest] = start.filter((word) => word !== '--cached-only');
  return [{ value: [program, subcommand, '--watch', ...rest], confidence: 'likely', evidence: [] }];
}

function taskFact(app: DenoProject, name: string): readonly Fact<Argv>[] {
  const task = taskAt(app, name);
  return task === undefined ? [] : [{ value: ['deno', 'task', name], confidence: 'certain', evidence: [task.evidence] }];
}

export function commandsOf(app: DenoProject, port: number): AppFindings['commands'] {
  const start = startFacts(app);
  const hasTests = filesIn(app.repository, app.path).some((file) => /[._]test\.[jt]sx?$/u.test(file));
  const tested = taskFact(app, 'test');
  return {
    start,
    dev: developmentFacts(app, start[0]?.value, port),
    build: taskFact(app, 'build'),
    test: tested.length > 0 || !hasTests ? tested : [{ value: ['deno', 'test', '--allow-all'], confidence: 'likely', evidence: [] }],
  };
}

/** The same command again on each change of what it imports. */
export function watchedCommand(command: Argv): Argv {
  if (command[0] !== 'deno' || command.some(watches)) return command;
  const [program = 'deno', subcommand = 'run', ...rest] = command.filter((word) => word !== '--cached-only');
  return [program, subcommand, '--watch', ...rest];
}
