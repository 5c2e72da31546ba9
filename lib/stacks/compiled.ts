import type { AppBrief } from '../brief/brief.js';
import watchTemplate from '../../templates/application/watch.sh.ejs';
import { ranked } from '../discovery/evidence.js';
import type { Evidence, Fact } from '../discovery/evidence.js';
import type { Argv, WorkerFindings } from '../discovery/findings.js';
import type { Healthcheck } from '../design/architecture.js';
import { execForm, shellWord } from '../text/quote.js';
import { renderTemplate } from '../text/template.js';
import { workerDockerfile } from './dockerfile.js';
import { processProbe, processProbeFile } from './probe.js';
import type { ImageContext, Runtime, StackFile } from './stack.js';

/** Where production images have the programs that the build made; on PATH, as a buildpack does it. */
export const programFolder = '/app/bin';

export const programPath = (name: string): string => `${programFolder}/${name}`;

/** Where compiled programs build for development, and what they keep between builds. */
export const cacheFolder = '/var/cache/build';

/** Seconds that the first build of a project may take while its development container starts. */
export const firstBuild = 900;

/** The name of a program of the image, where a command starts one: by its place there, or where a build leaves it. */
export function programOf([program = '']: Argv): string | undefined {
  return /^(?:\/app\/bin|(?:\.\/)?bin|(?:\.\/)?target\/release)\/([^/]+)$/u.exec(program)?.[1];
}

/** Every program that the app's processes start, once. */
export function programsOf({ commands, workers, jobs }: Pick<AppBrief, 'commands' | 'workers' | 'jobs'>): readonly string[] {
  const all = [commands.start, ...workers.map(({ command }) => command), ...jobs.map(({ command }) => command)];
  return [...new Set(all.flatMap((command) => programOf(command) ?? []))];
}

/** A shell line of a Dockerfile that writes a program of one line. */
export function shimLine(name: string, command: string): string {
  return `printf '%s\\n' '#!/bin/sh' ${shellWord(`exec ${command} "$@"`)} > ${programPath(name)}`;
}

/** How a program is built in development. The shell has its name as `$name`. */
interface Watch {
  /** Folder that is looked at, absolute. */
  readonly root: string;
  readonly build: string;
  /** Where the build leaves the program. */
  readonly output: string;
  /** Names of files whose change means another build, as `find` matches them. */
  readonly sources: readonly string[];
}

/** The script that builds a program, runs it and does both again on each change: `watch NAME ARGUMENT...`. */
export function watchFile(folder: string, { root, build, output, sources }: Watch): StackFile {
  const names = sources.map((name) => `-name '${name}'`).join(' -o ');
  return { path: `${folder}/watch.sh`, content: renderTemplate(watchTemplate, { root, build, output, names }), executable: true };
}

/** Each value once, with every place that says so; the most reliable reading first. */
export function joinFacts<T>(facts: readonly Fact<T>[]): readonly Fact<T>[] {
  const joined = new Map<T, Fact<T>>();
  for (const fact of ranked(facts)) {
    const known = joined.get(fact.value);
    joined.set(fact.value, known === undefined ? fact : { ...known, evidence: [...known.evidence, ...fact.evidence] });
  }
  return [...joined.values()].map((fact) => ({ ...fact, evidence: fact.evidence.filter((each, index) => fact.evidence.findIndex(({ file, line }) => file === each.file && line === each.line) === index) }));
}

/** A port in digits as a fact; none for what is no port. */
export function portFact(text: string | undefined, evidence: readonly Evidence[], confidence: Fact<number>['confidence'] = 'certain'): readonly Fact<number>[] {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value > 0 && value < 65_536 ? [{ value, confidence, evidence }] : [];
}

/** What is called by these words takes jobs and serves nobody. */
export const workerName = /(?:^|[-_/])(?:workers?|jobs?|consumers?|schedulers?|cron|crond|queues?|processors?|daemon|sidekick|background[-_]?workers?|listener|subscriber|poller|watcher|builder|indexer|crawler|runner|dispatcher|notifier|mailer|collector|ingest(?:er|or)?|exporter|relay|sweeper|reaper|sync(?:er)?)(?:$|[-_/])/u;
export const schedulerName = /(?:^|[-_/])(?:schedulers?|cron|crond|clock)(?:$|[-_/])/u;

