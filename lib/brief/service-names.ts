import type { AppBrief, Brief, WorkerBrief } from './brief.js';

/** `my-shop` as an identifier that databases take without quotes. */
export function identifierOf(name: string): string {
  const identifier = name.replaceAll('-', '_');
  return /^\d/u.test(identifier) ? `app_${identifier}` : identifier;
}

/** Service names of all workers: the only one is `worker`, several are told apart by their own names. */
export function workerServiceNames({ apps }: Brief): ReadonlyMap<WorkerBrief, string> {
  const all = apps.flatMap((app) => app.workers.map((worker) => ({ app, worker })));
  return new Map(
    all.map(({ app, worker }) => {
      if (all.length === 1) return [worker, 'worker'];
      const name = worker.name === 'worker' && apps.length > 1 ? `${app.name}-worker` : worker.name;
      return [worker, name.endsWith('worker') ? name : `${name}-worker`];
    }),
  );
}

/** Name of the service that runs an app's tests in CI. */
export const testServiceName = ({ apps }: Brief, app: AppBrief): string => (apps.length === 1 ? 'test' : `${app.name}-test`);

export const appFolder = (app: AppBrief): string => `docker/${app.name}`;
