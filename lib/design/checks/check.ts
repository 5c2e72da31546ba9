import type { Brief, EnvironmentId } from '../../brief/brief.js';
import { environmentIds } from '../../brief/brief.js';
import type { Architecture, ChecklistItem, Mount, Service, Settings } from '../architecture.js';

/** An architecture that is not reviewed yet. */
export type Draft = Omit<Architecture, 'checklist'>;

/** What a check looks at. */
export interface Subject {
  readonly architecture: Draft;
  readonly brief: Brief;
}

export type Finding = Pick<ChecklistItem, 'verdict' | 'reason'>;
export type Check = (subject: Subject) => Finding;

/** Reasons beyond these would only repeat themselves. */
const most = 3;

/** Fails for the problems that there are, else passes for `reason`. */
export function unless(problems: readonly string[], reason: string): Finding {
  const [...different] = new Set(problems);
  if (different.length === 0) return { verdict: 'pass', reason };
  return { verdict: 'fail', reason: [...different.slice(0, most), ...(different.length > most ? [`${different.length - most} more`] : [])].join('; ') };
}

export const notApplicable = (reason: string): Finding => ({ verdict: 'not-applicable', reason });

/** A problem with the names that have it, where any has. */
export const about = (names: readonly string[], say: (names: readonly string[]) => string): readonly string[] => (names.length === 0 ? [] : [say(names)]);

export const namesOf = (services: readonly { readonly name: string }[]): readonly string[] => services.map(({ name }) => name);

export const runsIn = ({ only }: Service, environment: EnvironmentId): boolean => only === undefined || only.includes(environment);

export const hasProduction = ({ environments }: Draft): boolean => environments.includes('production');

/** Services of production: all that run there, one-off jobs too. */
export const inProduction = ({ services }: Draft): readonly Service[] => services.filter((service) => runsIn(service, 'production'));

/** What runs until it is stopped. */
export const isLongRunning = ({ role }: Service): boolean => role !== 'job' && role !== 'test';

export const isData = ({ tier }: Service): boolean => tier === 'data';

export const dataServices = ({ services }: Draft): readonly Service[] => services.filter(isData);

/** The settings of a service with what each environment lays over them, by the environment's name. */
export function layers({ common, environments }: Service, wanted: readonly EnvironmentId[] = environmentIds): readonly { readonly environment: EnvironmentId | undefined; readonly settings: Settings }[] {
  return [{ environment: undefined, settings: common }, ...wanted.flatMap((id) => (environments[id] === undefined ? [] : [{ environment: id, settings: environments[id] }]))];
}

/** Services of ours under which an app keeps what it writes; its workers and jobs mount the same volumes. */
export function keepingApps({ services, volumes }: Draft): readonly Service[] {
  const kept = new Set(volumes.filter(({ only }) => only?.includes('production') === true).map(({ service }) => service));
  return services.filter((service) => kept.has(service.name) && !isData(service) && volumeMounts(service, 'production').length > 0);
}

/** Volumes that a service mounts in an environment. */
export function volumeMounts({ common, environments }: Service, environment: EnvironmentId): readonly Mount[] {
  const own = environments[environment];
  return [...(own?.throwAway === true ? [] : (common.mounts ?? [])), ...(own?.mounts ?? [])].filter(({ kind }) => kind === 'volume');
}
