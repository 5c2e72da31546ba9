import type { AppBrief } from '../../brief/brief.js';
import { compiledRuntime, user } from '../compiled.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './frameworks/registry.js';

/** Where the image configures and builds: outside of the source. */
export const buildFolder = '/build';
/** Where tests are built, apart from what production gets. */
export const testFolder = '/tests';
/** Where package managers put what they built. */
export const vcpkgFolder = '/opt/vcpkg';
export const installedFolder = '/opt/vcpkg-installed';
export const conanFolder = '/opt/conan';

/** A worker, or a server that answers no plain HTTP request: its process is looked at. */
export const isProbedByProcess = ({ role, framework }: AppBrief): boolean => role === 'worker' || findFramework(framework)?.http2Only === true;

/** What folders of files for browsers are called. */
const documentRoot = /(?:^|\/)(?:public|static|www|html|htdocs|web|webroot|wwwroot)$/u;

export function runtime(app: AppBrief): Runtime {
  const [uid, gid] = user.split(':');
  const roots = (app.runtimeFiles ?? []).filter((file) => documentRoot.test(file));
  const writes = (findFramework(app.framework)?.writes ?? []).flatMap((folder) => (roots.length === 0 ? [folder] : roots.map((root) => `${root}/${folder}`)));
  const tmpfs = writes.map((folder) => `/app/${folder}:uid=${uid},gid=${gid},mode=0700,size=64m`);
  return { ...compiledRuntime(app, isProbedByProcess(app) ? processProbe : bashProbe(app)), tmpfs };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
