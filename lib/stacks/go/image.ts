import type { AppBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';
import { compiledRuntime } from '../compiled.js';
import { processProbe, timing } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';
import { findFramework } from './framework.js';

/** Our own program asks: it needs neither a shell nor an HTTP client, whatever the base is. */
function webProbe({ port, health, framework }: AppBrief): Healthcheck {
  const mode = findFramework(framework)?.http2Only === true ? ['http2'] : health === undefined ? ['any'] : [];
  return { test: ['CMD', 'healthcheck', String(port), health ?? '/', ...mode], programs: ['healthcheck'], ...timing };
}

export function runtime(app: AppBrief): Runtime {
  return compiledRuntime(app, webProbe(app), findFramework(app.framework)?.environment);
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}
