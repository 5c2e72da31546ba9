import type { AppBrief } from '../../brief/brief.js';
import { compiledRuntime } from '../compiled.js';
import { bashProbe, processProbe } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './framework.js';

export function runtime(app: AppBrief): Runtime {
  return compiledRuntime(app, bashProbe(app), { common: findFramework(app.framework)?.environment?.(app.port) ?? {} });
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
