import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { matches } from '../../discovery/source.js';
import { loopingCommands } from './django.js';
import type { DjangoProject } from './django.js';
import { moduleOf, ownFile } from './entry.js';
import type { PythonProject } from './project.js';
import { reloading } from './reload.js';

interface Process {
  readonly name: string;
  readonly library: string;
  readonly single?: boolean;
  readonly command: Argv;
  readonly development?: Argv;
  readonly evidence: readonly Evidence[];
}

const dependencyOf = ({ dependencies }: PythonProject, ...names: readonly string[]) => dependencies.find(({ name }) => names.includes(name));

interface Target {
  readonly root: string;
  readonly module: string;
  readonly evidence: Evidence;
}

/** The module of the first match of a pattern, with the name that its first group gives. */
function targetOf(project: PythonProject, pattern: RegExp): (Target & { readonly name: string }) | undefined {
  const match = matches(project.sources, pattern).toSorted((a, b) => a.source.file.split('/').length - b.source.file.split('/').length)[0];
  return match === undefined ? undefined : { ...moduleOf(project, match.source), name: match.groups[1] ?? '', evidence: match.evidence };
}

const celeryApp = /^(\w+)(?:[ \t]*:[ \t]*\w+)?[ \t]*=[ \t]*(?:(?:celery\.)?Celery\(|\w+\.extensions\[["']celery["']\]|(?:make|create|init)_celery(?:_app)?\()/gmu;
const schedule = /\bbeat_schedule\b|\bCELERY_?BEAT_SCHEDULE\b|\badd_periodic_task\(|\bCELERYBEAT_SCHEDULE\b/gu;

function celeryProcesses(project: PythonProject): readonly Process[] {
  if (dependencyOf(project, 'celery') === undefined) return [];
  const app = targetOf(project, celeryApp);
  if (app === undefined) return [];
  // celery looks for package.celery by itself
  const module = app.module.replace(/\.celery$/u, '');
  const name = module === app.module && !['app', 'celery', 'celery_app'].includes(app.name) ? `${module}:${app.name}` : module;
  const base = ['celery', ...(app.root === '.' ? [] : ['--workdir', app.root]), '-A', name];
  const stored = dependencyOf(project, 'django-celery-beat');
  const periodic = stored?.evidence ?? matches(project.sources, schedule)[0]?.evidence;
  return [
    { name: 'worker', library: 'celery', command: [...base, 'worker', '--loglevel', 'INFO', '--concurrency', '2'], evidence: [app.evidence] },
    ...(periodic === undefined ? [] : [{
      name: 'beat', library: 'celery-beat', single: true, evidence: [periodic],
      command: [...base, 'beat', '--loglevel', 'INFO', '--pidfile', '/tmp/celerybeat.pid', ...(stored === undefined ? ['--schedule', '/tmp/celerybeat-schedule'] : ['--scheduler', 'django_celery_beat.schedulers:DatabaseScheduler'])],
    }]),
  ];
}

/** Libraries with one process each, by what makes it in the source. */
const libraries: readonly {
  readonly library: string;
  readonly packages: readonly string[];
  readonly pattern: RegExp;
  readonly single?: true;
  readonly command: (target: { readonly module: string; readonly name: string; readonly root: string }) => Argv;
}[] = [
  { library: 'dramatiq', packages: ['dramatiq'], pattern: /^[ \t]*@(?:dramatiq\.)?(actor)\b/gmu, command: ({ module, root }) => ['dramatiq', ...(root === '.' ? [] : ['--path', root, '--']), module] },
  { library: 'huey', packages: ['huey'], pattern: /^(\w+)[ \t]*=[ \t]*(?:\w+\.)?\w*Huey\(/gmu, command: ({ module, name }) => ['huey_consumer', `${module}.${name}`] },
  { library: 'arq', packages: ['arq'], pattern: /^class[ \t]+(\w*WorkerSettings)\b/gmu, command: ({ module, name }) => ['arq', `${module}.${name}`] },
  { library: 'taskiq', packages: ['taskiq'], pattern: /^(\w+)[ \t]*=[ \t]*(?:\w+\.)?\w+Broker\(/gmu, command: ({ module, name }) => ['taskiq', 'worker', `${module}:${name}`] },
  { library: 'procrastinate', packages: ['procrastinate'], pattern: /^(\w+)[ \t]*=[ \t]*(?:procrastinate\.)?App\(/gmu, command: ({ module, name }) => ['procrastinate', `--app=${module}.${name}`, 'worker'] },
];

/** Packages whose workers are commands of manage.py. */
const djangoWorkers: readonly { readonly packages: readonly string[]; readonly library: string; readonly command: Argv }[] = [
  { packages: ['django-rq'], library: 'rq', command: ['rqworker', '--with-scheduler', 'default'] },
  { packages: ['django-q', 'django-q2'], library: 'django-q', command: ['qcluster'] },
  { packages: ['django-dramatiq'], library: 'dramatiq', command: ['rundramatiq'] },
  { packages: ['huey'], library: 'huey', command: ['run_huey'] },
  { packages: ['procrastinate'], library: 'procrastinate', command: ['procrastinate', 'worker'] },
  { packages: ['django-tasks'], library: 'django-tasks', command: ['db_worker'] },
];

/** rq takes its address from an option only, and projects call the variable REDIS_URL. */
function rqProcess(project: PythonProject): readonly Process[] {
  const found = dependencyOf(project, 'rq');
  const use = matches(project.sources, /\b(?:Queue|Worker)\(/gu)[0];
  if (found === undefined || use === undefined) return [];
  return [{ name: 'worker', library: 'rq', command: ['sh', '-c', 'exec rq worker --with-scheduler --url "$REDIS_URL" default'], evidence: [use.evidence] }];
}

function managedProcesses(project: PythonProject, django: DjangoProject): readonly Process[] {
  const manage = ['python', django.manage];
  const queues = djangoWorkers.flatMap(({ packages, library, command }): Process[] => {
    const found = dependencyOf(project, ...packages);
    return found === undefined ? [] : [{ name: 'worker', library, command: [...manage, ...command], evidence: [found.evidence] }];
  });
  const loops = loopingCommands(project).map(({ name, options, evidence }): Process => ({ name: name.replaceAll('_', '-'), library: 'django-command', command: [...manage, name, ...options], evidence: [evidence] }));
  return [...queues, ...loops];
}

function libraryProcesses(project: PythonProject): readonly Process[] {
  return libraries.flatMap(({ library, packages, pattern, command }): Process[] => {
    const target = dependencyOf(project, ...packages) === undefined ? undefined : targetOf(project, pattern);
    return target === undefined ? [] : [{ name: 'worker', library, command: command(target), evidence: [target.evidence] }];
  });
}

/** Programs of APScheduler that do nothing but keep its clock. */
function schedulers(project: PythonProject): readonly Process[] {
  if (dependencyOf(project, 'apscheduler') === undefined) return [];
  return matches(project.sources, /\bBlockingScheduler\(/gu).slice(0, 1).map(({ source, evidence }): Process => ({ name: 'scheduler', library: 'apscheduler', single: true, command: ['python', ownFile(project, source.file)], evidence: [evidence] }));
}

const libraryOfLine = (line: string): string | undefined =>
  /\bcelery\b.*\bbeat\b/u.test(line) ? 'celery-beat' : /\b(celery|rq|dramatiq|huey|arq|taskiq|procrastinate)\b/u.exec(line)?.[1];

function fromProcfile({ repository, path }: PythonProject): readonly WorkerFindings[] {
  return procfileProcesses(repository, path)
    .filter(({ name, line }) => name !== 'web' && name !== 'release' && !/\bflower\b/u.test(line))
    .map(({ name, line, command }) => {
      const library = libraryOfLine(line);
      return { name, ...(library === undefined ? {} : { library }), ...(library === 'celery-beat' || /^(?:clock|scheduler|beat)$/u.test(name) ? { single: true } : {}), start: [command], dev: [{ ...command, value: reloading(command.value) }] };
    });
}

function named(processes: readonly Process[]): readonly WorkerFindings[] {
  const taken = new Set<string>();
  return processes.map(({ name, library, single, command, development, evidence }) => {
    const free = [name, `${library}-${name}`, `${library}-${name}-2`].find((each) => !taken.has(each)) ?? `${name}-${taken.size}`;
    taken.add(free);
    const start: Fact<Argv> = { value: command, confidence: 'likely', evidence };
    return { name: free, library, ...(single === true ? { single } : {}), start: [start], dev: [{ ...start, value: development ?? reloading(command) }] };
  });
}

/** Processes beside the server: lines of the Procfile, else what libraries and the source show. */
export function workersOf(project: PythonProject, django: DjangoProject | undefined): readonly WorkerFindings[] {
  const written = fromProcfile(project);
  if (written.length > 0) return written;
  const managed = django === undefined ? [...rqProcess(project), ...libraryProcesses(project)] : managedProcesses(project, django);
  return named([...celeryProcesses(project), ...managed, ...schedulers(project)]);
}

/** Variables that programs of workers read by themselves where their command says nothing: rq has its own for the address of its queue (python-rq.org, Workers). */
export function variablesOfWorkers(workers: readonly WorkerFindings[]): readonly string[] {
  const asks = workers.some(({ library, start }) => library === 'rq' && start.some(({ value }) => /\brq worker\b/u.test(value.join(' ')) && !/(?:^|\s)(?:-u|--url)\b/u.test(value.join(' '))));
  return asks ? ['RQ_REDIS_URL'] : [];
}

/** Where a source takes jobs or keeps a clock, as evidence that a project without a server is a worker. */
export function firstLoop(project: PythonProject): Evidence | undefined {
  const source = project.sources.find(({ code }) => /^[ \t]*while True:/mu.test(code));
  return source === undefined ? undefined : cite(source.file, source.text, source.code.search(/while True:/u));
}
