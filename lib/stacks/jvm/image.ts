import type { AppBrief } from '../../brief/brief.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './app.js';
import { toolFolder } from './tools.js';

/** The images have no user for programs. */
export const user = '10001:10001';
export const workdir = '/app';

/** The heap follows the container's limit, and a program without memory ends instead of limping on. */
const production = { JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError' } as const;

/**
 * The driver of SQLite unpacks a library where temporary files are and loads it from there (github.com/xerial/sqlite-jdbc): what
 * engines mount executes nothing unless it is said.
 */
const nativeLibraries = ({ data = [] }: AppBrief): readonly string[] => (data.some(({ holds, engine }) => holds === 'database' && engine === undefined) ? ['/tmp:exec,mode=1777,size=64m'] : []);

export function runtime(app: AppBrief): Runtime {
  return {
    // eclipse-temurin:*-noble is Ubuntu: coreutils, dash, bash; neither curl nor wget in the JRE (adoptium/containers)
    programs: ['java', 'sh', 'bash', 'sed', 'cat', 'healthcheck', 'worker-healthcheck'],
    user,
    healthcheck: app.role === 'worker' ? processProbe : bashProbe(app),
    // what a Java program needs besides its heap is a quarter of this
    limits: { cpus: 1, memory: 768, pids: 512 },
    stopGrace: 35,
    // java handles signals and starts no children
    init: false,
    tmpfs: [...nativeLibraries(app), ...(app.framework === 'play' ? [`${workdir}/logs:uid=10001,gid=10001,mode=0700,size=16m`] : [])],
    environment: {
      common: app.role === 'worker' ? {} : (findFramework(app.framework)?.environment(app.port) ?? {}),
      development: {},
      test: {},
      production,
    },
    development: {
      source: app.workspace?.root ?? app.path,
      target: workdir,
      once: ['entrypoint.development.sh'],
      volumes: [{ name: `${app.name.replaceAll('-', '_')}_${app.packageManager.name}`, target: toolFolder }],
    },
  };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 60 };
}
