import type { AppBrief } from '../../brief/brief.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';

/** `deno` in the Debian image, which runs as root unless told otherwise (denoland/deno_docker debian.dockerfile). */
export const user = '1993:1993';
export const root = '/app';
export const cache = '/deno-dir';

/** A member of a workspace is built from the whole repository and runs in its own folder. */
export function workdirOf({ path, workspace }: AppBrief): string {
  return workspace === undefined ? root : `${root}/${path}`;
}

export function runtime(app: AppBrief): Runtime {
  return {
    folder: workdirOf(app),
    // denoland/deno is debian:stable-slim: bash, coreutils, sed and util-linux; neither curl nor wget
    programs: ['deno', 'bash', 'sh', 'grep', 'sed', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 30,
    init: true,
    tmpfs: [],
    environment: { common: {}, development: {}, test: {}, production: {} },
    development: {
      source: app.workspace === undefined ? app.path : '.',
      target: root,
      // what a change of the imports downloads is kept
      volumes: [{ name: `${app.name.replaceAll('-', '_')}_deno_dir`, target: cache }],
    },
  };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
