import type { AppBrief } from '../../brief/brief.js';
import type { Healthcheck } from '../../design/architecture.js';

/** `node` in the official image (docker-node slim/Dockerfile). */
export const user = '1000:1000';
export const workdir = '/app';
export const timing = { interval: 10, timeout: 5, retries: 3, startPeriod: 60 } as const;

/**
 * Node is the one program that a slim Node image surely contains. An HTTP answer proves that the event loop turns;
 * an open port would not, because the kernel accepts connections for a stopped process too.
 */
export function webHealthcheck({ port, health }: AppBrief): Healthcheck {
  const url = JSON.stringify(`http://127.0.0.1:${port}${health ?? '/'}`);
  const verdict = health === undefined ? 'process.exit(0)' : 'process.exit(r.status<400?0:1)';
  const script = `fetch(${url},{redirect:"manual",signal:AbortSignal.timeout(4000)}).then(r=>${verdict},()=>process.exit(1))`;
  return { test: ['CMD', 'node', '-e', script], programs: ['node'], ...timing };
}
