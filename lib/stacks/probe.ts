import type { AppBrief } from '../brief/brief.js';
import type { Healthcheck } from '../design/architecture.js';
import healthcheckTemplate from '../../templates/application/healthcheck.sh.ejs';
import workerHealthcheckTemplate from '../../templates/workers/healthcheck.sh.ejs';
import { renderTemplate } from '../text/template.js';
import type { StackFile } from './stack.js';

/** Seconds and attempts of every probe of a process of ours; compiled programs and interpreters alike start within a minute. */
export const timing = { interval: 10, timeout: 5, retries: 3, startPeriod: 60 } as const;

/** The entrypoint of production images, on the PATH. */
export const entrypoint = 'entrypoint.sh';

/** Where Dockerfiles put the probe. */
export const probePath = '/usr/local/bin/healthcheck';

/**
 * The probe of a web process for images that have bash and no HTTP client: Debian and Ubuntu slim images (bash is essential there).
 * Without a health route any HTTP answer counts.
 */
export function bashProbe({ port, health }: Pick<AppBrief, 'port' | 'health'>): Healthcheck {
  return { test: ['CMD', 'healthcheck', String(port), health ?? '/', ...(health === undefined ? ['any'] : [])], programs: ['healthcheck'], ...timing };
}

/** The probe of a worker whose library offers none of its own: its processes run and are not stopped. */
export const processProbe: Healthcheck = { test: ['CMD', 'worker-healthcheck'], programs: ['worker-healthcheck'], ...timing };

/**
 * The test of a probe in the production image. The engine starts a probe beside the program, not below it (docs.docker.com, HEALTHCHECK),
 * so what the entrypoint made of secret files is not there: a probe that needs it goes through the entrypoint as the program did.
 */
export function productionTest({ test, readsVariables }: Healthcheck): readonly string[] {
  if (readsVariables !== true) return test;
  const [form, ...words] = test;
  return ['CMD', entrypoint, ...(form === 'CMD-SHELL' ? ['sh', '-c'] : []), ...words];
}

/** The script behind `bashProbe`. */
export function probeFile(folder: string): StackFile {
  return { path: `${folder}/healthcheck.sh`, content: renderTemplate(healthcheckTemplate, {}), executable: true };
}

/** The script behind `processProbe`. */
export function processProbeFile(folder: string): StackFile {
  return { path: `${folder}/healthcheck.sh`, content: renderTemplate(workerHealthcheckTemplate, {}), executable: true };
}
