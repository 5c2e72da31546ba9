import type { AppBrief, WorkerBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';
import { bashProbe, processProbe, timing } from '../probe.js';
import { filesRuntime } from '../static-files.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { rackEnvironment } from './frameworks/framework.js';
import { findFramework } from './frameworks/registry.js';

/** A number of our own: the official image has no user besides root. */
export const user = '10001:10001';
export const workdir = '/app';
/** Compiled code of the start, made in the build. */
export const bootCache = '/app/.bootsnap';

/** Whether Bundler installs what the app needs. */
export const usesBundler = ({ lockFile, installFiles }: Pick<AppBrief, 'lockFile' | 'installFiles'>): boolean => lockFile !== undefined || installFiles.length > 0;

/** A home that can be written, the compiler of Ruby, less memory between threads, and no output that waits in a buffer. */
const tuning = { HOME: '/tmp', MALLOC_ARENA_MAX: '2', RUBY_YJIT_ENABLE: '1' } as const;

function environmentOf({ name, framework }: AppBrief): Runtime['environment'] {
  const { common, development, test, production } = findFramework(framework)?.environment ?? rackEnvironment;
  const isRails = framework === 'rails';
  return {
    common,
    // Rails refuses names that it does not know; other services call this one by its own
    development: { ...development, ...(isRails ? { RAILS_DEVELOPMENT_HOSTS: name } : {}) },
    test,
    production: { ...production, ...tuning, ...(isRails ? { BOOTSNAP_CACHE_DIR: bootCache, BOOTSNAP_READONLY: 'true' } : {}) },
  };
}

export function runtime(app: AppBrief): Runtime {
  const development = { source: app.path, target: workdir, volumes: [] };
  const environment = environmentOf(app);
  if (app.role === 'static') return { ...filesRuntime(app, app.path), healthcheck: bashProbe(app), environment: { ...environment, production: {} }, development };
  return {
    // ruby:*-slim is Debian: bash and coreutils; neither curl nor wget
    programs: ['ruby', 'bundle', 'sh', 'bash', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 35,
    init: true,
    tmpfs: (findFramework(app.framework)?.writable ?? []).map((folder) => `${workdir}/${folder}:uid=10001,gid=10001,mode=0755,size=64m`),
    environment,
    development,
  };
}

/** Its own server of probes answers whether the process reaches the database and listens for jobs. */
const goodJobPort = '7001';
const goodJobProbe: Healthcheck = { test: ['CMD', 'healthcheck', goodJobPort, '/status/connected'], programs: ['healthcheck'], ...timing };

/** Libraries that run each job in the executor of Rails, which loads changed code before it (guides.rubyonrails.org, "Threading and Code Execution"). */
const reloading: ReadonlySet<string> = new Set(['sidekiq', 'solid-queue', 'good-job', 'que', 'delayed-job']);

/** Sidekiq gives its jobs 25 seconds (`-t 25`), the others less. */
export function worker({ role, framework }: AppBrief, { library }: WorkerBrief): WorkerRuntime {
  const reloads = framework === 'rails' && library !== undefined && reloading.has(library);
  // the program that asks is part of the image of a server only
  if (library === 'good-job' && role === 'web') return { healthcheck: goodJobProbe, environment: { GOOD_JOB_PROBE_PORT: goodJobPort }, stopGrace: 35, reloads };
  return { healthcheck: processProbe, environment: {}, stopGrace: 35, reloads };
}
