import type { AppBrief, Brief, JobBrief, WorkerBrief } from '../brief/brief.js';
import type { Proxy } from '../catalog/proxy.js';
import type { Contribution } from '../catalog/technology.js';
import { stackById } from '../stacks/registry.js';
import { onlyIn } from './backing.js';
import type { Backing, Backings } from './backing.js';
import { callsOutside, poolEnvironment, replicasOf, usesForeign } from './demands.js';
import { dataEnvironment } from './data.js';
import { commonDependencies, outsideDevelopment, processSettings } from './environments.js';
import { backingNetworks, networksOf } from './networks.js';
import { buildArgumentsOf, buildSecretName } from './variables.js';
import { appFolder, jobServiceName, testServiceName, workerFolder } from '../brief/service-names.js';
import type { Limits, Service, Settings } from './architecture.js';

/** What builders of services share. */
export interface Plan {
  readonly brief: Brief;
  readonly backend: boolean;
  readonly data: boolean;
  readonly limitsOf: (service: string) => Limits;
  readonly backings: Backings;
  readonly isolated: boolean;
  readonly strict: boolean;
  readonly workerNames: ReadonlyMap<WorkerBrief, string>;
  readonly contributions: readonly DataContribution[];
}

/** A backing service of the brief with what it adds. */
export interface DataContribution extends Contribution {
  readonly backing: Backing;
  /** Runs without a password, because an app has no way to give one. */
  readonly anonymous: boolean;
}

export function proxyService(proxy: Proxy, plan: Plan): Service {
  const { brief } = plan;
  const port = (published: number, host: string) => [{ host, variable: 'HTTP_PORT', published, target: proxy.port }];
  return {
    name: proxy.serviceName,
    role: 'proxy',
    tier: 'frontend',
    technology: proxy.id,
    title: proxy.title,
    image: { kind: 'built', name: `${brief.project.name}-${proxy.serviceName}`, dockerfile: proxy.dockerfile },
    port: proxy.port,
    networks: networksOf('proxy', plan),
    dependsOn: brief.apps.filter(({ role }) => role !== 'worker').map(({ name }) => name),
    init: false,
    stopGrace: proxy.stopGrace,
    healthcheck: proxy.healthcheck,
    common: {},
    environments: {
      development: { pullPolicy: 'build', tagSuffix: '-development', ports: port(brief.proxy.port, '127.0.0.1') },
      ci: { pullPolicy: 'build', ...outsideDevelopment(proxy.hardened) },
      production: {
        pullPolicy: 'missing',
        ...outsideDevelopment(proxy.hardened),
        ports: port(brief.proxy.productionPort, '0.0.0.0'),
        restart: 'unless-stopped',
        limits: plan.limitsOf(proxy.serviceName),
      },
    },
  };
}

/** The image of an app, which its jobs share. */
function appImage(app: AppBrief, { brief }: Plan): Service['image'] {
  const { buildArguments } = stackById(app.stack);
  return {
    kind: 'built',
    name: `${brief.project.name}-${app.name}`,
    dockerfile: `${appFolder(app)}/Dockerfile`,
    arguments: buildArgumentsOf(app, buildArguments(app)),
    secrets: app.buildSecrets.map(buildSecretName),
  };
}

/** The main process of an app: a server, files for browsers, or, where it listens on nothing, a worker. */
export function appService(app: AppBrief, plan: Plan): Service {
  const stack = stackById(app.stack);
  const runtime = stack.runtime(app);
  const role = app.role === 'worker' ? 'worker' : 'web';
  const settings = processSettings(app, app.uses, { ...plan, pools: poolEnvironment(app, plan.brief, plan.backings), replicas: replicasOf(app, plan.brief), limits: plan.limitsOf(app.name), command: app.commands.development, healthcheck: runtime.healthcheck });
  const { startPeriod } = runtime.development;
  return {
    name: app.name,
    role,
    tier: 'backend',
    technology: stack.id,
    title: app.framework ?? stack.title,
    image: appImage(app, plan),
    ...(role === 'worker' ? {} : { port: app.port }),
    networks: networksOf(role, plan, app.uses, callsOutside(app, app.uses, plan.backings)),
    dependsOn: [...commonDependencies(app.uses, plan.backings), ...jobNames(plan, app)],
    init: runtime.init,
    stopGrace: runtime.stopGrace,
    healthcheck: runtime.healthcheck,
    common: settings.common,
    environments: startPeriod === undefined ? settings.environments : { ...settings.environments, development: { ...settings.environments.development, startPeriod } },
  };
}

const jobNames = ({ brief }: Plan, app: AppBrief): readonly string[] => app.jobs.map((job) => jobServiceName(brief, app, job));

