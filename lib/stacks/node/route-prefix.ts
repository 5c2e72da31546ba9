import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

/** `app.setGlobalPrefix('api')`, `new Hono().basePath('/api')`, `fastify.register(routes, { prefix: '/api' })`. */
const whole = /\.(?:setGlobalPrefix|basePath)\(\s*['"]\/?(api)(?=[/'"])/gu;
/** A route or a mounted router with the path that it has; routers of routers have other names than the application. */
const route = /(?<![\w$.])(?:app|server|fastify|instance)\s*\.\s*(?:get|post|put|patch|delete|all|use|route|register)\(\s*(?:[^'"`()]{0,80}\{\s*prefix:\s*)?['"`](\/[\w-]*)/gu;
/** Asked by others than the front end. */
const forOthers = /^\/(?:|health\w*|ready\w*|live\w*|ping|metrics|status|favicon|robots|docs)$/u;

/** `/api` where most of the application's own routes lie below it; routes for probes may stand outside. */
export function routePrefix(sources: readonly Source[]): string | undefined {
  if (matches(sources, whole).length > 0) return '/api';
  const first = matches(sources, route).map(({ groups }) => groups[1]!).filter((path) => !forOthers.test(path));
  return first.filter((path) => path === '/api').length * 2 > first.length ? '/api' : undefined;
}
