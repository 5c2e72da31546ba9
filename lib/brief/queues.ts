import { technologies } from '../catalog/registry.js';
import type { Technology } from '../catalog/technology.js';
import type { WorkerBrief } from './brief.js';

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