/** Runs once from the app's own image; what needs its result waits until it is done. */
export function jobService(app: AppBrief, job: JobBrief, plan: Plan): Service {
  const stack = stackById(app.stack);
  const { init, stopGrace, development: { once } } = stack.runtime(app);
  const name = jobServiceName(plan.brief, app, job);
  const { common, environments } = processSettings(app, app.uses, { ...plan, pools: poolEnvironment(app, plan.brief, plan.backings), limits: plan.limitsOf(name), command: job.development ?? job.command });
  return {
    name,
    role: 'job',
    tier: 'backend',
    technology: stack.id,
    title: `${job.name}, once before ${app.name}`,
    image: appImage(app, plan),
    networks: networksOf('job', plan, app.uses, usesForeign(app.uses, plan.backings)),
    dependsOn: commonDependencies(app.uses, plan.backings),
    init,
    stopGrace,
    common: { ...common, command: job.command },
    // with a policy that starts it again, what waits for its end would wait for ever
    environments: { ...environments, ...(once === undefined ? {} : { development: { ...environments.development, entrypoint: once } }), production: { ...environments.production, restart: 'no' } },
  };
}

/** Workers of one app share an image. */
const workerImage = ({ project, apps }: Brief, app: AppBrief): string => [project.name, ...(apps.length === 1 ? [] : [app.name]), 'worker'].join('-');

export function workerService(app: AppBrief, worker: WorkerBrief, plan: Plan): Service {
  const stack = stackById(app.stack);
  const { healthcheck, environment, stopGrace } = stack.worker(app, worker);
  const name = plan.workerNames.get(worker)!;
  const settings = processSettings(app, worker.uses, { ...plan, pools: poolEnvironment(app, plan.brief, plan.backings), limits: plan.limitsOf(name), command: worker.development ?? worker.command, healthcheck });
  return {
    name,
    role: 'worker',
    tier: 'backend',
    technology: stack.id,
    title: `${worker.name} process`,
    image: { kind: 'built', name: workerImage(plan.brief, app), dockerfile: `${workerFolder(plan.brief, app)}/Dockerfile`, contexts: { app: `service:${app.name}` } },
    networks: networksOf('worker', plan, worker.uses, callsOutside(app, worker.uses, plan.backings)),
    dependsOn: [...commonDependencies(worker.uses, plan.backings), ...jobNames(plan, app)],
    init: true,
    stopGrace,
    healthcheck,
    ...settings,
    common: { ...settings.common, command: worker.command, environment: { ...settings.common.environment, ...environment } },
  };
}

export function dataService({ backing, healthcheck, stopGrace, common, development, ci, production, volumes }: DataContribution, plan: Plan): Service {
  const { technology, service, image } = backing;
  return {
    name: service,
    role: technology.role,
    tier: 'data',
    technology: technology.id,
    title: technology.title,
    image: { kind: 'pulled', reference: image },
    port: technology.port,
    networks: backingNetworks(backing, plan),
    dependsOn: [],
    init: false,
    stopGrace,
    healthcheck,
    common: { ...common, ...mounts(common.mounts, volumes) },
    environments: {
      development,
      ci,
      production: { ...outsideDevelopment(production), restart: 'unless-stopped', limits: plan.limitsOf(service) },
    },
    ...onlyIn(backing),
  };
}

function mounts(own: Settings['mounts'] = [], volumes: Contribution['volumes']): Pick<Settings, 'mounts'> {
  const all = [...own, ...volumes.map(({ name, path }) => ({ kind: 'volume' as const, source: name, target: path }))];
  return all.length === 0 ? {} : { mounts: all };
}

/** Tests write where they are: the folders of production's image are not in theirs. */
function withoutData(app: AppBrief, environment: Settings['environment'] = {}): Settings['environment'] {
  const data = dataEnvironment(app);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !Object.hasOwn(data, name)));
}

/** Runs the tests against throw-away data services; exists in CI only. */
export function testService(app: AppBrief, plan: Plan): Service {
  const stack = stackById(app.stack);
  const runtime = stack.runtime(app);
  const name = testServiceName(plan.brief, app);
  const { environments, common } = processSettings(app, app.uses, { ...plan, pools: {}, limits: plan.limitsOf(app.name), command: app.commands.development });
  return {
    name,
    role: 'test',
    tier: 'backend',
    technology: stack.id,
    title: `tests of ${app.name}`,
    image: { ...appImage(app, plan), name: `${plan.brief.project.name}-${name}` } as Service['image'],
    networks: networksOf('test', plan, app.uses),
    // tests find the schema that the app finds
    dependsOn: [...commonDependencies(app.uses, plan.backings), ...jobNames(plan, app)],
    init: true,
    stopGrace: runtime.stopGrace,
    common: {},
    environments: {
      ci: {
        target: 'test',
        pullPolicy: 'build',
        environment: { ...common.environment, ...withoutData(app, environments.ci?.environment), ...runtime.environment.test },
      },
    },
    only: ['ci'],
  };
}
