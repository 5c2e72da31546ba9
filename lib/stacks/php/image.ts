import type { AppBrief, WorkerBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';
import { inContext } from '../dockerfile.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './frameworks/registry.js';

/** `www-data` in the Debian image (docker-library/php). */
export const user = '33:33';
export const workdir = '/app';

/** Whether Composer installs what the app needs. */
export const usesComposer = ({ lockFile, installFiles }: Pick<AppBrief, 'lockFile' | 'installFiles'>): boolean => lockFile !== undefined || installFiles.includes('composer.json');

/** Whether dependencies lie in a volume over the mounted source. */
export const keepsVendor = (app: Pick<AppBrief, 'lockFile' | 'installFiles' | 'framework'>): boolean => usesComposer(app) && findFramework(app.framework)?.installsIntoSource !== true;

/**
 * What Symfony's recipes write into `.env`, which no image contains: production reads it from here where the project does.
 * Its configuration names these variables without a default.
 */
const recipes: Readonly<Record<string, string>> = {
  DEFAULT_URI: 'http://localhost', LOCK_DSN: 'flock', MAILER_DSN: 'null://null', MESSENGER_TRANSPORT_DSN: 'doctrine://default?auto_setup=0',
  CORS_ALLOW_ORIGIN: String.raw`^https?://localhost(:[0-9]+)?$`,
};

function recipeVariables({ framework, reads, variables }: AppBrief): Readonly<Record<string, string>> {
  if (framework !== 'symfony') return {};
  return Object.fromEntries(Object.entries(recipes).filter(([name]) => reads.includes(name) && !variables.some((each) => each.name === name)));
}

/** Master and processes of the library; it asks the queue itself, so it is asked less often. */
const horizonProbe: Healthcheck = { test: ['CMD', 'php', 'artisan', 'horizon:status'], programs: ['php'], readsVariables: true, interval: 30, timeout: 15, retries: 3, startPeriod: 60 };

export function runtime(app: AppBrief): Runtime {
  const framework = findFramework(app.framework);
  const environment = framework?.environment ?? {};
  const owned = ([folder]: readonly [string]): string => `${workdir}/${folder}:uid=33,gid=33,mode=0755,size=64m`;
  const common = { ...environment.common };
  return {
    // php:*-apache is Debian with bash and coreutils; curl is there for the build of extensions and may go
    programs: ['php', 'apache2', 'sh', 'bash', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 30,
    init: true,
    tmpfs: (framework?.writable ?? []).map((folder) => owned([folder])),
    environment: {
      common,
      development: { ...environment.development },
      test: { ...recipeVariables(app), ...environment.test },
      production: { ...recipeVariables(app), ...environment.production },
    },
    development: {
      source: app.path,
      target: workdir,
      volumes: keepsVendor(app) ? [{ name: `${app.name.replaceAll('-', '_')}_vendor`, target: `${workdir}/vendor`, hostFolder: inContext(app, 'vendor') }] : [],
    },
  };
}

/** A job of Laravel may take a minute by default, and is finished before the process ends. */
const patient: ReadonlySet<string> = new Set(['horizon', 'laravel-queue', 'symfony-messenger']);

export function worker(_app: AppBrief, { library }: WorkerBrief): WorkerRuntime {
  return {
    healthcheck: library === 'horizon' ? horizonProbe : processProbe,
    environment: {},
    stopGrace: library !== undefined && patient.has(library) ? 75 : 30,
  };
}
