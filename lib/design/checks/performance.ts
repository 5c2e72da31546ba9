import { serviceKey } from '../../brief/service-names.js';
import { usedBy } from '../../brief/services.js';
import { technologyById } from '../../catalog/registry.js';
import { checklistMessages as say } from '../../messages/checklist.js';
import { patternById } from '../../patterns/registry.js';
import type { Service } from '../architecture.js';
import { about, hasProduction, inProduction, isData, keepingApps, namesOf, notApplicable, runsIn, unless, volumeMounts } from './check.js';
import type { Check, Finding, Subject } from './check.js';

const isLimited = ({ environments: { production } }: Service): boolean => {
  const { cpus = 0, memory = 0, pids = 0 } = production?.limits ?? {};
  return cpus > 0 && memory > 0 && pids > 0;
};

export const resourcesLimited: Check = ({ architecture, brief }) => {
  if (!hasProduction(architecture)) return notApplicable(say.resources.none);
  const services = inProduction(architecture);
  const sum = (of: 'memory' | 'cpus'): number => services.reduce((total, { environments }) => total + (environments.production?.limits?.[of] ?? 0), 0);
  const memory = sum('memory');
  const cpus = Math.round(sum('cpus') * 100) / 100;
  const host = brief.constraints;
  return unless(
    [
      ...about(namesOf(services.filter((service) => !isLimited(service))), say.resources.unlimited),
      ...(host.memory !== undefined && memory > host.memory ? [say.resources.memory(memory, host.memory)] : []),
      ...(host.cpus !== undefined && cpus > host.cpus ? [say.resources.cpus(cpus, host.cpus)] : []),
    ],
    say.resources.pass(services.length, memory, cpus),
  );
};

/** Without a cache: whether one is missing depends on what is read and on what the pattern promises. */
function withoutCache({ brief }: Subject, databases: ReadonlySet<string>): Finding {
  const files = brief.apps.filter(({ role }) => role === 'static');
  const asking = brief.apps.filter(({ role, uses }) => role === 'web' && uses.some((key) => databases.has(key)));
  if (asking.length === 0) return files.length > 0 ? unless([], say.cache.browsers(namesOf(files))) : notApplicable(say.cache.nothing);
  if (patternById(brief.pattern).complexity === 'low') return notApplicable(say.cache.simple);
  return unless([say.cache.missing(namesOf(asking), [...databases])], '');
}

export const cacheStrategy: Check = (subject) => {
  const { architecture, brief } = subject;
  const keysOf = (role: string): ReadonlySet<string> => new Set(brief.services.filter(({ technology }) => technologyById(technology).role === role).map(serviceKey));
  const caches = keysOf('cache');
  if (caches.size === 0) return withoutCache(subject, keysOf('database'));
  const users = brief.apps.filter((app) => usedBy(app).some((key) => caches.has(key)));
  const used = new Set(users.flatMap(usedBy));
  const containers = inProduction(architecture).filter(({ role }) => role === 'cache');
  const unbounded = hasProduction(architecture) ? containers.filter(({ environments }) => environments.production?.limits === undefined) : [];
  return unless(
    [...about([...caches].filter((key) => !used.has(key)), say.cache.unused), ...about(namesOf(unbounded), say.cache.unbounded)],
    say.cache.pass([...caches], namesOf(users)),
  );
};

/** What is there to remember; a cache that forgets is still a cache. */
const mustKeep: ReadonlySet<string> = new Set(['database', 'broker', 'storage', 'search']);

export const suitableVolumes: Check = ({ architecture }) => {
  const place = hasProduction(architecture) ? 'production' : 'development';
  const data = architecture.services.filter((service) => isData(service) && runsIn(service, place));
  const keeping = [...data.filter((service) => mustKeep.has(service.role) || volumeMounts(service, place).length > 0), ...(place === 'production' ? keepingApps(architecture) : [])];
  if (keeping.length === 0) return notApplicable(say.volumes.none);
  const remembered = architecture.services.filter((service) => isData(service) && runsIn(service, 'ci') && architecture.environments.includes('ci') && volumeMounts(service, 'ci').length > 0);
  return unless(
    [...about(namesOf(keeping.filter((service) => volumeMounts(service, place).length === 0)), say.volumes.lost), ...about(namesOf(remembered), say.volumes.remembered)],
    say.volumes.pass(namesOf(keeping)),
  );
};

/** Services that run a stage of an app's own Dockerfile. */
const runsStage = ({ role, image }: Service): boolean => image.kind === 'built' && image.contexts === undefined && (role === 'web' || role === 'worker' || role === 'job');

export const optimisedBuild: Check = ({ architecture }) => {
  const shipped = (['production', 'ci'] as const).find((id) => architecture.environments.includes(id));
  if (shipped === undefined) return notApplicable(say.build.none);
  const stages = architecture.services.filter(runsStage);
  const dockerfiles = new Map<string, string>();
  const again = stages.filter(({ image }) => {
    if (image.kind !== 'built') return false;
    const before = dockerfiles.get(image.name) ?? image.dockerfile;
    dockerfiles.set(image.name, before);
    return before !== image.dockerfile;
  });
  const same = stages.filter(({ environments }) => environments[shipped]?.target === undefined || environments[shipped].target === environments.development?.target);
  const tag = stages.filter(({ environments }) => (environments.development?.tagSuffix ?? '') === (environments[shipped]?.tagSuffix ?? ''));
  return unless(
    [...about(namesOf(same), say.build.same), ...about(namesOf(tag), say.build.tag), ...about(namesOf(again), say.build.again)],
    say.build.pass([...dockerfiles.keys()]),
  );
};
