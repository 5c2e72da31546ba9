import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv, JobFindings, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { matches } from '../../discovery/source.js';
import { has, requires } from './project.js';
import type { Framework } from './frameworks/framework.js';
import { transportsOf } from './messenger.js';
import type { PhpProject } from './project.js';

/** Libraries whose queues one command takes, by package. */
const libraries: readonly { readonly package: string; readonly library: string; readonly console: string; readonly command: Argv; readonly development?: Argv }[] = [
  { package: 'laravel/horizon', library: 'horizon', console: 'artisan', command: ['php', 'artisan', 'horizon'] },
  { package: 'yiisoft/yii2-queue', library: 'yii-queue', console: 'yii', command: ['php', 'yii', 'queue/listen', '--verbose=1'] },
  { package: 'codeigniter4/queue', library: 'codeigniter-queue', console: 'spark', command: ['php', 'spark', 'queue:work', 'default'] },
  { package: 'cakephp/queue', library: 'cakephp-queue', console: 'bin/cake.php', command: ['php', 'bin/cake.php', 'queue', 'worker'] },
  { package: 'dereuromark/cakephp-queue', library: 'cakephp-queue', console: 'bin/cake.php', command: ['php', 'bin/cake.php', 'queue', 'run'] },
];
const queueWork: Argv = ['php', 'artisan', 'queue:work', '--tries=3', '--max-time=3600'];
/** Loads the code again for each job. */
const queueListen: Argv = ['php', 'artisan', 'queue:listen', '--tries=3'];

function worker(name: string, library: string, command: Argv, evidence: readonly Evidence[], rest: { readonly development?: Argv; readonly single?: boolean; readonly confidence?: Fact<unknown>['confidence'] } = {}): WorkerFindings {
  const confidence = rest.confidence ?? 'likely';
  return {
    name,
    library,
    ...(rest.single === true ? { single: true } : {}),
    start: [{ value: command, confidence, evidence }],
    dev: [{ value: rest.development ?? command, confidence, evidence }],
  };
}

function libraryWorkers(project: PhpProject): readonly WorkerFindings[] {
  return libraries.flatMap(({ package: name, library, console, command }) => {
    const found = requires(project, name);
    return found === undefined || !has(project, console) ? [] : [worker('worker', library, command, [found.evidence], { confidence: 'certain' })];
  });
}

