import type { AppBrief } from '../../brief/brief.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './frameworks/registry.js';

/** `nobody` of Debian. */
export const user = '65534:65534';
/** Where the production image has the release. */
export const releaseFolder = '/app';
/** Where sources lie while they are built, and where development mounts them. */
export const source = '/src';
/** What development compiles, outside of the mounted source. */
export const compiled = '/opt/build';

const volumeName = (app: AppBrief, part: string): string => `${app.name.replaceAll('-', '_')}_${part}`;

export function runtime(app: AppBrief): Runtime {
  return {
    // debian:*-slim: bash, coreutils and sed; neither curl nor wget
    programs: ['bash', 'sh', 'grep', 'sed', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 30,
    init: true,
    tmpfs: [],
    environment: {
      common: findFramework(app.framework)?.environment ?? {},
      development: { MIX_ENV: 'dev' },
      test: { MIX_ENV: 'test' },
      // a release writes its resolved settings there, and its root is read-only
      production: { RELEASE_TMP: '/tmp', HOME: '/tmp' },
    },
    development: {
      source: app.path,
      target: source,
      volumes: [
        // esbuild of Phoenix looks for packages in the folder `deps` of the source
        { name: volumeName(app, 'deps'), target: `${source}/deps`, hostFolder: app.path === '.' ? 'deps' : `${app.path}/deps` },
        { name: volumeName(app, 'build'), target: compiled },
      ],
    },
  };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
