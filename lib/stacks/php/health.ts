import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { fileOf } from './project.js';
import type { PhpProject } from './project.js';

/** Last segments of routes that answer probes: those that say "alive" first. */
const names = ['livez', 'live', 'healthz', 'health', '_health', 'healthcheck', 'health-check', 'health_check', 'ping', 'up', 'readyz', 'ready', 'status'];

/** Laravel's own: `->withRouting(..., health: '/up')`. */
const declared = /\bhealth:\s*['"](\/[\w./-]+)['"]/gu;
/** `Route::get('/health'`, `$app->get('/health'`, `$router->get('/health'`. */
const route = /(?:Route::|\$(?:app|router|routes)->)(?:get|any)\(\s*['"]\/?([\w.-]+)['"]/gu;
/** Something around it may put a prefix before the path, or ask who is there. */
const grouped = /(?:->|::)(?:group|prefix|middleware)\s*\(|setBasePath/u;
/** A program without a framework compares the address itself. */
const compared = /\$(?:path|uri|url|request_?uri|pathInfo)\b[^;\n]{0,40}?===?\s*['"](\/[\w./-]+)['"]/giu;
/** `#[Route('/health'`. */
const attribute = /#\[(?:\w+\\)*Route\(\s*(?:path:\s*)?['"]\/([\w.-]+)['"]/gu;
/** Attributes of a class put their path before those of its methods. */
const ofClass = /#\[(?:\w+\\)*Route\([^\]]{0,300}\]\s*(?:#\[[^\]]{0,300}\]\s*)*(?:final\s+|readonly\s+)*class\b/u;

const preference = (path: string): number => names.indexOf(path.slice(1).toLowerCase());

/** Routes that look like health probes; only those whose whole path is clear are more than a guess. */
export function healthFacts(project: PhpProject): readonly Fact<string>[] {
  const { sources } = project;
  const bootstrap = sources.filter(({ file }) => file === fileOf(project, 'bootstrap/app.php'));
  const built = matches(bootstrap, declared).map(({ groups, evidence }): Fact<string> => ({ value: groups[1]!, confidence: 'certain', evidence: [evidence] }));
  // Laravel puts /api before every route of routes/api.php
  const plain = sources.filter(({ file }) => !file.endsWith('routes/api.php'));
  const found = matches(plain, route).map(({ groups, source, evidence }): Fact<string> => ({ value: `/${groups[1]!}`, confidence: grouped.test(source.code) ? 'guess' : 'likely', evidence: [evidence] }));
  const attributes = matches(sources, attribute).map(({ groups, source, evidence }): Fact<string> => ({ value: `/${groups[1]!}`, confidence: ofClass.test(source.code) ? 'guess' : 'likely', evidence: [evidence] }));
  const plainly = matches(plain, compared).map(({ groups, evidence }): Fact<string> => ({ value: groups[1]!, confidence: 'likely', evidence: [evidence] }));
  return [...built, ...[...found, ...attributes, ...plainly].filter(({ value }) => preference(value) !== -1).toSorted((a, b) => preference(a.value) - preference(b.value))];
}
