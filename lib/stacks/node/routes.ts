import { joinPath } from '../../discovery/repository.js';
import type { Confidence, Evidence } from '../../discovery/evidence.js';
import { callArguments, constant, literal } from './code.js';
import type { ImportGraph } from './imports.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';
import { constructors, routeCalls } from './route-calls.js';
import type { RouteCall } from './route-calls.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

/** A GET route as its file declares it. */
export interface Route {
  readonly receiver: string;
  readonly path: string;
  readonly source: Source;
  readonly evidence: Evidence;
  /** Something between path and handler looks as if it asked who is calling. */
  readonly guarded: boolean;
}

/** What stands before a path; undefined where the repository does not show it clearly. */
export interface Prefix {
  readonly path: string;
  readonly confidence: Confidence;
}

const answersGet = /^(?:get|all|use|route)$/u;
const mountCall = /(?<![\w$])([\w$]+)\s*\.\s*(?:use|route|register)\(/gu;
const asksWho = /auth|jwt|protect|passport|guard|token|permission|login|session|\bacl\b|admin/iu;
const inlineHandler = /^(?:async\b|function\b|\(|[\w$]+\s*=>)/u;
const listening = /\.listen\(|(?<![\w$.])serve\(/u;
/** Routers inside routers deeper than this are a circle. */
const maximumDepth = 6;
const newRouter = /=\s*(?:new\s+)?(?:[\w$]+\.)*(?:Koa)?Router(?:<[^()]{0,200}>)?\(/gu;
const anyConstruction = new RegExp(String.raw`=\s*(?:await\s+)?(?:new\s+)?(?:${constructors})\s*(?:<[^()]{0,200}>)?\(`, 'u');

/** The parts of an object or an array that is written out, by the commas of its own level. */
const parts = (expression: string): readonly string[] => callArguments(expression, 0);

/** `{ method: 'GET', url: '/health' }` of Fastify, `{ method: 'GET', path: '/health' }` of hapi. */
function routeOfObject(expression: string): { readonly path: string; readonly guarded: boolean } | undefined {
  const fields = parts(expression);
  if (!fields.some((field) => /^method\s*:\s*\[?\s*['"`](?:GET|\*)['"`]/iu.test(field))) return undefined;
  const path = fields.map((field) => /^(?:url|path)\s*:\s*(['"`])(\/[^'"`$]*)\1$/u.exec(field)?.[2]).find((each) => each !== undefined);
  if (path === undefined) return undefined;
  const asked = fields.some((field) => (/^(?:onRequest|preHandler|preValidation)\b/u.test(field) && asksWho.test(field)) || /^(?:options|config)\s*:\s*\{[^}]*\bauth\s*:(?!\s*false\b)/u.test(field));
  return { path, guarded: asked };
}

/** Of `server.route({…})` and `server.route([{…}, {…}])`. hapi's default strategy asks everywhere where a route does not turn it off. */
function routesOfObjects({ receiver, source, evidence, grouped }: RouteCall, argument: string): readonly Route[] {
  const everywhere = /\.auth\.default\(/u.test(source.code);
  return (argument.startsWith('[') ? parts(argument) : [argument]).filter((each) => each.startsWith('{')).flatMap((each) => {
    const route = routeOfObject(each);
    if (route === undefined) return [];
    const guarded = grouped || route.guarded || (everywhere && !/\bauth\s*:\s*false\b/u.test(each));
    return [{ receiver, path: route.path, source, evidence, guarded }];
  });
}

/** Every route of the sources that may answer a GET request. */
export function routesOf(sources: readonly Source[]): readonly Route[] {
  return routeCalls(sources).flatMap((call): readonly Route[] => {
    const { receiver, method, source, open, evidence, grouped } = call;
    if (!answersGet.test(method)) return [];
    const args = callArguments(source.code, open);
    const first = args[0] ?? '';
    if (method === 'route' && /^[{[]/u.test(first)) return routesOfObjects(call, first);
    const path = literal(first);
    if (path === undefined || (path !== '' && !path.startsWith('/'))) return [];
    if (method === 'use' && !inlineHandler.test(args[1] ?? '')) return [];
    // express: router.route('/health').get(…)
    if (method === 'route' && !/^\s*\)?\s*\.\s*get\(/u.test(source.code.slice(open + 1 + first.length))) return [];
    return [{ receiver, path, source, evidence, guarded: grouped || args.slice(1, -1).some((each) => asksWho.test(each)) }];
  });
}

function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}

/** The names by which a file knows what another one exports. */
function localNames(graph: ImportGraph, from: Source, file: string): readonly string[] {
  const pattern = /\b(?:import\s+(?:type\s+)?([^'"`;]{1,500}?)\s+from\s*|(?:const|let|var)\s+([\w$]+|\{[^}]{0,500}\})\s*=\s*require\(\s*)(['"`])([^'"`\n]+)\3/gu;
  return [...from.code.matchAll(pattern)]
    .filter((match) => graph.resolve(from.file, match[4]!) === file)
    .flatMap((match) => (match[1] ?? match[2]!).replace(/[{}]/gu, ' ').split(',').map((each) => each.trim().split(/\s+as\s+|\s*:\s*/u).at(-1)!))
    .filter((each) => each !== '');
}

/** The names under which a file exports one of its routers. */
function exportedNames({ code }: Source, receiver: string): readonly string[] {
  const name = escaped(receiver);
  const renamed = new RegExp(String.raw`\b([\w$]+)\s*:\s*${name}\b|\bexports\.([\w$]+)\s*=\s*${name}\b|\b${name}\s+as\s+([\w$]+)`, 'gu');
  return [receiver, ...[...code.matchAll(renamed)].map((match) => (match[1] ?? match[2] ?? match[3])!)];
}

const routerModules = frameworks.flatMap(({ routerModule }: Framework) => routerModule ?? []);

/** Whether a name is the router that a framework makes for the whole app. */
function isOwnRouter({ code }: Source, receiver: string): boolean {
  return routerModules.some((module) => new RegExp(String.raw`\bimport\s+${escaped(receiver)}\s+from\s*['"]${module}['"]`, 'u').test(code));
}

/** Works out where routers hang, by following them to the application. */
export class Mounts {
  private readonly applications: number;

  constructor(private readonly sources: readonly Source[], private readonly graph: ImportGraph) {
    this.applications = sources.filter(({ code }) => anyConstruction.test(code)).length;
  }

  /** What stands before the paths of a receiver in its file; undefined for what is no router, such as an HTTP client. */
  prefixOf(source: Source, receiver: string, depth = 0): Prefix | undefined {
    if (depth > maximumDepth) return undefined;
    if (receiver === '') return { path: '', confidence: this.applications <= 1 && listening.test(source.code) ? 'certain' : 'guess' };
    const name = escaped(receiver);
    const assigned = String.raw`(?<![\w$])${name}\s*(?::[^=;\n]+)?=\s*(?:await\s+)?(?:new\s+)?`;
    const application = new RegExp(String.raw`${assigned}(?:${constructors})\s*(?:<[^()]{0,200}>)?\(`, 'u').exec(source.code);
    if (application !== null) return this.ofApplication(source, receiver, application.index, depth);
    const router = new RegExp(String.raw`${assigned}(?:[\w$]+\.)*(?:Koa)?Router(?:<[^()]{0,200}>)?\(([^)]*)\)`, 'u').exec(source.code);
    if (router !== null) {
      const own = /\bprefix\s*:\s*(['"])([^'"]*)\1/u.exec(router[1]!)?.[2] ?? '';
      const above = this.mounted(source, receiver, depth);
      return above === undefined ? { path: own, confidence: 'guess' } : { path: above.path + own, confidence: above.confidence === 'certain' ? 'likely' : above.confidence };
    }
    return this.ofParameter(source, receiver);
  }

  /** An application is the root, unless it is itself mounted in another one. */
  private ofApplication(source: Source, receiver: string, offset: number, depth: number): Prefix {
    const statement = source.code.slice(offset, source.code.indexOf('\n', offset) + 1 || undefined);
    // Hono's, and Elysia's option
    const base = /(?:\.basePath\(|\(\s*\{[^{}]*\bprefix\s*:)\s*(['"])([^'"]*)\1/u.exec(statement)?.[2] ?? '';
    const root = this.applications === 1 || listening.test(source.code);
    if (root) return { path: base, confidence: 'certain' };
    const above = this.mounted(source, receiver, depth);
    return above === undefined ? { path: base, confidence: 'guess' } : { path: above.path + base, confidence: above.confidence === 'certain' ? 'likely' : above.confidence };
  }

  /** `app` and the like, handed in from somewhere else. */
  private ofParameter(source: Source, receiver: string): Prefix | undefined {
    if (isOwnRouter(source, receiver)) return { path: '', confidence: 'likely' };
    const isApplication = /^(?:app|server|fastify)$/u.test(receiver);
    if (!isApplication) return /^(?:router?s?|api|instance)$|Router$|Routes$/u.test(receiver) ? { path: '', confidence: 'guess' } : undefined;
    const typedRouter = new RegExp(String.raw`\b${escaped(receiver)}\s*:\s*(?:[\w$]+\.)?I?Router\b`, 'u').test(source.code);
    // plugins are registered under a prefix that their own file does not know
    const prefixed = this.sources.some(({ code }) => /\.register\([^;]{0,400}\bprefix\s*:|@fastify\/autoload/u.test(code));
    return { path: '', confidence: typedRouter || this.applications !== 1 || prefixed ? 'guess' : 'likely' };
  }

  /** The files that use what a file exports, each with the file that it imports for that: itself, or one that hands its exports on. */
  private users(file: string, depth = 0): readonly (readonly [string, Source])[] {
    return this.graph.importers(file).filter((importer) => this.sources.includes(importer)).flatMap((importer) => {
      const handsOn = /\bmodule\.exports\s*=\s*require\(|\bexport\s*(?:\*|\{[^}]{0,500}\})\s*from\b/u.test(importer.code);
      return [[file, importer] as const, ...(handsOn && depth < maximumDepth ? this.users(importer.file, depth + 1) : [])];
    });
  }

  private mounted(source: Source, receiver: string, depth: number): Prefix | undefined {
    const here = this.mountIn(source, [receiver], depth);
    if (here !== undefined) return here;
    const exported = exportedNames(source, receiver);
    const only = (source.code.match(newRouter)?.length ?? 0) < 2;
    for (const [file, importer] of this.users(source.file)) {
      const names = localNames(this.graph, importer, file)
        .flatMap((name) => (only || exported.includes(name) ? [name] : exported.map((property) => `${name}.${property}`)));
      const found = this.mountIn(importer, names, depth, only ? file : undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The first call in a file that mounts one of these names, or the file itself by `require`. */
  private mountIn(source: Source, names: readonly string[], depth: number, file?: string): Prefix | undefined {
    for (const { groups, end } of matches([source], mountCall)) {
      const args = callArguments(source.code, end - 1);
      const position = args.findIndex((each) => names.some((name) => each === name || each.startsWith(`${name}.`)) || this.requires(source, each, file));
      if (position === -1 || names.includes(groups[1]!)) continue;
      const path = position === 0 ? this.registeredPrefix(args) : constant(source.code, args[0]!);
      const above = this.prefixOf(source, groups[1]!, depth + 1);
      if (above === undefined) continue;
      if (path === undefined || args.slice(1, position).some((each) => asksWho.test(each))) return { path: above.path, confidence: 'guess' };
      return { path: above.path + (path === '/' ? '' : path), confidence: above.confidence };
    }
    return undefined;
  }

  /** fastify.register(plugin, { prefix: '/api' }) */
  private registeredPrefix(args: readonly string[]): string | undefined {
    const options = args[1]?.startsWith('{') === true ? args[1] : '';
    return /\bprefix\b/u.test(options) ? /\bprefix\s*:\s*(['"])([^'"]*)\1/u.exec(options)?.[2] : '';
  }

  private requires(source: Source, argument: string, file: string | undefined): boolean {
    const name = /^require\(\s*(['"])([^'"]+)\1\s*\)/u.exec(argument)?.[2];
    return name !== undefined && file !== undefined && this.graph.resolve(source.file, name) === file;
  }
}

/** A route's whole path, with one slash between its pieces and none at the end. */
export function wholePath(prefix: string, path: string): string {
  const joined = joinPath(prefix, path).replace(/\/{2,}/gu, '/').replace(/(?<=.)\/$/u, '');
  return joined.startsWith('/') ? joined : `/${joined}`;
}
