import type { AppBrief, Brief } from '../brief/brief.js';
import { proxyById } from '../catalog/registry.js';
import { patternById } from '../patterns/registry.js';
import { stackById } from '../stacks/registry.js';
import { review } from './checklist.js';
import { communicationOf } from './communication.js';
import { dataOperations } from './data.js';
import { decide } from './decisions.js';
import { isStrict, replicasOf } from './demands.js';
import { jobServiceName, servesHttp, workerServiceNames } from '../brief/service-names.js';
import { usedBy } from '../brief/services.js';
import { planNetworks } from './networks.js';
import { planLimits } from './resources.js';
import { appService, dataService, jobService, proxyService, testService, workerService } from './services.js';
import type { Plan } from './services.js';
import { buildSecretName, variableSecrets, variableSettings } from './variables.js';
import { backingsOf } from './backing.js';
import { foreignSecrets, isAnonymous, wire } from './wiring.js';
import { planVolumes } from './volumes.js';
import type { Architecture, Limits, Secret, Service, Variable } from './architecture.js';

function plan(brief: Brief): Plan {
  const proxy = proxyById(brief.proxy.technology);
  const workerNames = workerServiceNames(brief);
  const backings = backingsOf(brief);
  const used = [...backings.values()].filter(({ containers }) => containers.size > 0);
  const wants = [
    ...(servesHttp(brief) ? [{ service: proxy.serviceName, limits: proxy.limits }] : []),
    ...brief.apps.flatMap((app) => {
      const { limits } = stackById(app.stack).runtime(app);
      const replicas = Array.from({ length: replicasOf(app, brief) }, () => app.name);
      const names = [...replicas, ...app.workers.map((worker) => workerNames.get(worker)!), ...app.jobs.map((job) => jobServiceName(brief, app, job))];
      return names.map((service) => ({ service, limits }));
    }),
    ...used.map(({ service, technology }) => ({ service, limits: technology.limits })),
  ];
  const limits = planLimits(wants, brief.constraints);
  const limitsOf = (service: string): Limits => limits.get(service)!;
  const deadLetters = patternById(brief.pattern).keepsDeadLetters === true ? ({ deadLetters: true } as const) : {};
  return {
    brief,
    workerNames,
    backend: workerNames.size + brief.apps.length > 1,
    data: used.length > 0,
    limitsOf,
    backings,
    strict: isStrict(brief),
    isolated: patternById(brief.pattern).isolatesDatabases === true,
    contributions: used.map((backing) => {
      const { key, technology, service, prefix, identifier, release } = backing;
      const anonymous = brief.apps.some((app) => app.uses.includes(key) && isAnonymous(app, backing));
      return { backing, anonymous, ...technology.contribute({ service, prefix, identifier, anonymous, release, ...deadLetters, limits: limitsOf(service) }) };
    }),
  };
}

function planServices(shared: Plan): readonly Service[] {
  const { brief } = shared;
  const hasTests = (app: AppBrief): boolean => brief.environments.includes('ci') && app.commands.test !== undefined;
  return [
    ...(servesHttp(brief) ? [proxyService(proxyById(brief.proxy.technology), shared)] : []),
    ...brief.apps.map((app) => appService(app, shared)),
    ...brief.apps.flatMap((app) => app.workers.map((worker) => workerService(app, worker, shared))),
    ...brief.apps.flatMap((app) => app.jobs.map((job) => jobService(app, job, shared))),
    ...shared.contributions.map((contribution) => dataService(contribution, shared)),
    ...brief.apps.filter(hasTests).map((app) => testService(app, shared)),
  ];
}

function planSecrets({ brief, contributions, backings }: Plan): readonly Secret[] {
  const all: readonly Secret[] = [...brief.apps.flatMap(({ buildSecrets }) => buildSecrets.map((variable) => ({ name: buildSecretName(variable), origin: { kind: 'build', variable } as const }))), ...contributions.flatMap(({ secrets }) => secrets), ...brief.apps.flatMap((app) => foreignSecrets(wire(app, usedBy(app), backings))), ...brief.apps.flatMap(variableSecrets)];
  return [...new Map(all.map((secret) => [secret.name, secret])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function planVariables(brief: Brief, services: readonly Service[]): readonly Variable[] {
  const ports = services.flatMap(({ name, environments }) => (environments.development?.ports ?? []).map((port) => ({ ...port, service: name })));
  const settings: readonly Variable[] = [
    ...ports.map(({ variable, published, service }) => ({
      name: variable,
      value: String(published),
      comment: published === 0 ? `port of ${service} on this machine; 0 lets Docker choose, "docker compose port" tells which` : `port of ${service} on this machine`,
    })),
    { name: 'REGISTRY', value: '', comment: 'prefix of the image names, with a trailing slash; empty for images of this machine' },
    { name: 'TAG', value: brief.project.version, comment: 'version of the images' },
    ...brief.apps.flatMap(variableSettings),
  ];
  return [...new Map(settings.map((variable) => [variable.name, variable])).values()];
}

/** Turns answers into an architecture. Pure: no clock, no random, no disk, no network. Throws a UserError when the brief cannot be built. */
export function design(brief: Brief): Architecture {
  const shared = plan(brief);
  const services = planServices(shared);
  const networks = planNetworks(services, shared.strict);
  const { id, title } = patternById(brief.pattern);
  const architecture = {
    project: brief.project,
    pattern: { id, title },
    apps: brief.apps,
    services,
    networks,
    volumes: planVolumes(brief, shared.contributions),
    secrets: planSecrets(shared),
    variables: planVariables(brief, services),
    operations: [...shared.contributions.flatMap(({ backing: { service, technology }, operations }) => (operations === undefined ? [] : [{ service, title: technology.title, ...operations }])), ...dataOperations(brief)],
    configuration: shared.contributions.flatMap(({ files = [] }) => files),
    proxy: brief.proxy,
    environments: brief.environments,
    ci: brief.ci,
    images: brief.images,
    constraints: brief.constraints,
    decisions: decide(shared, networks),
    communication: communicationOf(shared),
  };
  return { ...architecture, checklist: review(architecture, brief) };
}
