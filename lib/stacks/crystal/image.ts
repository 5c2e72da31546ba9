import type { AppBrief } from '../../brief/brief.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './frameworks/registry.js';

/** Has no name in Debian and needs none. */
export const user = '10001:10001';
/** Where the production image has the program and the folders that it reads. */
export const releaseFolder = '/app';
/** Where sources lie while they are built, and where development mounts them. */
export const source = '/src';

export function runtime(app: AppBrief): Runtime {
  const variable = findFramework(app.framework)?.environment;
  const environment = (value: string): Readonly<Record<string, string>> => (variable === undefined ? {} : { [variable]: value });
  return {
    // debian:*-slim: bash, coreutils and sed; neither curl nor wget
    programs: ['bash', 'sh', 'grep', 'sed', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 256, pids: 128 },
    stopGrace: 30,
    init: true,
    tmpfs: [],
    environment: { common: {}, development: environment('development'), test: environment('test'), production: environment('production') },
    development: {
      source: app.path,
      target: source,
      // shards puts dependencies into the source
      volumes: [{ name: `${app.name.replaceAll('-', '_')}_shards`, target: `${source}/lib`, hostFolder: app.path === '.' ? 'lib' : `${app.path}/lib` }],
    },
  };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
