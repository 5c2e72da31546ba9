import type { AppBrief, WorkerBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';
import { joinPath } from '../../discovery/repository.js';
import { commandOf } from '../../text/shell-words.js';
import { timing } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { filesRuntime } from '../static-files.js';
import { browserLimits, browserTmpfs, startsBrowser } from '../browsers.js';
import { heartbeatOf, runsOnBun } from './bun.js';
import { findFramework } from './framework.js';
import { inImage, isWorkspaceApp, runFolder, workspaceDevelopment } from './workspace-paths.js';

/** `node` in the official image (docker-node slim/Dockerfile), `bun` in that of Bun. */
export const user = '1000:1000';
export const workdir = '/app';

/** Where the Dockerfile puts the script that asks the app how it is. */
export const healthcheckPath = '/usr/local/lib/healthcheck.mjs';

/** The runtime is the one program that its slim image surely contains, so the probe is a script of ours. */
export function webHealthcheck(app: AppBrief): Healthcheck {
  const { port, health } = app;
  const program = runsOnBun(app) ? 'bun' : 'node';
  const question = [`http://127.0.0.1:${port}${health ?? '/'}`, ...(health === undefined ? ['any'] : [])];
  return { test: ['CMD', program, healthcheckPath, ...question], programs: [program], ...timing };
}

const workerHealthcheck: Healthcheck = { test: ['CMD', 'worker-healthcheck'], programs: ['worker-healthcheck'], ...timing };

/** What a framework that builds the app wants of the process that serves it. */
function serverSettings(app: AppBrief): { readonly environment: Readonly<Record<string, string>>; readonly tmpfs: readonly string[] } {
  const build = app.role === 'web' ? findFramework(app.framework)?.build : undefined;
  const [uid, gid] = user.split(':');
  return {
    environment: build?.environment ?? {},
    tmpfs: (build?.writable ?? []).map((folder) => `${appFolder(app)}/${folder}:uid=${uid},gid=${gid},mode=0755,size=128m`),
  };
}

/** The app's folder in the image. */
export const appFolder = (app: AppBrief): string => (isWorkspaceApp(app) ? inImage(app.workspace, runFolder(app)) : workdir);

/** What compiles before it listens: a shell line that builds, the tool of a monorepo, a framework with a compiler in front. */
const compilesFirst = ({ words: [program = '', first = ''] }: ReturnType<typeof commandOf>): boolean => /^(?:sh|nx|nest|ng)$/u.test(program) || (program === 'node' && first === 'ace');

function development(app: AppBrief): Runtime['development'] {
  const startPeriod = compilesFirst(commandOf(app.commands.development)) ? { startPeriod: 180 } : {};
  if (isWorkspaceApp(app)) return { ...workspaceDevelopment(app), ...startPeriod };
  return {
    source: app.path,
    target: workdir,
    volumes: [{ name: `${app.name.replaceAll('-', '_')}_node_modules`, target: `${workdir}/node_modules`, hostFolder: joinPath(app.path, 'node_modules') }],
    ...startPeriod,
  };
}

/** In production nginx serves what the build left, in development the framework's own server. */
function staticRuntime(app: AppBrief): Runtime {
  const files = filesRuntime(app, app.path);
  return { ...files, init: true, environment: { ...files.environment, development: { NODE_ENV: 'development' }, test: { NODE_ENV: 'test' } }, development: development(app) };
}

export function runtime(app: AppBrief): Runtime {
  if (app.role === 'static') return staticRuntime(app);
  const { environment, tmpfs } = serverSettings(app);
  return {
    folder: appFolder(app),
    // node:*-slim and oven/bun:*-slim are Debian: coreutils and dash; neither curl nor wget (docker-node slim/Dockerfile); the worker's check is a script of ours
    programs: [...(runsOnBun(app) ? ['bun'] : ['node', 'npm']), 'sh', 'grep', 'date', 'stat', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? workerHealthcheck : webHealthcheck(app),
    limits: startsBrowser(app.systemPackages) ? browserLimits : { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 30,
    init: true,
    tmpfs: startsBrowser(app.systemPackages) ? [browserTmpfs, ...tmpfs] : tmpfs,
    environment: {
      common: app.role === 'worker' ? heartbeatOf(app.commands.start) : {},
      development: { NODE_ENV: 'development' },
      test: { NODE_ENV: 'test' },
      production: { NODE_ENV: 'production', ...environment },
    },
    development: development(app),
  };
}

export function worker(_app: AppBrief, { command }: WorkerBrief): WorkerRuntime {
  return { healthcheck: workerHealthcheck, environment: heartbeatOf(command), stopGrace: 30 };
}
