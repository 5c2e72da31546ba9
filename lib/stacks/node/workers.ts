import type { Fact } from '../../discovery/evidence.js';
import { cite } from '../../discovery/cite.js';
import type { Argv, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { entryOf, ownPath } from './app.js';
import type { NodePackage } from './app.js';
import { startOf, watchOf } from './commands.js';
import { importNames } from './imports.js';
import { scriptFact, scriptNames } from './scripts.js';
import type { ScriptRunner } from './scripts.js';
import type { Source } from '../../discovery/source.js';

/** Queue libraries, and what a file that takes jobs from their queues does. */
const libraries: readonly { readonly packages: readonly string[]; readonly use: RegExp }[] = [
  { packages: ['bullmq'], use: /\bnew\s+(?:\w+\.)?(?:Worker|QueueScheduler)\b\s*(?:<[^()]{0,200}>)?\(/u },
  { packages: ['bull', 'bee-queue', 'kue'], use: /\.process\(/u },
  { packages: ['agenda', '@hokify/agenda'], use: /\.(?:start|define)\(/u },
  { packages: ['pg-boss'], use: /\.work\(/u },
  { packages: ['graphile-worker'], use: /\brun\(/u },
];

/** Classes and functions that take jobs wherever the server loads them: no file of them is a program. */
const processors: typeof libraries = [
  { packages: ['@nestjs/bullmq', '@nestjs/bull'], use: /@Processor\(/u },
  { packages: ['nestjs-graphile-worker'], use: /@Task\(/u },
];

const noun = 'workers?|queues?|jobs?|consumers?|scheduler|cron|processor';
const startScript = new RegExp(String.raw`^(?:(?:start|run)[:-])?(?:(?:${noun})(?:[:-](?!dev$|watch$|build$|test|debug|lint)[\w-]+)?|[\w-]+[:-](?:worker|consumer))(?:[:-](?:start|prod|production))?$`, 'u');
const developmentScript = /(?:^|[:-])(?:dev|watch|develop|development)(?=$|[:-])/u;

interface Process {
  /** What the worker is called by what starts it. */
  readonly label: string;
  /** The source that it runs, where known. */
  readonly file?: string;
  readonly entry?: string;
  readonly start: Fact<Argv>;
}

/** The library whose jobs the file takes, by the package that it loads. */
function libraryOf(source: Source, known: typeof libraries): string | undefined {
  const names = new Set(importNames(source));
  for (const { packages, use } of known) {
    const name = packages.find((each) => names.has(each));
    if (name !== undefined && use.test(source.code)) return name.slice(name.lastIndexOf('/') + 1);
  }
  return undefined;
}

function takesJobsOf(source: Source, known: typeof libraries): boolean {
  return libraryOf(source, known) !== undefined;
}

/** The library whose jobs a process takes, in its own file or in one that it loads. */
function libraryAt(app: NodePackage, file: string | undefined): { readonly library?: string } {
  const reached = file === undefined ? [] : app.graph.reachable([file]);
  const library = reached.map((source) => libraryOf(source, [...libraries, ...processors])).find((name) => name !== undefined);
  return library === undefined ? {} : { library };
}

/** Whether the file is a program, or a part of one, that takes jobs from a queue. */
export function takesJobs(source: Source): boolean {
  return takesJobsOf(source, libraries);
}

function processOf(app: NodePackage, label: string, start: Fact<Argv>): Process {
  const entry = entryOf(app, start.value);
  return { label, ...(entry === undefined ? {} : { file: entry.file, entry: entry.word }), start };
}

/** Scripts for workers that run a file of the app; a script that builds or tests something of that name does not. */
function fromScripts(app: NodePackage, runner: ScriptRunner): readonly Process[] {
  return scriptNames(app.manifest, startScript)
    .filter((name) => !developmentScript.test(name))
    .flatMap((name) => {
      const fact = scriptFact(app.manifest, name, runner);
      const found = fact === undefined ? undefined : processOf(app, name, fact);
      return found?.file === undefined ? [] : [found];
    });
}

/** Lines of a Procfile that are neither the web process nor a task of the release. */
function fromProcfile(app: NodePackage, runner: ScriptRunner): readonly Process[] {
  return procfileProcesses(app.repository, app.path).filter(({ name }) => name !== 'web' && name !== 'release').map(({ name, line, command }) => {
    const script = /^(?:npm|yarn|pnpm)(?: run)? ([\w:-]+)$/u.exec(line)?.[1];
    const value = (script === undefined ? undefined : scriptFact(app.manifest, script, runner)?.value) ?? command.value;
    return processOf(app, name, { ...command, value });
  });
}

/** The files that nothing imports and that lead to this one; itself, where imports go in a circle. */
function topsOf(app: NodePackage, file: string): readonly string[] {
  const above = new Set([file]);
  // a set may grow while it is walked
  for (const each of above) for (const importer of app.graph.importers(each)) above.add(importer.file);
  const tops = [...above].filter((each) => app.graph.importers(each).length === 0);
  return tops.length === 0 ? [file] : tops;
}

/** How a file that takes jobs starts; undefined where nothing builds it. */
export type StartOf = (file: string) => Argv | undefined;

/** Files that take jobs and that neither the server nor a known worker loads. */
function fromSources(app: NodePackage, runs: readonly string[], starts: StartOf): readonly Process[] {
  const loaded = new Set(app.graph.reachable(runs).map(({ file }) => file));
  const loose = app.sources.filter((source) => !loaded.has(source.file) && takesJobs(source));
  const tops = new Map<string, Source>();
  for (const source of loose) for (const top of topsOf(app, source.file)) if (!loaded.has(top) && !tops.has(top)) tops.set(top, source);
  return [...tops].flatMap(([file, source]): readonly Process[] => {
    const value = starts(file);
    if (value === undefined) return [];
    const offset = Math.max(0, ...libraries.map(({ use }) => source.code.search(use)));
    const start: Fact<Argv> = { value, confidence: 'likely', evidence: [cite(source.file, source.text, offset)] };
    return [{ label: file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/u, ''), file, entry: value.at(-1)!, start }];
  });
}

/** `worker:email` and `email-worker` become `email-worker`, plain `worker` stays. */
function nameOf(label: string): string {
  const words = label.replace(/([a-z])([A-Z])/gu, '$1-$2').toLowerCase().split(/[^a-z0-9]+/u);
  const own = words.filter((word) => !/^(?:|start|run|prod|production|workers?|index|main|src)$/u.test(word));
  return own.length === 0 ? 'worker' : `${own.join('-')}-worker`;
}

function named(processes: readonly Process[]): readonly (Process & { readonly name: string })[] {
  if (processes.length === 1) return [{ ...processes[0]!, name: 'worker' }];
  const taken = new Map<string, number>();
  return processes.map((each) => {
    const name = nameOf(each.label);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { ...each, name: count === 1 ? name : `${name}-${count}` };
  });
}

/** How development runs a worker: its own script, else the entry again on each change. */
function developmentOf(app: NodePackage, { file, label, start }: Process, runner: ScriptRunner): readonly Fact<Argv>[] {
  const scripts = scriptNames(app.manifest, developmentScript).flatMap((name) => {
    const fact = scriptFact(app.manifest, name, runner);
    const same = fact !== undefined && file !== undefined && entryOf(app, fact.value)?.file === file;
    return same || name === `${label}:dev` || name === `dev:${label}` ? (fact ?? []) : [];
  });
  if (scripts.length > 0) return scripts;
  const watched = file === undefined ? undefined : watchOf(app, file);
  return [watched === undefined ? start : { value: watched, confidence: 'likely', evidence: [] }];
}

/** The server takes jobs itself: a worker without a command of its own, because it is no process of its own. */
function insideServer(app: NodePackage, server: string | undefined): readonly WorkerFindings[] {
  if (server === undefined) return [];
  const known = [...libraries, ...processors];
  const file = app.graph.reachable([server]).find((source) => takesJobsOf(source, known))?.file
    ?? app.sources.find((source) => takesJobsOf(source, processors))?.file;
  return file === undefined ? [] : [{ name: 'in-process', ...libraryAt(app, file), entry: ownPath(app, file), start: [], dev: [] }];
}

/** Processes beside the server, else what takes jobs inside it. */
export function workersOf(app: NodePackage, server: string | undefined, runner: ScriptRunner): readonly WorkerFindings[] {
  const processes = processesOf(app, server, runner);
  return processes.length > 0 ? processes : insideServer(app, server);
}

/** A file that the server itself loads runs inside it and is no process. */
function processesOf(app: NodePackage, server: string | undefined, runner: ScriptRunner): readonly WorkerFindings[] {
  const started = [...fromScripts(app, runner), ...fromProcfile(app, runner)].filter(({ file, start }) => file === undefined || file !== server || start.value[0] === 'env');
  const distinct = started.filter((each, index) => started.findIndex((other) => (other.file ?? other.label) === (each.file ?? each.label)) === index);
  const runs = [...distinct.flatMap(({ file }) => file ?? []), ...(server === undefined ? [] : [server])];
  return findings(app, [...distinct, ...fromSources(app, runs, (file) => startOf(app, file))], (found) => developmentOf(app, found, runner));
}

function findings(app: NodePackage, processes: readonly Process[], development: (found: Process) => readonly Fact<Argv>[]): readonly WorkerFindings[] {
  return named(processes).map((found) => ({
    name: found.name,
    ...libraryAt(app, found.file),
    ...(found.entry === undefined ? {} : { entry: found.entry.replace(/^\.\//u, '') }),
    start: [found.start],
    dev: development(found),
  }));
}

/** Workers that nothing but the sources shows, where a tool builds them: `starts` and `watches` say how a file runs once it is built, and again on each change. */
export function workersOfSources(app: NodePackage, server: string | undefined, starts: StartOf, watches: StartOf): readonly WorkerFindings[] {
  const processes = fromSources(app, server === undefined ? [] : [server], starts);
  if (processes.length === 0) return insideServer(app, server);
  return findings(app, processes, ({ file, start }) => {
    const value = file === undefined ? undefined : watches(file);
    return [value === undefined ? start : { value, confidence: 'likely', evidence: [] }];
  });
}

/** Whether the program behind the start command takes jobs itself. */
export function isWorkerEntry(app: NodePackage, entry: string | undefined): boolean {
  return entry !== undefined && app.graph.reachable([entry]).some(takesJobs);
}

