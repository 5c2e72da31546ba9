import { findTechnology } from '../catalog/registry.js';
import { patternOf } from '../patterns/registry.js';
import type { PatternId } from '../patterns/registry.js';
import type { Shape } from '../patterns/pattern.js';
import { stackById } from '../stacks/registry.js';
import { serviceKey } from './service-names.js';
import { usedBy } from './services.js';
import type { AppBrief, Brief } from './brief.js';

type Parts = Pick<Brief, 'apps' | 'services'>;

const isPipeline = ({ stack, framework }: AppBrief): boolean => stackById(stack).frameworks.some(({ id, pipelines }) => id === framework && pipelines === true);

/** What of a brief decides about its topology. */
export function shapeOf({ apps, services }: Parts): Shape {
  const brokers = services.filter(({ technology }) => findTechnology(technology)?.role === 'broker').map(serviceKey);
  return {
    servers: apps.filter(({ role }) => role === 'web').length,
    workers: apps.filter(({ role }) => role === 'worker').length + apps.reduce((sum, { workers }) => sum + workers.length, 0),
    connected: Math.max(0, ...brokers.map((broker) => apps.filter((app) => usedBy(app).includes(broker)).length)),
    queues: services.some(({ technology }) => ['broker', 'cache'].includes(findTechnology(technology)?.role ?? '')),
    pipelines: apps.some(isPipeline) || services.some(({ technology }) => findTechnology(technology)?.role === 'notebook'),
  };
}

/** The pattern that these parts of a brief follow. */
export const patternOfParts = (parts: Parts): PatternId => patternOf(shapeOf(parts));

/** Names of a service in the compose files are not longer than what a host name may be. */
const longest = 63;

/** The same parts with a database for each app that uses one, so that no app reaches another one's data. */
export function databasePerApp({ apps, services }: Parts): Parts {
  const databases = new Set(services.map(({ technology }) => technology).filter((id) => findTechnology(id)?.role === 'database'));
  const isShared = (id: string): boolean => databases.has(id) && apps.filter((app) => usedBy(app).includes(id)).length > 1;
  const nameOf = ({ name, uses }: AppBrief, id: string): string => `${name}-${uses.filter((each) => databases.has(each)).length > 1 ? id : 'db'}`.slice(-longest);
  const own = (app: AppBrief) => (key: string): string => (isShared(key) ? nameOf(app, key) : key);
  return {
    apps: apps.map((app) => ({
      ...app,
      uses: app.uses.map(own(app)),
      urls: app.urls.map((url) => ({ ...url, technology: own(app)(url.technology) })),
      workers: app.workers.map((worker) => ({ ...worker, uses: worker.uses.map(own(app)) })),
    })),
    services: services.flatMap((service) => (isShared(service.technology) ? apps.filter((app) => usedBy(app).includes(service.technology)).map((app) => ({ ...service, name: nameOf(app, service.technology) })) : [service])),
  };
}
