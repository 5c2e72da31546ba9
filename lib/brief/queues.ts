import { technologies } from '../catalog/registry.js';
import type { Technology } from '../catalog/technology.js';
import { serviceKey } from './service-names.js';
import type { Brief, WorkerBrief } from './brief.js';

/** Names that a package goes by: `github.com/hibiken/asynq` is asynq. */
const isPackage = (name: string, library: string): boolean => name === library || name.endsWith(`/${library}`) || name.replaceAll('_', '-') === library;

/** The technology that a library keeps its jobs in, where it works with no other; every one that speaks its protocol does. */
function storesOf(library: string): readonly Technology[] {
  const all: readonly Technology[] = technologies;
  const own = all.find(({ detection }) => Object.values(detection.packages).some((packages) => Object.entries(packages).some(([name, confidence]) => confidence === 'certain' && isPackage(name, library))));
  return own === undefined ? [] : all.filter(({ id, protocol }) => id === own.id || (protocol !== undefined && protocol === own.protocol));
}

/** Whether a worker takes jobs from something that it does not use. `uses` are ids of technologies. */
export function lacksQueue({ library, single }: Pick<WorkerBrief, 'library' | 'single'>, uses: readonly string[]): boolean {
  const stores = library === undefined || single === true ? [] : storesOf(library);
  return stores.length > 0 && !stores.some(({ id }) => uses.includes(id));
}

/** A worker without what its jobs are kept in. */
export interface IdleWorker {
  readonly app: number;
  readonly worker: number;
  readonly name: string;
  readonly library: string;
  /** Titles of what it could work with. */
  readonly stores: readonly string[];
}

/** Workers that would start and never get a job. */
export function idleWorkers({ apps, services }: Pick<Brief, 'apps' | 'services'>): readonly IdleWorker[] {
  const technologyOf = new Map(services.map((service) => [serviceKey(service), service.technology]));
  return apps.flatMap(({ workers }, app) => workers.flatMap(({ name, library = '', single, uses }, worker) => {
    const idle = lacksQueue({ library, single }, uses.map((key) => technologyOf.get(key) ?? ''));
    return idle ? [{ app, worker, name, library, stores: storesOf(library).map(({ title }) => title) }] : [];
  }));
}
