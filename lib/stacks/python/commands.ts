import type { Fact } from '../../discovery/evidence.js';
import type { Argv } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { DjangoProject } from './django.js';
import type { Entry } from './entry.js';
import type { Framework } from './frameworks/framework.js';
import type { PythonProject } from './project.js';
import { reloading } from './reload.js';

/** Servers that take any application, the ones that are made for production first. */
const wsgiServers = ['gunicorn', 'granian', 'uwsgi', 'waitress'] as const;
const asgiServers = ['uvicorn', 'hypercorn', 'granian', 'daphne'] as const;
type Server = (typeof wsgiServers)[number] | (typeof asgiServers)[number];

/** Servers that come with a framework or one of its extras. */
const bundled: readonly (readonly [string, Server])[] = [
  ['fastapi[standard]', 'uvicorn'], ['fastapi[all]', 'uvicorn'], ['starlette[full]', 'uvicorn'], ['litestar[standard]', 'uvicorn'], ['channels[daphne]', 'daphne'], ['quart', 'hypercorn'],
];

/** Put into the image where a project depends on no server. Checked against the tables of 2026-11. */
export const pinnedServers: Readonly<Record<string, string>> = { gunicorn: 'gunicorn==26.2.0', uvicorn: 'uvicorn>=0.35,<1' };

/** The server of production among the dependencies. */
export function serverOf({ dependencies }: PythonProject, kind: 'wsgi' | 'asgi'): Server | undefined {
  const names = new Set(dependencies.map(({ name }) => name));
  const found = (kind === 'wsgi' ? wsgiServers : asgiServers).find((name) => names.has(name));
  return found ?? (kind === 'asgi' ? bundled.find(([name]) => names.has(name))?.[1] : undefined);
}

interface Application {
  readonly root: string;
  readonly target: string;
  readonly factory: boolean;
  /** What gunicorn calls a factory with. */
  readonly arguments?: string | undefined;
}

/** Since 25.1 gunicorn writes a socket of its own into the home folder, which is read-only. */
function quiet({ dependencies }: PythonProject): readonly string[] {
  const pin = /==\s*(\d+)\.(\d+)/u.exec(dependencies.find(({ name }) => name === 'gunicorn')?.value ?? '');
  return pin !== null && (Number(pin[1]) > 25 || (Number(pin[1]) === 25 && Number(pin[2]) >= 1)) ? ['--no-control-socket'] : [];
}

function serverCommand(server: Server, project: PythonProject, { root, target, factory, arguments: given = '' }: Application, port: number, kind: 'wsgi' | 'asgi'): Argv {
  const inRoot = (option: string): readonly string[] => (root === '.' ? [] : [option, root]);
  const called = factory ? `${target}(${given})` : target;
  switch (server) {
    case 'gunicorn': return ['gunicorn', '--bind', `0.0.0.0:${port}`, ...inRoot('--chdir'), '--worker-tmp-dir', '/dev/shm', '--access-logfile', '-', ...quiet(project), called];
    case 'uvicorn': return ['uvicorn', '--host', '0.0.0.0', '--port', String(port), ...inRoot('--app-dir'), ...(factory ? ['--factory'] : []), target];
    case 'hypercorn': return ['hypercorn', '--bind', `0.0.0.0:${port}`, called];
    case 'daphne': return ['daphne', '-b', '0.0.0.0', '-p', String(port), target];
    case 'granian': return ['granian', '--interface', kind, '--host', '0.0.0.0', '--port', String(port), ...inRoot('--working-dir'), ...(factory ? ['--factory'] : []), target];
    case 'uwsgi': return ['uwsgi', '--http-socket', `0.0.0.0:${port}`, '--master', '--die-on-term', '--need-app', ...inRoot('--chdir'), '--module', called];
    case 'waitress': return ['waitress-serve', `--listen=0.0.0.0:${port}`, ...(factory ? ['--call'] : []), target];
  }
}

