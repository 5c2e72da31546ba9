import type { AppBrief } from '../../brief/brief.js';
import { compiledRuntime } from '../compiled.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './framework.js';

/** A worker, or a server that answers no plain HTTP request: its process is looked at. */
export const isProbedByProcess = ({ role, framework }: AppBrief): boolean => role === 'worker' || findFramework(framework)?.http2Only === true;

export function runtime(app: AppBrief): Runtime {
  const framework = findFramework(app.framework);
  return compiledRuntime(app, isProbedByProcess(app) ? processProbe : bashProbe(app), { common: framework?.environment?.(app.port) ?? {}, production: framework?.production ?? {} });
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
