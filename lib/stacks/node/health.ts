import type { Fact } from '../../discovery/evidence.js';
import type { NodePackage } from './app.js';
import { controllerRoutes } from './controllers.js';
import { Mounts, routesOf, wholePath } from './routes.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

/** Last segments of routes that answer probes: those that say "alive" first, those that may look at other services later. */
const names = [
  'livez', 'live', 'liveness', 'alive', 'healthz', '_healthz', 'health', '_health', 'healthcheck', 'health-check', 'health_check', 'heartbeat', 'ping', '_ping', 'up',
  'readyz', 'ready', 'readiness', 'status',
];
/** A server without a framework compares the address itself. */
const comparedUrl = /\b(?:req|request|url|pathname)(?:\.(?:url|pathname|path))?\s*===?\s*(['"])(\/[\w/-]+)\1/gu;

function preference(path: string): number {
  return names.indexOf(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

/** A path that a probe can ask for: no parameters, no pattern, nothing that a shell or a program would have to escape. */
function isProbe(path: string): boolean {
  return /^(?:\/[\w.-]+)+$/u.test(path) && preference(path) !== -1;
}

/**
 * Routes that look like health probes. Only a route whose whole path is clear is more than a guess:
 * a wrong one would make the container unhealthy for ever.
 */
export function healthFacts(app: NodePackage, server: readonly Source[]): readonly Fact<string>[] {
  const mounts = new Mounts(server, app.graph);
  const declared = routesOf(server).flatMap(({ receiver, path, source, evidence, guarded }): readonly Fact<string>[] => {
    // most routes are no probes: do not follow them
    if (!isProbe(path) && path !== '/' && path !== '') return [];
    const prefix = mounts.prefixOf(source, receiver);
    if (prefix === undefined) return [];
    return [{ value: wholePath(prefix.path, path), confidence: guarded ? 'guess' : prefix.confidence, evidence: [evidence] }];
  });
  const compared = matches(server, comparedUrl).map(({ groups, evidence }): Fact<string> => ({ value: groups[2]!, confidence: 'likely', evidence: [evidence] }));
  const found = [...declared, ...controllerRoutes(server), ...compared].filter(({ value }) => isProbe(value));
  const once = found.filter((fact, index) => found.findIndex(({ value, confidence }) => value === fact.value && confidence === fact.confidence) === index);
  return once.toSorted((a, b) => preference(a.value) - preference(b.value));
}
