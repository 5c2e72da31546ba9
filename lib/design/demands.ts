import type { AppBrief, Brief } from '../brief/brief.js';
import { usedBy } from '../brief/services.js';
import { keepsFiles } from './data.js';
import type { Backings } from './backing.js';

type Constrained = Pick<Brief, 'constraints'>;

/** Requests per second that one instance is planned for. A starting point for a measurement, not a promise. */
export const requestsOfInstance = 100;
/** More than this on one host is a task for several hosts. */
const mostInstances = 20;

/** Whether apps reach the outside only where they are known to need it, and images of others stop the workflow too. */
export const isStrict = ({ constraints: { security } }: Constrained): boolean => security === 'strict' || security === 'regulated';

/** Instances of a server in production: enough for the requests, and two where speed matters, so that a restart is no outage. */
export function replicasOf(app: AppBrief, { constraints: { requestsPerSecond, latency } }: Constrained): number {
  // two instances would write its files at once
  if (app.role !== 'web' || keepsFiles(app) || (requestsPerSecond === undefined && latency === undefined)) return 1;
  return Math.min(mostInstances, Math.max(2, Math.ceil((requestsPerSecond ?? 0) / requestsOfInstance)));
}

/** Connections that the proxy is ready for: each request holds one to the client and one to the app, and waits in both. */
export function proxyConnections({ constraints: { requestsPerSecond = 0 } }: Constrained): number {
  return 2 ** Math.min(14, Math.max(10, Math.ceil(Math.log2(Math.max(1, requestsPerSecond * 4)))));
}

/** Variables that mean how many connections to a database one process may hold. */
const poolVariable = /^(?:(?:DB|DATABASE|POSTGRES|PG|MYSQL|SQLALCHEMY)_)?(?:MAX_)?(?:POOL_(?:SIZE|MAX)|POOL|MAX_CONNECTIONS|CONNECTION_LIMIT)$|^(?:DB|DATABASE)_(?:MAX_POOL_SIZE|POOL_MAX_SIZE)$/u;
/** Connections that a server keeps for people and backups. */
const reserved = 10;
/** What pools of most libraries hold by default. */
const usualPool = 10;

/** Connections of one process to a server that takes `limit`, however many processes use it. */
export const poolOf = (limit: number, processes: number): number => Math.max(1, Math.min(usualPool, Math.floor((limit - reserved) / Math.max(1, processes))));

/** Processes in production that hold connections to a service. */
export function processesOf(key: string, brief: Pick<Brief, 'apps' | 'constraints'>): number {
  return brief.apps.reduce((sum, app) => sum + (app.uses.includes(key) ? replicasOf(app, brief) : 0) + app.workers.filter(({ uses }) => uses.includes(key)).length, 0);
}

/** Pool sizes that an app reads, fitted to the smallest limit of the servers that it uses. */
export function poolEnvironment(app: AppBrief, brief: Pick<Brief, 'apps' | 'constraints'>, backings: Backings): Readonly<Record<string, string>> {
  const given = new Set(app.variables.map(({ name }) => name));
  const names = app.reads.filter((name) => poolVariable.test(name) && !given.has(name));
  const sizes = usedBy(app).flatMap((key) => {
    const limit = backings.get(key)?.technology.connectionLimit;
    return limit === undefined ? [] : [poolOf(limit, processesOf(key, brief))];
  });
  return sizes.length === 0 ? {} : Object.fromEntries(names.map((name) => [name, String(Math.min(...sizes))]));
}

/** Whether an app is known to call the outside: it calls a third party or was given a secret by one, or a service is run by somebody else. */
export function callsOutside(app: AppBrief, uses: readonly string[], backings: Backings): boolean {
  return (app.thirdParties ?? []).length > 0 || app.variables.some(({ kind }) => kind === 'external-secret') || usesForeign(uses, backings);
}

/** Whether one of these services is run by somebody else in production. */
export const usesForeign = (uses: readonly string[], backings: Backings): boolean => uses.some((key) => {
  const { containers, technology } = backings.get(key)!;
  return !containers.has('production') && (technology.environments?.includes('production') ?? true);
});
