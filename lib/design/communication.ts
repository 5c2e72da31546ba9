import type { AppBrief, Brief } from '../brief/brief.js';
import { jobServiceName, servesHttp, workerServiceNames } from '../brief/service-names.js';
import { proxyById } from '../catalog/registry.js';
import { backingsOf } from './backing.js';
import type { Backing, Backings } from './backing.js';
import type { Communication } from './architecture.js';

/** Whether what it holds outlives it, so that work may wait in it. */
const keeps = ({ technology, service, prefix, identifier }: Backing): boolean =>
  technology.contribute({ service, prefix, identifier, anonymous: false, limits: technology.limits }).volumes.length > 0;

/** A store that an app and one of its workers share is where jobs wait; a scheduler takes none. */
function carriesJobs({ workers, uses }: AppBrief, backing: Backing): boolean {
  return backing.technology.role === 'cache' && uses.includes(backing.key) && workers.some((worker) => worker.single !== true && worker.uses.includes(backing.key)) && keeps(backing);
}

function edgesOf(app: AppBrief, from: string, uses: readonly string[], backings: Backings): readonly Communication[] {
  return uses.map((key) => backings.get(key)!).filter(({ containers }) => containers.size > 0).map((backing) => {
    const isAsync = backing.technology.role === 'broker' || carriesJobs(app, backing);
    return { from, to: backing.service, kind: isAsync ? 'async' : 'sync' };
  });
}

/** Every connection that the brief asks for. Who waits for a job to end does not speak to it. */
export function communicationOf(brief: Brief): readonly Communication[] {
  const backings = backingsOf(brief);
  const workerNames = workerServiceNames(brief);
  const proxy = servesHttp(brief) ? proxyById(brief.proxy.technology).serviceName : undefined;
  return brief.apps.flatMap((app) => [
    ...(proxy === undefined || app.role === 'worker' ? [] : [{ from: proxy, to: app.name, kind: 'sync' } as const]),
    ...edgesOf(app, app.name, app.uses, backings),
    ...app.workers.flatMap((worker) => edgesOf(app, workerNames.get(worker)!, worker.uses, backings)),
    ...app.jobs.flatMap((job) => edgesOf({ ...app, workers: [] }, jobServiceName(brief, app, job), app.uses, backings)),
  ]);
}
