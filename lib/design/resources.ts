import { UserError } from '../diagnostics.js';
import type { Limits } from './architecture.js';

/** Below this a runtime or a database does not start. MiB. */
const floor = 64;

export interface Want {
  readonly service: string;
  readonly limits: Limits;
}

/**
 * Memory limits that fit into `available` MiB, in the proportion of what each service wants; what it wants where nothing is given.
 * Throws a UserError with the arithmetic when even the smallest limits do not fit.
 */
export function planLimits(wants: readonly Want[], available: number | undefined): ReadonlyMap<string, Limits> {
  const wanted = wants.reduce((sum, { limits }) => sum + limits.memory, 0);
  if (available === undefined || wanted <= available) return new Map(wants.map(({ service, limits }) => [service, limits]));
  const smallest = wants.length * floor;
  if (smallest > available) {
    throw new UserError({
      code: 'memory-too-small',
      severity: 'error',
      message: `constraints.memory: ${wants.length} services need at least ${wants.length} × ${floor} = ${smallest} MiB, the host has ${available} MiB`,
      help: 'Give the host more memory or run fewer services on it',
    });
  }
  const spare = available - smallest;
  const wantedAboveFloor = wanted - smallest;
  return new Map(
    wants.map(({ service, limits }) => {
      const share = wantedAboveFloor === 0 ? 0 : Math.floor((spare * (limits.memory - floor)) / wantedAboveFloor);
      return [service, { ...limits, memory: floor + share }];
    }),
  );
}
