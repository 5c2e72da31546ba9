import { best } from '../../discovery/evidence.js';
import type { Confidence, Evidence, Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { settingOf } from './app.js';
import type { JvmApp } from './app.js';
import { textIn } from './settings.js';

const plainPath = /^\/[\w\-./~]*$/u;

function route(parts: readonly (string | undefined)[]): string | undefined {
  const path = `/${parts.flatMap((part) => (part ?? '').split('/')).filter((part) => part !== '').join('/')}`;
  return plainPath.test(path) ? path : undefined;
}

const value = (app: JvmApp, ...keys: readonly string[]): string | undefined => {
  const setting = settingOf(app, ...keys);
  return setting === undefined ? undefined : textIn(setting.value);
};

function fact(path: string | undefined, confidence: Confidence, evidence: readonly (Evidence | undefined)[]): readonly Fact<string>[] {
  return path === undefined ? [] : [{ value: path, confidence, evidence: evidence.filter((each) => each !== undefined) }];
}

/** From version 4 on, the groups of probes are there without being asked for. */
function hasProbes(app: JvmApp): boolean {
  const major = Number(/^(\d+)/u.exec(app.module.bootVersion ?? '')?.[1] ?? 0);
  const said = value(app, 'management.endpoint.health.probes.enabled', 'management.health.probes.enabled');
  return said === undefined ? major >= 4 : said === 'true';
}

/** Spring Security asks for a login everywhere unless the source lets the actuator through. */
function isGuarded({ dependencies, sources }: JvmApp): boolean {
  const secured = dependencies.some(({ name }) => /spring-boot-starter-security|spring-boot-starter-oauth2|spring-cloud-starter-(?:security|oauth2)|spring-security-config|keycloak-spring/u.test(name));
  return secured && !sources.some(({ code }) => /["']\/actuator|\bEndpointRequest\b|["']\/(?:\w+\/)?health/u.test(code));
}

function actuator(app: JvmApp): readonly Fact<string>[] {
  const dependency = app.dependencies.find(({ name }) => name.endsWith(':spring-boot-starter-actuator'));
  const exposed = value(app, 'management.endpoints.web.exposure.include');
  const hidden = (exposed !== undefined && !/\*|health/u.test(exposed)) || /\bhealth\b|\*/u.test(value(app, 'management.endpoints.web.exposure.exclude') ?? '') || value(app, 'management.endpoint.health.enabled') === 'false';
  // on a port of its own it is not where the probe asks
  const elsewhere = settingOf(app, 'management.server.port', 'management.port') !== undefined;
  if (dependency === undefined || hidden || elsewhere) return [];
  const old = (app.module.bootVersion ?? '').startsWith('1.');
  const context = value(app, 'server.servlet.contextpath', 'server.contextpath', 'spring.webflux.basepath');
  const base = value(app, 'management.endpoints.web.basepath', 'management.contextpath') ?? (old ? '' : 'actuator');
  return fact(route([context, base, 'health', hasProbes(app) ? 'readiness' : undefined]), isGuarded(app) ? 'guess' : 'certain', [dependency.evidence]);
}

function quarkus(app: JvmApp): readonly Fact<string>[] {
  const dependency = app.dependencies.find(({ name }) => name === 'io.quarkus:quarkus-smallrye-health');
  if (dependency === undefined || settingOf(app, 'quarkus.management.enabled')?.value === 'true') return [];
  const base = value(app, 'quarkus.http.nonapplicationrootpath') ?? 'q';
  return fact(route([value(app, 'quarkus.http.rootpath'), base, 'health/ready']), 'certain', [dependency.evidence]);
}

function micronaut(app: JvmApp): readonly Fact<string>[] {
  const dependency = app.dependencies.find(({ name }) => name === 'io.micronaut:micronaut-management');
  return dependency === undefined ? [] : fact(route([value(app, 'micronaut.server.contextpath'), value(app, 'endpoints.all.path'), 'health']), 'certain', [dependency.evidence]);
}

const path = String.raw`\/(?:api\/|v1\/)?(?:health|healthz|health-check|healthcheck|_health|ready|readyz|live|livez|liveness|readiness|ping|up|status)`;
const written = new RegExp(String.raw`(?:\.|\b)(?:get|GET|GetMapping|path|route|createContext)\s*\(\s*(?:value\s*=\s*|path\s*=\s*)?"(${path})"|"(${path})"\s+bind\s+(?:Method\.)?GET|GET\s*->\s*Root\s*\/\s*"(health|healthz|ping|ready|status)"`, 'gu');

/** Routes in the source that answer without a login, as far as their names tell. */
function routes(app: JvmApp): readonly Fact<string>[] {
  const context = value(app, 'server.servlet.contextpath', 'server.contextpath', 'micronaut.server.contextpath');
  const guarded = isGuarded(app);
  return matches(app.sources, written).flatMap(({ groups, source, index, evidence }) => {
    const prefix = /@(?:RequestMapping|Controller|Path)\(\s*(?:value\s*=\s*|path\s*=\s*)?"([^"{}]*)"/u.exec(source.code.slice(0, index))?.[1];
    const found = groups.slice(1).find((group) => group !== undefined)!;
    return fact(route([context, prefix, found]), guarded ? 'guess' : 'likely', [evidence]);
  });
}

/** `path("health") { get { ... } }` of Akka and Pekko, whose paths have no slash; below a prefix nobody knows the whole. */
function directives({ sources }: JvmApp): readonly Fact<string>[] {
  const nested = sources.some(({ code }) => /\bpathPrefix\s*\(/u.test(code));
  return matches(sources, /\bpath\(\s*"(health|healthz|health-check|ready|readyz|live|livez|ping|up|status)"\s*\)\s*\{\s*(?:get|concat)\b/gu)
    .flatMap(({ groups, evidence }) => fact(route([groups[1]]), nested ? 'guess' : 'likely', [evidence]));
}

/** `GET /health` of a Play application's routes. */
function playRoutes({ repository, module }: JvmApp): readonly Fact<string>[] {
  const file = `${module.path === '.' ? '' : `${module.path}/`}conf/routes`;
  const text = repository.read(file) ?? '';
  const match = new RegExp(String.raw`^GET[ \t]+(${path})[ \t]`, 'mu').exec(text);
  return match === null ? [] : [{ value: match[1]!, confidence: 'likely', evidence: [{ file, line: text.slice(0, match.index).split('\n').length, quote: match[0].trim() }] }];
}

export function healthFacts(app: JvmApp): readonly Fact<string>[] {
  switch (best(app.framework)) {
    case 'spring-boot': return [...actuator(app), ...routes(app)];
    case 'quarkus': return quarkus(app);
    case 'micronaut': return [...micronaut(app), ...routes(app)];
    case 'play': return playRoutes(app);
    case 'akka-http':
    case 'pekko-http': return directives(app);
    default: return routes(app);
  }
}
