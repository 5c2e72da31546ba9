import type { AppBrief } from '../brief/brief.js';
import { jobServiceName, servesHttp } from '../brief/service-names.js';
import { proxyById } from '../catalog/registry.js';
import type { Backing } from './backing.js';
import type { Plan } from './services.js';
import type { Communication } from './architecture.js';

/** A store that an app and one of its workers share, and that outlives its container, is where jobs wait; a scheduler takes none. */
function carriesJobs({ workers, uses }: AppBrief, { key, technology }: Backing, kept: ReadonlySet<string>): boolean {
  return technology.role === 'cache' && kept.has(key) && uses.includes(key) && workers.some((worker) => worker.single !== true && worker.uses.includes(key));
}

/** Every connection that the brief asks for. Who waits for a job to end does not speak to it. */
export function communicationOf({ brief, backings, workerNames, contributions }: Plan): readonly Communication[] {
  const kept = new Set(contributions.filter(({ volumes }) => volumes.length > 0).map(({ backing }) => backing.key));
  const proxy = servesHttp(brief) ? proxyById(brief.proxy.technology).serviceName : undefined;
  const edgesOf = (app: AppBrief, from: string, uses: readonly string[]): readonly Communication[] =>
    uses.map((key) => backings.get(key)!).filter(({ containers }) => containers.size > 0).map((backing) => {
      const isAsync = backing.technology.role === 'broker' || carriesJobs(app, backing, kept);
      return { from, to: backing.service, kind: isAsync ? 'async' : 'sync' };
    });
  // workers are made of the same source
  const callsOf = ({ thirdParties = [] }: AppBrief, from: string): readonly Communication[] => thirdParties.map((to) => ({ from, to, kind: 'sync', outside: true }));
  return brief.apps.flatMap((app) => [
    ...(proxy === undefined || app.role === 'worker' ? [] : [{ from: proxy, to: app.name, kind: 'sync' } as const]),
    ...edgesOf(app, app.name, app.uses),
    ...callsOf(app, app.name),
    ...app.workers.flatMap((worker) => [...edgesOf(app, workerNames.get(worker)!, worker.uses), ...callsOf(app, workerNames.get(worker)!)]),
    ...app.jobs.flatMap((job) => edgesOf({ ...app, workers: [] }, jobServiceName(brief, app, job), app.uses)),
  ]);
}
