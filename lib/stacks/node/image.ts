import type { AppBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';

/** `node` in the official image (docker-node slim/Dockerfile). */
export const user = '1000:1000';
export const workdir = '/app';
export const timing = { interval: 10, timeout: 5, retries: 3, startPeriod: 60 } as const;

/** Where the Dockerfile puts the script that asks the app how it is. */
export const healthcheckPath = '/usr/local/lib/healthcheck.mjs';

/** Node is the one program that a slim Node image surely contains, so the probe is a script of ours. */
export function webHealthcheck({ port, health }: AppBrief): Healthcheck {
  const question = [`http://127.0.0.1:${port}${health ?? '/'}`, ...(health === undefined ? ['any'] : [])];
  return { test: ['CMD', 'node', healthcheckPath, ...question], programs: ['node'], ...timing };
}
