import { proxyById, technologyById } from '../catalog/registry.js';
import { imageProblem } from '../catalog/releases.js';
import { contradictionOf, patternById } from '../patterns/registry.js';
import { stackById } from '../stacks/registry.js';
import type { Brief } from './brief.js';
import { idleWorkers } from './queues.js';
import { shapeOf } from './shape.js';
import { dataVolumeName, instancesOf, jobServiceName, serviceKey, servesHttp, testServiceName, workerServiceNames } from './service-names.js';

interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Names that several parts of a brief claim, each with the path of the later claim. */
function duplicates(claims: readonly { readonly path: string; readonly key: string; readonly what: string }[]): readonly Problem[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ path, key, what }) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    return before === undefined ? [] : [{ path, message: `${what} is taken by ${before}` }];
  });
}

function serviceNames(brief: Brief): readonly Problem[] {
  const { apps, services, proxy, environments } = brief;
  const claim = (path: string, name: string) => ({ path, key: name, what: `the service name ${JSON.stringify(name)}` });
  const workerNames = workerServiceNames(brief);
  const instances = instancesOf(brief);
  return duplicates([
    ...(servesHttp(brief) ? [claim('proxy.technology', proxyById(proxy.technology).serviceName)] : []),
    ...services.map((service, index) => claim(`services.${index}`, instances.get(serviceKey(service))!.service)),
    ...apps.flatMap((app, index) => [
      claim(`apps.${index}.name`, app.name),
      ...(environments.includes('ci') && app.commands.test !== undefined ? [claim(`apps.${index}.commands.test`, testServiceName(brief, app))] : []),
      ...app.jobs.map((job, position) => claim(`apps.${index}.jobs.${position}.name`, jobServiceName(brief, app, job))),
      ...app.workers.map((worker, position) => claim(`apps.${index}.workers.${position}.name`, workerNames.get(worker)!)),
    ]),
  ]);
}

/** Apps may listen on the same port, each in its container; what is published on one machine may not collide. */
function ports({ proxy }: Brief): readonly Problem[] {
  return duplicates([
    { path: 'proxy.port', key: String(proxy.port), what: `port ${proxy.port}` },
    { path: 'proxy.productionPort', key: String(proxy.productionPort), what: `port ${proxy.productionPort}` },
  ]);
}

function missingServices({ apps, services }: Brief): readonly Problem[] {
  const present = new Set(services.map(serviceKey));
  const check = (path: string, uses: readonly string[]): readonly Problem[] =>
    uses.filter((id) => !present.has(id)).map((id) => ({ path, message: `${JSON.stringify(id)} is used but not listed under services` }));
  return apps.flatMap((app, index) => [
    ...check(`apps.${index}.uses`, app.uses),
    ...check(`apps.${index}.urls`, app.urls.map(({ technology }) => technology)),
    ...app.workers.flatMap((worker, position) => check(`apps.${index}.workers.${position}.uses`, worker.uses)),
  ]);
}

function packageManagers({ apps }: Brief): readonly Problem[] {
  return apps.flatMap((app, index) => {
    const known = stackById(app.stack).packageManagers;
    return known.includes(app.packageManager.name) ? [] : [{ path: `apps.${index}.packageManager.name`, message: `one of ${known.join(', ')}` }];
  });
}

function images({ services }: Brief): readonly Problem[] {
  return services.flatMap((service, index) => {
    const message = imageProblem(technologyById(service.technology), service);
    return message === undefined ? [] : [{ path: `services.${index}`, message }];
  });
}

/** Volumes of data by their names: two folders of one volume would be one. */
function dataFolders({ apps }: Brief): readonly Problem[] {
  return duplicates(apps.flatMap((app, index) => (app.data ?? []).map(({ path }, position) => ({ path: `apps.${index}.data.${position}.path`, key: dataVolumeName(app, path), what: `the volume ${JSON.stringify(dataVolumeName(app, path))}` }))));
}

function pattern(brief: Brief): readonly Problem[] {
  const message = contradictionOf(patternById(brief.pattern), shapeOf(brief));
  return message === undefined ? [] : [{ path: 'pattern', message }];
}

const queues = (brief: Brief): readonly Problem[] =>
  idleWorkers(brief).map(({ app, worker, library }) => ({ path: `apps.${app}.workers.${worker}`, message: `${library} takes jobs from a queue, and this worker uses none: add one to services and to its uses` }));

/** What is well-formed in each part but contradicts itself as a whole. */
export function consistencyProblems(brief: Brief): readonly Problem[] {
  return [...serviceNames(brief), ...dataFolders(brief), ...ports(brief), ...packageManagers(brief), ...missingServices(brief), ...images(brief), ...pattern(brief), ...queues(brief)];
}
