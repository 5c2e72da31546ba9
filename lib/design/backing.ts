import { environmentIds } from '../brief/brief.js';
import type { Brief, EnvironmentId } from '../brief/brief.js';
import { instancesOf, serviceKey } from '../brief/service-names.js';
import { technologyById } from '../catalog/registry.js';
import { imageOf } from '../catalog/releases.js';
import type { Release } from '../catalog/releases.js';
import type { Connection, Instance, Technology } from '../catalog/technology.js';

/** A backing service of the brief: what it is, how it is named and reached, and where it is a container of ours. */
export interface Backing extends Instance {
  /** How apps name it in their `uses`. */
  readonly key: string;
  readonly technology: Technology;
  readonly connection: Connection;
  /** Name and tag of its image. */
  readonly image: string;
  readonly release: Release;
  readonly containers: ReadonlySet<EnvironmentId>;
}

export type Backings = ReadonlyMap<string, Backing>;

/** Every backing service by key. */
export function backingsOf(brief: Pick<Brief, 'project' | 'services'>): Backings {
  const instances = instancesOf(brief);
  return new Map(brief.services.map((service) => {
    const key = serviceKey(service);
    const instance = instances.get(key)!;
    const technology = technologyById(service.technology);
    const own = technology.environments ?? environmentIds;
    const containers = new Set(own.filter((id) => service.external?.includes(id) !== true));
    const { reference, release } = imageOf(technology, service);
    return [key, { key, technology, ...instance, image: reference, release, connection: technology.connection(instance), containers }];
  }));
}

/** Environments that have it, where those are not all. */
export const onlyIn = (backing: Backing): { readonly only?: readonly EnvironmentId[] } => (isEverywhere(backing) ? {} : { only: environmentIds.filter((id) => backing.containers.has(id)) });

/** Whether it runs as a container in every environment. */
export const isEverywhere = ({ containers }: Backing): boolean => environmentIds.every((id) => containers.has(id));
