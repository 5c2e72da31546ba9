import type { EnvironmentId } from '../brief/brief.js';
import type { Backing, Backings } from './backing.js';
import type { Network, Role, Service, Tier } from './architecture.js';

/** Networks that a service of each role joins, before those with a single member are dropped. */
const membership: Record<Role, readonly Tier[]> = {
  proxy: ['frontend'],
  web: ['frontend', 'backend', 'data'],
  worker: ['backend', 'data'],
  database: ['data'],
  cache: ['data'],
  broker: ['data'],
  search: ['data'],
  storage: ['data'],
  mail: ['data'],
  notebook: ['data'],
  identity: ['data'],
  converter: ['data'],
  browser: ['data'],
  workflow: ['data'],
  test: ['data'],
  job: ['data'],
};

interface NetworkPlan {
  readonly backend: boolean;
  readonly data: boolean;
  /** Each database has a network of its own. */
  readonly isolated: boolean;
  readonly backings: Backings;
  /** Only who needs the outside has a way there. */
  readonly strict: boolean;
}

const dataTier: Tier = 'data';
/** Where the proxy meets the outside, alone, where no other network has a route there. */
const edge = 'edge';
/** A route to the outside for who needs it and has no other. */
const egress = 'egress';

/** The network that a backing service stands in. */
export function networkOf({ technology, service }: Backing, { isolated }: Pick<NetworkPlan, 'isolated'>): string {
  return isolated && technology.role === 'database' ? service : dataTier;
}

/** Every network of a backing service: what works on pages of others has a way to the outside. */
export function backingNetworks(backing: Backing, plan: Pick<NetworkPlan, 'isolated'>): readonly string[] {
  return [...(backing.technology.outside === true ? [egress] : []), networkOf(backing, plan)];
}

/**
 * Networks of a process that uses these services. Only the backend is optional, because a network that isolates nobody from anybody is
 * decoration. `outside`: it is known to call services of others.
 */
export function networksOf(role: Role, plan: NetworkPlan, uses: readonly string[] = [], outside = false): readonly string[] {
  const tiers = membership[role].filter((tier) => (tier === 'backend' ? plan.backend : tier === dataTier ? plan.data : true));
  const isShut = plan.strict || tiers.every((tier) => tier === dataTier);
  const ways = [...(plan.strict && role === 'proxy' ? [edge] : []), ...(outside && isShut ? [egress] : [])];
  if (!plan.isolated || !tiers.includes(dataTier)) return [...ways, ...tiers];
  return [...ways, ...tiers.filter((tier) => tier !== dataTier), ...new Set(uses.map((key) => networkOf(plan.backings.get(key)!, plan)))];
}

const publishes = (service: Service, environment: EnvironmentId): boolean => (service.environments[environment]?.ports ?? []).length > 0;

/** One network for each tier that has members, and for each database that is kept apart; data has no route to the outside. */
export function planNetworks(services: readonly Service[], strict: boolean): readonly Network[] {
  const tiers: readonly string[] = [edge, 'frontend', 'backend', egress, dataTier];
  const open = new Set(strict ? [edge, egress] : ['frontend', 'backend', egress]);
  const apart = new Set(services.flatMap(({ networks }) => networks).filter((name) => !tiers.includes(name)));
  return [...tiers, ...apart].flatMap((name) => {
    const members = services.filter(({ networks }) => networks.includes(name));
    if (members.length === 0) return [];
    const internal = !open.has(name);
    // on an internal network a published port silently is none
    // and in development programs are installed and downloaded
    const openIn = internal && (name === 'frontend' || name === 'backend' || members.some((service) => publishes(service, 'development'))) ? (['development'] as const) : [];
    return [{ name, internal, openIn, services: members.map((member) => member.name) }];
  });
}
