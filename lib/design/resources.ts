import type { Brief } from '../brief/brief.js';
import { UserError } from '../diagnostics.js';
import { resourceMessages as say } from '../messages/resources.js';
import type { Limits } from './architecture.js';

/** Below this a runtime or a database does not start. MiB. */
const memoryFloor = 64;
/** Hundredths of a processor. Below this a start takes longer than its probe waits. */
const cpuFloor = 10;

export interface Want {
  readonly service: string;
  readonly limits: Limits;
}

/**
 * `available` whole units, divided in the proportion of what is wanted above `floor`; what is wanted where it fits.
 * Undefined where not even the floor fits.
 */
function divide(wanted: readonly number[], floor: number, available: number): readonly number[] | undefined {
  const sum = wanted.reduce((total, each) => total + each, 0);
  if (sum <= available) return wanted;
  const smallest = wanted.length * floor;
  if (smallest > available) return undefined;
  const above = sum - smallest;
  return wanted.map((each) => floor + (above === 0 ? 0 : Math.floor(((available - smallest) * (each - floor)) / above)));
}

/**
 * Limits that fit into the production host, in the proportion of what each service wants; what it wants where nothing is given.
 * Throws a UserError with the arithmetic, a line for each resource, when even the smallest limits do not fit.
 */
export function planLimits(wants: readonly Want[], { memory, cpus }: Brief['constraints']): ReadonlyMap<string, Limits> {
  const memories = divide(wants.map(({ limits }) => limits.memory), memoryFloor, memory ?? Number.POSITIVE_INFINITY);
  // in hundredths, so that shares are whole numbers
  const shares = divide(wants.map(({ limits }) => Math.round(limits.cpus * 100)), cpuFloor, Math.floor((cpus ?? Number.POSITIVE_INFINITY) * 100 + 1e-9));
  if (memories === undefined || shares === undefined) {
    throw new UserError([
      ...(memories === undefined ? [say.memory(wants.length, memoryFloor, wants.length * memoryFloor, memory!)] : []),
      ...(shares === undefined ? [say.cpus(wants.length, cpuFloor / 100, (wants.length * cpuFloor) / 100, cpus!)] : []),
    ]);
  }
  return new Map(wants.map(({ service, limits }, index) => [service, { ...limits, memory: memories[index]!, cpus: shares[index]! / 100 }]));
}