/** A queue that somebody chose in an environment example, in a project that puts something into it. */
function laravelQueue(project: PhpProject): readonly WorkerFindings[] {
  if (!has(project, 'artisan') || requires(project, 'laravel/horizon') !== undefined) return [];
  const chosen = project.env.filter(({ name, example }) => /^QUEUE_(?:CONNECTION|DRIVER)$/u.test(name) && example !== '');
  const waiting = chosen.filter(({ example }) => !/^(?:sync|null|deferred|background)$/u.test(example));
  const queued = matches(project.sources, /\bimplements\b[^{]{0,200}\bShouldQueue\b|\bdispatch\(|::dispatch\(/gu)[0];
  if (waiting.length === 0 || queued === undefined) return [];
  return [worker('worker', 'laravel-queue', queueWork, [...waiting.map(({ evidence }) => evidence), queued.evidence], { development: queueListen })];
}

function laravelSchedule(project: PhpProject): readonly WorkerFindings[] {
  if (!has(project, 'artisan')) return [];
  const found = matches(project.sources.filter(({ file }) => /(?:^|\/)(?:routes\/console|bootstrap\/app|app\/Console\/Kernel)\.php$/u.test(file)), /\bSchedule::(?:command|job|call|exec)\(|\$schedule->(?:command|job|call|exec)\(/gu)[0];
  return found === undefined ? [] : [worker('scheduler', 'laravel-schedule', ['php', 'artisan', 'schedule:work'], [found.evidence], { single: true })];
}

function reverb(project: PhpProject): readonly WorkerFindings[] {
  const found = requires(project, 'laravel/reverb');
  if (found === undefined || !has(project, 'artisan')) return [];
  return [worker('reverb', 'reverb', ['php', 'artisan', 'reverb:start', '--host=0.0.0.0', '--port=8080'], [found.evidence])];
}

const consume = (names: readonly string[]): Argv => ['php', 'bin/console', 'messenger:consume', ...names, '--time-limit=3600', '--memory-limit=128M'];

function messenger(project: PhpProject): readonly WorkerFindings[] {
  if (!has(project, 'bin/console')) return [];
  const transports = requires(project, 'symfony/messenger') === undefined && requires(project, 'symfony/symfony') === undefined ? [] : transportsOf(project);
  const schedules = matches(project.sources, /#\[AsSchedule\b(?:\(\s*(?:name:\s*)?['"]([\w-]+)['"])?/gu);
  const names = [...new Set(schedules.map(({ groups }) => `scheduler_${groups[1] ?? 'default'}`))];
  return [
    ...(transports.length === 0 ? [] : [worker('worker', 'symfony-messenger', consume(transports.map(({ name }) => name)), transports.map(({ evidence }) => evidence))]),
    ...(names.length === 0 ? [] : [worker('scheduler', 'symfony-scheduler', consume(names), schedules.map(({ evidence }) => evidence), { single: true })]),
  ];
}

/** What a line of a Procfile runs, so that it is not found twice. */
const purposes: readonly { readonly words: RegExp; readonly library: string; readonly single?: true }[] = [
  { words: /\bqueue:(?:work|listen)\b/u, library: 'laravel-queue' },
  { words: /\bartisan horizon\b/u, library: 'horizon' },
  { words: /\bschedule:work\b/u, library: 'laravel-schedule', single: true },
  { words: /\bmessenger:consume\b.*\bscheduler_/u, library: 'symfony-scheduler', single: true },
  { words: /\bmessenger:consume\b/u, library: 'symfony-messenger' },
  { words: /\breverb:start\b/u, library: 'reverb' },
];

function fromProcfile(project: PhpProject): readonly WorkerFindings[] {
  return procfileProcesses(project.repository, project.path).filter(({ name }) => name !== 'web' && name !== 'release').map(({ name, line, command }) => {
    const purpose = purposes.find(({ words }) => words.test(line));
    return {
      name,
      ...(purpose === undefined ? {} : { library: purpose.library }),
      ...(purpose?.single === true || /^(?:clock|cron|scheduler?)$/u.test(name) ? { single: true } : {}),
      start: [command],
      dev: [command],
    };
  });
}

/** Processes beside the server: those that a Procfile declares, and what libraries and settings show besides. */
export function workersOf(project: PhpProject): readonly WorkerFindings[] {
  const declared = fromProcfile(project);
  const known = new Set(declared.flatMap(({ library }) => library ?? []));
  const found = [libraryWorkers, laravelQueue, laravelSchedule, reverb, messenger].flatMap((each) => each(project)).filter(({ library }) => !known.has(library!));
  const taken = new Set(declared.map(({ name }) => name));
  return [...declared, ...found.filter(({ name }) => !taken.has(name))];
}

/** The migration of the framework, or what a Procfile runs before a release. */
export function jobsOf(project: PhpProject, framework: Framework | undefined): readonly JobFindings[] {
  const release = procfileProcesses(project.repository, project.path).find(({ name, line }) => name === 'release' && /\bmigrat/u.test(line));
  if (release !== undefined) return [{ name: 'migrate', command: [release.command] }];
  const migration = framework?.migration;
  if (migration === undefined || !has(project, migration.command[1]!)) return [];
  const brought = migration.package === undefined ? undefined : requires(project, migration.package);
  if (migration.package !== undefined && brought === undefined) return [];
  return [{ name: 'migrate', command: [{ value: migration.command, confidence: 'likely', evidence: brought === undefined ? [] : [brought.evidence] }] }];
}