export interface Commands {
  readonly start: readonly Fact<Argv>[];
  readonly dev: readonly Fact<Argv>[];
  /** Server that the image gets because the project depends on none. */
  readonly added?: string;
}

/** How Django runs: its own server in development, a real one in production. */
export function djangoCommands(project: PythonProject, django: DjangoProject, port: number, isAsynchronous: boolean): Commands {
  const { root, manage, wsgi, asgi, evidence } = django;
  const asynchronous = asgi !== undefined && (isAsynchronous || wsgi === undefined || (serverOf(project, 'wsgi') === undefined && serverOf(project, 'asgi') !== undefined));
  const kind = asynchronous ? 'asgi' : 'wsgi';
  const target = asynchronous ? asgi : wsgi;
  const server = serverOf(project, kind);
  const dev: Argv = ['python', manage, 'runserver', `0.0.0.0:${port}`];
  if (target === undefined) return { start: [{ value: ['python', manage, 'runserver', '--noreload', `0.0.0.0:${port}`], confidence: 'guess', evidence: [evidence] }], dev: [{ value: dev, confidence: 'likely', evidence: [evidence] }] };
  const used = server ?? (asynchronous ? 'uvicorn' : 'gunicorn');
  return {
    start: [{ value: serverCommand(used, project, { root, target, factory: false }, port, kind), confidence: 'likely', evidence: [evidence] }],
    dev: [{ value: dev, confidence: 'likely', evidence: [evidence] }],
    ...(server === undefined ? { added: used } : {}),
  };
}

/** Servers that watch the source themselves. */
function watchedCommand(server: Server, start: Argv): Argv {
  // granian's own way needs a package that the project may not have
  return server === 'uvicorn' || server === 'hypercorn' || server === 'gunicorn' ? [start[0]!, '--reload', ...start.slice(1)] : reloading(start);
}

/** gunicorn reads the files of PasteDeploy, whose own server listens where they say: mostly on the loopback address (docs.gunicorn.org, --paste). */
function pasteCommands(project: PythonProject, { paste }: Framework, port: number): { readonly start: Argv; readonly dev: Argv } | undefined {
  const has = (file: string): boolean => project.repository.exists(joinPath(project.path, file));
  if (paste === undefined || !has(paste.production)) return undefined;
  const server = serverCommand('gunicorn', project, { root: '.', target: '', factory: false }, port, 'wsgi').slice(0, -1);
  return { start: [...server, '--paste', paste.production], dev: [...watchedCommand('gunicorn', server), '--paste', has(paste.development) ? paste.development : paste.production] };
}

/** How an application object of a framework is served. */
export function entryCommands(project: PythonProject, framework: Framework, entry: Entry, port: number): Commands {
  const fact = (value: Argv): readonly Fact<Argv>[] => [{ value, confidence: 'likely', evidence: [entry.evidence] }];
  if (framework.start !== undefined || framework.kind === 'program') {
    const start = framework.start?.(entry, port) ?? ['python', entry.file];
    return { start: fact(start), dev: fact(framework.development?.(entry, port) ?? reloading(start)) };
  }
  const pasted = pasteCommands(project, framework, port);
  if (pasted !== undefined) return { start: fact(pasted.start), dev: fact(pasted.dev), ...(serverOf(project, 'wsgi') === 'gunicorn' ? {} : { added: 'gunicorn' }) };
  const kind = framework.asynchronous?.test(entry.source.code) === true ? 'asgi' : framework.kind;
  const server = serverOf(project, kind);
  const used = server ?? (kind === 'asgi' ? 'uvicorn' : 'gunicorn');
  const start = serverCommand(used, project, { root: entry.root, target: `${entry.module}:${entry.variable}`, factory: entry.factory, arguments: framework.factoryArguments }, port, kind);
  const dev = framework.development?.(entry, port) ?? watchedCommand(used, start);
  return { start: fact(start), dev: fact(dev), ...(server === undefined ? { added: used } : {}) };
}