interface Process {
  readonly label: string;
  readonly library?: string | undefined;
  readonly start: Fact<Argv>;
  readonly dev: Fact<Argv>;
}

/** Workers with the names that services get: the only one is `worker`, of several each has its own. */
export function namedWorkers(processes: readonly Process[]): readonly WorkerFindings[] {
  const taken = new Set<string>();
  const plain = (label: string): string => label.replace(/([a-z])([A-Z])/gu, '$1-$2').toLowerCase().split(/[^a-z0-9]+/u).filter((word) => word !== '').join('-');
  return processes.map(({ label, library, start, dev }) => {
    const wanted = processes.length === 1 && !schedulerName.test(label) ? 'worker' : plain(label) || 'worker';
    const name = taken.has(wanted) ? `${wanted}-${taken.size + 1}` : wanted;
    taken.add(name);
    return { name, ...(library === undefined ? {} : { library }), ...(schedulerName.test(label) ? { single: true } : {}), start: [start], dev: [dev] };
  });
}

/** Installs Debian packages in one layer and leaves no lists behind. */
export function installPackages(packages: readonly string[]): string {
  return `RUN apt-get update && \\
    apt-get install -y --no-install-recommends ${packages.join(' ')} && \\
    rm -rf /var/lib/apt/lists/*`;
}

/** The folder that a build starts from: of the workspace, or of the app. */
export const rootOf = ({ path, workspace }: Pick<AppBrief, 'path' | 'workspace'>): string => workspace?.root ?? path;

/** Where the app's folder lies in an image that has the root of the build at `/src`. */
export function workdirOf(app: Pick<AppBrief, 'path' | 'workspace'>): string {
  const root = rootOf(app);
  const own = app.path === root ? '' : root === '.' ? app.path : app.path.slice(root.length + 1);
  return own === '' ? '/src' : `/src/${own}`;
}

/** A path below the root of the build, as it is seen from the app's folder. */
export function fromApp(app: Pick<AppBrief, 'path' | 'workspace'>, file: string): string {
  const up = workdirOf(app).split('/').slice(2);
  const down = file.split('/');
  let same = 0;
  while (same < up.length && same < down.length - 1 && up[same] === down[same]) same += 1;
  return [...up.slice(same).map(() => '..'), ...down.slice(same)].join('/');
}

/** Copies what programs open while they run out of the stage that built them. */
export function copyRuntimeFiles(app: AppBrief): readonly string[] {
  return (app.runtimeFiles ?? []).map((file) => `COPY --from=build ${execForm([`${workdirOf(app)}/${file}`, `./${file}`])}`);
}

/** The stage of the browser code, and the line that lays its folder over the app's. */
export function assetsOf({ assets }: ImageContext, target: string): { readonly stage: string; readonly copy: string } | null {
  if (assets === null) return null;
  const workdir = [...assets.matchAll(/^WORKDIR[ \t]+(\S+)/gmu)].at(-1)?.[1] ?? '/app';
  return { stage: assets.trimEnd(), copy: `COPY --from=assets ${workdir}/ ${target}/` };
}

export const workerCopies = [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }] as const;

/** What workers of compiled programs add to the app's image: a check of their process. */
export function compiledWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a check of its process', workerCopies), processProbeFile(folder)];
}

/** `--chmod` copies of a probe that is a script in the app's folder under `docker/`. */
export const probeCopy = (folder: string, target: string): string => `COPY --chmod=0755 ${folder}/healthcheck.sh ${target}`;

/** Not the name of anybody: what distroless images call `nonroot`. */
export const user = '65532:65532';

/** What is the same for every compiled program. */
export function compiledRuntime(app: AppBrief, webProbe: Healthcheck, environment: Partial<Runtime['environment']> = {}): Runtime {
  return {
    programs: ['healthcheck', 'worker-healthcheck', 'sh'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : webProbe,
    limits: { cpus: 1, memory: 256, pids: 256 },
    stopGrace: 30,
    // the kernel keeps signals from PID 1 that a program does not handle itself
    init: true,
    tmpfs: [],
    environment: { common: {}, development: {}, test: {}, production: {}, ...environment },
    development: {
      source: rootOf(app),
      target: '/src',
      volumes: [{ name: `${app.name.replaceAll('-', '_')}_build`, target: cacheFolder }],
      startPeriod: firstBuild,
    },
  };
}
