import type { AppBrief, WorkerBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';
import { below } from '../../discovery/repository.js';
import { shellWord } from '../../text/quote.js';
import { browserLimits, browserTmpfs, startsBrowser } from '../browsers.js';
import { rootOf } from '../compiled.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './frameworks/registry.js';

/** No user in the official image is meant for programs; this one needs no entry there. */
export const user = '10001:10001';
/** Where images have the folder that they are laid out from. */
export const home = '/app';

/** Where images have the folder of the app: below the packages and the lock file that it shares with others. */
export function workdirOf(app: Pick<AppBrief, 'path' | 'workspace'>): string {
  const root = rootOf(app);
  return root === app.path ? home : `${home}/${below(root, app.path)}`;
}

/** A program of its own asks its worker through the broker: a whole interpreter starts for it, so it is asked once a minute. */
const slow = { interval: 60, timeout: 30, retries: 3, startPeriod: 60 } as const;

/** Celery with the options that name its application, which stand before the command; undefined for other programs and other commands of it. */
function celeryOf(command: readonly string[]): readonly string[] | undefined {
  // its module may be called so too
  const isValue = (index: number): boolean => /^(?:-A|--app|-b|--broker|--result-backend|--loader|--config|--workdir)$/u.test(command[index - 1] ?? '');
  const program = command.slice(0, Math.max(0, command.findIndex((word, index) => word === 'worker' && !isValue(index))));
  // a worker under a name of its own does not answer to that of the host
  return program[0] === 'celery' && program.some((word) => /^(?:-A|--app\b)/u.test(word)) && !command.some((word) => word === '-n' || word.startsWith('--hostname')) ? program : undefined;
}

function workerHealthcheck(command: readonly string[]): Healthcheck {
  const celery = celeryOf(command);
  if (celery !== undefined) {
    return { test: ['CMD-SHELL', `${celery.map(shellWord).join(' ')} inspect ping --timeout 10 --destination "celery@$HOSTNAME" > /dev/null`], programs: ['sh', 'celery'], readsVariables: true, ...slow };
  }
  if (command[0] === 'arq' && command.length > 1) return { test: ['CMD', ...command.slice(0, 2), '--check'], programs: ['arq'], readsVariables: true, ...slow };
  return processProbe;
}

export function runtime(app: AppBrief): Runtime {
  const development = app.framework === 'flask' ? { FLASK_DEBUG: '1' } : {};
  const common = findFramework(app.framework)?.environment ?? {};
  return {
    // python:*-slim-trixie is Debian: bash, coreutils, dash; neither curl nor wget. celery and arq where the app depends on them
    programs: ['python', 'bash', 'sh', 'healthcheck', 'worker-healthcheck', 'celery', 'arq'],
    user,
    folder: workdirOf(app),
    healthcheck: app.role === 'worker' ? workerHealthcheck(app.commands.start) : bashProbe(app),
    limits: startsBrowser(app.systemPackages) ? browserLimits : { cpus: 1, memory: 512, pids: 256 },
    // gunicorn and uvicorn give requests 30 seconds to end
    stopGrace: 35,
    init: true,
    tmpfs: startsBrowser(app.systemPackages) ? [browserTmpfs] : [],
    environment: {
      common,
      development,
      test: {},
      // who reaches the app is the proxy, and only it: what it says of the client is true
      production: app.role === 'worker' ? { HOME: '/tmp' } : { HOME: '/tmp', WEB_CONCURRENCY: '2', FORWARDED_ALLOW_IPS: '*' },
    },
    development: { source: rootOf(app), target: home, volumes: [] },
  };
}

export function worker(app: AppBrief, { command }: WorkerBrief): WorkerRuntime {
  // a job that was taken is finished before the process ends
  return { healthcheck: workerHealthcheck(command), environment: findFramework(app.framework)?.workerEnvironment?.(app) ?? {}, stopGrace: 60 };
}
