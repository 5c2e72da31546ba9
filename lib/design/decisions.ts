import type { Brief, WorkerBrief } from '../brief/brief.js';
import { proxyById, technologyById } from '../catalog/registry.js';
import { decisionMessages as say } from '../messages/decisions.js';
import { patternOfParts } from '../brief/shape.js';
import { patternById } from '../patterns/registry.js';
import { stackById } from '../stacks/registry.js';
import { jobServiceName, serviceKey, servesHttp } from '../brief/service-names.js';
import { dataDecisions } from './data.js';
import type { Backings } from './backing.js';
import { isStrict, poolEnvironment, proxyConnections, replicasOf, requestsOfInstance } from './demands.js';
import type { Plan } from './services.js';
import type { Architecture, Decision } from './architecture.js';

function patternDecisions(brief: Brief): readonly Decision[] {
  const { title, use, complexity, alternatives } = patternById(brief.pattern);
  const simplest = patternById(patternOfParts(brief));
  const isSimplest = simplest.id === brief.pattern || !simplest.alternatives.includes(brief.pattern);
  return [say.pattern(title, use, complexity, alternatives.map((id) => patternById(id).title)), ...(isSimplest ? [] : [say.simplerPattern(title, simplest.title)])];
}

type WorkerNames = ReadonlyMap<WorkerBrief, string>;

function appDecisions(brief: Brief, workerNames: WorkerNames): readonly Decision[] {
  return brief.apps.flatMap((app) => [
    say.runtime(app.name, `${stackById(app.stack).title} ${app.version}`, app.packageManager.name, app.lockFile),
    ...(app.role === 'worker' ? [] : [say.health(app.name, app.health)]),
    ...app.jobs.map((job) => say.job(jobServiceName(brief, app, job), app.name)),
    ...app.workers.map((worker) => say.worker(workerNames.get(worker)!, app.name)),
  ]);
}

/** Names of the services that use each technology. */
function usersByTechnology(brief: Brief, workerNames: WorkerNames): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  const add = (name: string, uses: readonly string[]): void => {
    for (const technology of uses) {
      const known = users.get(technology);
      if (known === undefined) users.set(technology, [name]);
      else known.push(name);
    }
  };
  for (const app of brief.apps) {
    add(app.name, app.uses);
    for (const worker of app.workers) add(workerNames.get(worker)!, worker.uses);
  }
  return users;
}

function serviceDecisions(brief: Brief, workerNames: WorkerNames): readonly Decision[] {
  const users = usersByTechnology(brief, workerNames);
  return brief.services.map((service) => {
    const key = serviceKey(service);
    const { title, reason } = technologyById(service.technology);
    return say.technology(key, service.name === undefined ? title : `${title} (${service.name})`, users.get(key) ?? [], reason);
  });
}

function securityDecisions({ constraints }: Brief): readonly Decision[] {
  if (!isStrict({ constraints })) return [];
  const names = (constraints.regulations ?? []).map((name) => name.toUpperCase()).join(', ');
  return [...say.strict(), ...(constraints.security === 'regulated' ? [say.regulated(names)] : [])];
}

function sizingDecisions(brief: Brief, backings: Backings): readonly Decision[] {
  const { requestsPerSecond, latency } = brief.constraints;
  if ((requestsPerSecond === undefined && latency === undefined) || !brief.environments.includes('production')) return [];
  const demand = [...(requestsPerSecond === undefined ? [] : [`${requestsPerSecond} requests per second`]), ...(latency === undefined ? [] : [`answers within ${latency} ms`])].join(' and ');
  const scaled = brief.apps.filter((app) => replicasOf(app, brief) > 1).map((app) => `${app.name} ${replicasOf(app, brief)}`).join(', ');
  const pooled = brief.apps.some((app) => Object.keys(poolEnvironment(app, brief, backings)).length > 0);
  return [say.sizing(demand, scaled, proxyConnections(brief), requestsOfInstance), ...(pooled ? [say.pools()] : [])];
}

/** Why the architecture is as it is, for the plan and the manual. */
export function decide({ brief, backings, contributions, workerNames }: Plan, networks: Architecture['networks']): readonly Decision[] {
  const proxy = proxyById(brief.proxy.technology);
  const production = brief.environments.includes('production');
  return [
    ...patternDecisions(brief),
    ...appDecisions(brief, workerNames),
    ...(servesHttp(brief) ? [say.technology(proxy.id, proxy.title, ['the outside'], proxy.reason)] : []),
    ...serviceDecisions(brief, workerNames),
    ...dataDecisions(brief),
    ...(patternById(brief.pattern).keepsDeadLetters === true ? contributions.flatMap(({ backing: { technology } }) => (technology.deadLetters === undefined ? [] : [say.deadLetters(technology.id, technology.title, technology.deadLetters)])) : []),
    ...contributions.filter(({ anonymous }) => anonymous).map(({ backing: { technology } }) => say.anonymous(technology.id, technology.title)),
    say.networks(networks.some(({ internal }) => internal)),
    say.development(),
    ...(production ? [say.secrets(), say.hardening()] : []),
    ...securityDecisions(brief),
    ...sizingDecisions(brief, backings),
    ...(brief.constraints.team === undefined ? [] : [say.team(brief.constraints.team)]),
    ...(brief.constraints.memory === undefined ? [] : [say.memory(brief.constraints.memory)]),
    ...(brief.constraints.cpus === undefined ? [] : [say.cpus(brief.constraints.cpus)]),
  ];
}
