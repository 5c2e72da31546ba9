import type { EnvironmentId } from '../brief/brief.js';
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
  test: ['data'],
  job: ['data'],
};

/** A member of the plan: only the backend is optional, because a network that isolates nobody from anybody is decoration. */
export function networksOf(role: Role, plan: { readonly backend: boolean; readonly data: boolean }): readonly Tier[] {
  return membership[role].filter((tier) => (tier === 'backend' ? plan.backend : tier === 'data' ? plan.data : true));
}

const publishes = (service: Service, environment: EnvironmentId): boolean => (service.environments[environment]?.ports ?? []).length > 0;

/** One network for each tier that has members; the data tier has no route to the outside. */
export function planNetworks(services: readonly Service[]): readonly Network[] {
  const tiers = ['frontend', 'backend', 'data'] as const;
  return tiers.flatMap((tier) => {
    const members = services.filter(({ networks }) => networks.includes(tier));
    if (members.length === 0) return [];
    const internal = tier === 'data';
    // on an internal network a published port silently is none
    const openIn = internal && members.some((service) => publishes(service, 'development')) ? (['development'] as const) : [];
    return [{ name: tier, internal, openIn, services: members.map(({ name }) => name) }];
  });
}
