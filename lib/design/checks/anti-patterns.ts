import { serviceKey } from '../../brief/service-names.js';
import { usedBy } from '../../brief/services.js';
import { shapeOf } from '../../brief/shape.js';
import { technologyById } from '../../catalog/registry.js';
import { antiPatternMessages as say } from '../../messages/anti-patterns.js';
import type { Pattern } from '../../patterns/pattern.js';
import { patternById, patternOf } from '../../patterns/registry.js';
import type { AntiPattern } from '../architecture.js';
import { isData, isLongRunning, layers, namesOf } from './check.js';
import type { Draft, Subject } from './check.js';

interface Text {
  readonly title: string;
  readonly problem: string;
  readonly remedy: string;
}

function antiPattern(id: string, { title, problem, remedy }: Text, seen: readonly string[], clear: string): AntiPattern {
  return { id, title, problem, remedy, found: seen.length > 0, reason: seen.length > 0 ? seen.slice(0, 3).join('; ') : clear };
}

/** A pattern that these processes do not fill, where a simpler one holds them. */
function overEngineered({ brief }: Subject): AntiPattern {
  const chosen = patternById(brief.pattern);
  const shape = shapeOf(brief);
  const simplest = patternById(patternOf(shape));
  const isMore = chosen.id !== simplest.id && !chosen.fits(shape) && simplest.alternatives.includes(chosen.id);
  return antiPattern('over-engineered-mvp', say.overEngineered, isMore ? [say.overEngineered.found(chosen.title, simplest.title)] : [], say.overEngineered.clear(chosen.title));
}

/** Databases by key, with the apps that use each; a worker is a part of its app. */
function owners({ brief }: Subject): ReadonlyMap<string, readonly string[]> {
  const databases = brief.services.filter(({ technology }) => technologyById(technology).role === 'database').map(serviceKey);
  return new Map(databases.map((key) => [key, namesOf(brief.apps.filter((app) => usedBy(app).includes(key)))]));
}

/** Fewer programs than make independence worth its cost. */
const enough = 3;

/** Services without independence: too few programs for the pattern, or many that all live on one database. `chosen` is the brief's pattern. */
export function prematureMicroservices(subject: Subject, chosen: Pick<Pattern, 'title' | 'complexity'> = patternById(subject.brief.pattern)): AntiPattern {
  const servers = namesOf(subject.brief.apps.filter(({ role }) => role === 'web'));
  const entangled = [...owners(subject)].flatMap(([database, users]) => (servers.length >= enough && servers.every((name) => users.includes(name)) ? [say.prematureMicroservices.entangled(servers, database)] : []));
  const few = chosen.complexity === 'high' && servers.length < enough ? [say.prematureMicroservices.few(chosen.title, servers.length)] : [];
  return antiPattern('premature-microservices', say.prematureMicroservices, [...few, ...entangled], say.prematureMicroservices.clear(servers.length));
}

function sharedDatabase(subject: Subject): AntiPattern {
  const all = owners(subject);
  const shared = [...all].flatMap(([database, users]) => (users.length > 1 ? [say.sharedDatabase.found(database, users)] : []));
  return antiPattern('shared-database', say.sharedDatabase, shared, say.sharedDatabase.clear(all.size));
}

function flatNetwork({ architecture }: Subject): AntiPattern {
  const { services, networks } = architecture;
  const outer = services.filter(({ role }) => role === 'proxy');
  const data = services.filter(isData);
  // tests without data to reach are alone where they run
  const loose = services.filter((service) => service.role !== 'test' && service.networks.length === 0);
  const tiers = new Set(services.map(({ tier }) => tier));
  const seen = [
    ...(loose.length > 0 && services.length > 1 ? [say.flatNetwork.none(namesOf(loose))] : []),
    ...networks.flatMap(({ name }) => {
      const isOn = ({ networks: joined }: { readonly networks: readonly string[] }): boolean => joined.includes(name);
      if (data.length === 0 || !data.some(isOn) || !outer.some(isOn)) return [];
      return [tiers.size > 1 && networks.length === 1 ? say.flatNetwork.one(name) : say.flatNetwork.shared(namesOf(outer.filter(isOn)), name)];
    }),
  ];
  return antiPattern('flat-network', say.flatNetwork, seen, say.flatNetwork.clear(namesOf(networks)));
}

function noHealthchecks({ architecture }: Subject): AntiPattern {
  const services = architecture.services.filter(isLongRunning);
  const blind = services.filter(({ healthcheck }) => healthcheck === undefined);
  return antiPattern('no-healthchecks', say.noHealthchecks, blind.length === 0 ? [] : [say.noHealthchecks.found(namesOf(blind))], say.noHealthchecks.clear(services.length));
}

/** Mounts of volumes without a name, and of names that no file declares. */
function nameless({ services, volumes }: Draft): readonly string[] {
  const declared = new Set(namesOf(volumes));
  return services.flatMap((service) =>
    layers(service).flatMap(({ settings: { mounts = [] } }) => mounts.filter(({ kind, source }) => kind === 'volume' && !declared.has(source)).map(({ target }) => `${service.name}:${target}`)),
  );
}

function anonymousVolumes({ architecture }: Subject): AntiPattern {
  const mounts = [...new Set(nameless(architecture))];
  return antiPattern('anonymous-volumes', say.anonymousVolumes, mounts.length === 0 ? [] : [say.anonymousVolumes.found(mounts)], say.anonymousVolumes.clear(architecture.volumes.length));
}

/** Every known mistake, whether it is made or not. */
export const antiPatterns = (subject: Subject): readonly AntiPattern[] =>
  [overEngineered, prematureMicroservices, sharedDatabase, flatNetwork, noHealthchecks, anonymousVolumes].map((detect) => detect(subject));
