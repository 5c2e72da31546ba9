import type { Instance } from '../catalog/technology.js';
import { technologyById } from '../catalog/registry.js';
import type { AppBrief, Brief, JobBrief, ServiceBrief, WorkerBrief } from './brief.js';

/** `my-shop` as an identifier that databases take without quotes. */
export const identifierOf = (name: string): string => name.replaceAll('-', '_');

/** How apps name a backing service that they use. */
export const serviceKey = ({ technology, name }: ServiceBrief): string => name ?? technology;

/**
 * Names of all backing services by key. Of two that would be `db` the first is; a name of its own stands in all that belongs to it,
 * and without the words that say what it is (`orders-db`) it is the name of the database inside.
 */
export function instancesOf({ project, services }: Pick<Brief, 'project' | 'services'>): ReadonlyMap<string, Instance> {
  const taken = new Set<string>();
  return new Map(services.map((service) => {
    const { technology: id, name } = service;
    const usual = technologyById(id).serviceName;
    const chosen = name ?? (taken.has(usual) ? id : usual);
    taken.add(chosen);
    const identifier = identifierOf(name === undefined ? project.name : name.replace(new RegExp(`-(?:db|${id})$`, 'u'), ''));
    return [serviceKey(service), { service: chosen, prefix: identifierOf(name ?? id), identifier }] as const;
  }));
}

/**
 * Service names of all workers: `worker`, or its own name with that ending. No name depends on how many there are, so that one
 * more worker renames none.
 */
export function workerServiceNames({ apps }: Brief): ReadonlyMap<WorkerBrief, string> {
  return new Map(
    apps.flatMap((app) =>
      app.workers.map((worker) => {
        const name = worker.name === 'worker' && apps.length > 1 ? `${app.name}-worker` : worker.name;
        return [worker, name.endsWith('worker') ? name : `${name}-worker`] as const;
      }),
    ),
  );
}

/** Name of the service of a job. */
export const jobServiceName = ({ apps }: Brief, app: AppBrief, job: JobBrief): string => (apps.length === 1 ? job.name : `${app.name}-${job.name}`);

/** Name of the service that runs an app's tests in CI. */
export const testServiceName = ({ apps }: Brief, app: AppBrief): string => (apps.length === 1 ? 'test' : `${app.name}-test`);

/** Whether anything stands behind a proxy. */
export const servesHttp = ({ apps }: Pick<Brief, 'apps'>): boolean => apps.some(({ role }) => role !== 'worker');

/** Folder of the worker image of an app: one for all, or one for each stack that has workers. */
export function workerFolder({ apps }: Pick<Brief, 'apps'>, { stack }: Pick<AppBrief, 'stack'>): string {
  const several = new Set(apps.filter(({ workers }) => workers.length > 0).map((app) => app.stack)).size > 1;
  return several ? `docker/workers/${stack}` : 'docker/workers';
}

export const appFolder = (app: AppBrief): string => `docker/${app.name}`;

/** The volume under a folder of data. Names of apps have no underscore, so that the first one ends the name. */
export const dataVolumeName = ({ name }: Pick<AppBrief, 'name'>, path: string): string => `${name}_${path.replace(/^\//u, '').replace(/[^A-Za-z0-9.-]+/gu, '_')}`;
