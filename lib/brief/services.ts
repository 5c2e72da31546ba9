import { serviceKey } from './service-names.js';
import type { AppBrief, Brief, ServiceBrief } from './brief.js';

type Parts = Pick<Brief, 'apps' | 'services'>;

/** Keys of everything that an app or one of its workers uses, each once. */
export const usedBy = ({ uses, workers }: Pick<AppBrief, 'uses' | 'workers'>): readonly string[] => [...new Set([...uses, ...workers.flatMap((worker) => worker.uses)])];

/** The parts of a brief with these services instead: what is new is used by every server and worker, what is gone by none. */
export function withServices({ apps, services: before }: Parts, services: readonly ServiceBrief[]): Parts {
  const known = new Set(before.map(serviceKey));
  const present = new Set(services.map(serviceKey));
  const gone = new Set([...known].filter((key) => !present.has(key)));
  const added = [...present].filter((key) => !known.has(key));
  const uses = (current: readonly string[]): readonly string[] => [...current.filter((key) => !gone.has(key)), ...added];
  return {
    services,
    apps: apps.map((app) => (app.role === 'static' ? app : {
      ...app,
      uses: uses(app.uses),
      urls: app.urls.filter(({ technology }) => !gone.has(technology)),
      workers: app.workers.map((worker) => ({ ...worker, uses: uses(worker.uses) })),
    })),
  };
}
