import { folderOf } from '../../discovery/repository.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Match } from '../../discovery/source.js';
import type { DjangoProject } from './django.js';
import type { Entry } from './entry.js';
import type { PythonProject } from './project.js';

const route = /^\/(?:api\/)?(?:-\/)?(?:health(?:z|check|_check|-check)?|_health|livez?|liveness|readyz?|ping|up|heartbeat|__heartbeat__|__lbheartbeat__)\/?(?:live|ready)?\/?$/u;

const imports = ({ source }: Entry, module: string): boolean => new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+${module}\b`, 'mu').test(source.code);

/** Whether a class of the source has the method; one that is written elsewhere may. */
function hasMethod({ source }: Entry, name: string, method: string): boolean {
  const body = new RegExp(String.raw`^class[ \t]+${name.replaceAll('.', String.raw`\.`)}\b[^\n]*\n((?:(?:[ \t][^\n]*)?\n)*)`, 'mu').exec(`${source.code}\n`)?.[1];
  return body === undefined || new RegExp(String.raw`^[ \t]+(?:async )?def ${method}\(`, 'mu').test(body);
}

/**
 * Litestar's handlers are functions that the application names (docs.litestar.dev, Routing). One in a router or a controller has a
 * prefix, and so have all of an application with a `path`.
 */
function litestarRoutes(entry: Entry): readonly Match[] {
  const call = /\bLitestar\(([^()]*(?:\([^()]*\)[^()]*)*)\)/u.exec(entry.source.code)?.[1] ?? '';
  if (!imports(entry, 'litestar') || /(?:^|[\s,])path\s*=/u.test(call)) return [];
  const handlers = /^\s*\[([^\]]*)\]|\broute_handlers\s*=\s*\[([^\]]*)\]/u.exec(call);
  const named = new Set((handlers?.[1] ?? handlers?.[2] ?? '').split(',').map((name) => name.trim()));
  const functions = /^@(?:litestar\.)?get\(\s*(?:path\s*=\s*)?["'](\/[^"'\n]+)["'][^\n]*\n(?:@[^\n]*\n)*(?:async )?def[ \t]+(\w+)/gmu;
  return matches([entry.source], functions).filter(({ groups }) => named.has(groups[2] ?? ''));
}

/** Routes of aiohttp that the application itself adds, in a table or a list: a sub-application's have a prefix (docs.aiohttp.org, Web Server Quickstart). */
function aiohttpRoutes(entry: Entry, names: string): readonly Match[] {
  if (!imports(entry, 'aiohttp')) return [];
  const added = new RegExp(String.raw`\b(?:${names})\.(?:router\.)?add_routes\(\s*(?:(\w+)|\[)`, 'gu');
  return matches([entry.source], added).flatMap(({ groups, end }) => {
    const table = groups[1];
    if (table !== undefined) return matches([entry.source], new RegExp(String.raw`^[ \t]*@${table}\.get\(\s*["'](/[^"'\n]+)["']`, 'gmu'));
    const close = entry.source.code.indexOf(']', end);
    return matches([entry.source], /\bweb\.get\(\s*["'](\/[^"'\n]+)["']/gu).filter(({ index }) => index >= end && (close === -1 || index < close));
  });
}

/** Tornado's rules are tuples or `url(...)`; a handler answers the methods that its class has. Those of `add_handlers` hold for one host. */
function tornadoRoutes(entry: Entry): readonly Match[] {
  if (!imports(entry, 'tornado') || entry.source.code.includes('.add_handlers(')) return [];
  return matches([entry.source], /\(\s*r?["'](\/[^"'\n]+)["']\s*,\s*([A-Za-z_][\w.]*)\s*[,)]/gu).filter(({ groups }) => hasMethod(entry, groups[2]!, 'get'));
}

/** Resources of Falcon (falcon.readthedocs.io, Routing). */
function falconRoutes(entry: Entry, names: string): readonly Match[] {
  if (!imports(entry, 'falcon')) return [];
  const added = new RegExp(String.raw`\b(?:${names})\.add_route\(\s*["'](/[^"'\n]+)["']\s*,\s*(\w+)`, 'gu');
  return matches([entry.source], added).filter(({ groups }) => hasMethod(entry, groups[2]!, 'on_get'));
}

/** Routes of Pyramid by name and pattern. Those of an included function may have a prefix, and stand in other files mostly. */
function pyramidRoutes(entry: Entry): readonly Match[] {
  if (!imports(entry, 'pyramid') || entry.source.code.includes('route_prefix')) return [];
  return matches([entry.source], /\.add_route\(\s*["'][\w.-]+["']\s*,\s*(?:pattern\s*=\s*)?["'](\/[^"'\n]+)["']/gu);
}

/** Bottle's functions without an application add to the default one (bottlepy.org, Tutorial). */
function bottleRoutes(entry: Entry): readonly Match[] {
  return imports(entry, 'bottle') ? matches([entry.source], /^@(?:bottle\.)?(?:route|get)\(\s*["'](\/[^"'\n]+)["'](?![^)\n]*method\s*=\s*["']POST)/gmu) : [];
}

/** Routes on the application object itself, where no prefix can stand before them. */
export function entryHealth(entry: Entry): readonly Fact<string>[] {
  const names = [...new Set([entry.variable, 'app', 'application'])].join('|');
  const pattern = new RegExp(String.raw`@(?:${names})\.(?:get|route|api_route)\(\s*["']([^"'\n]+)["'](?![^)\n]*methods=\[["']POST)|\b(?:Route|add_get)\(\s*["'](/[^"'\n]+)["']`, 'gu');
  const own = [...litestarRoutes(entry), ...aiohttpRoutes(entry, names), ...tornadoRoutes(entry), ...falconRoutes(entry, names), ...pyramidRoutes(entry), ...bottleRoutes(entry)];
  const found = [...matches([entry.source], pattern).map(({ groups, evidence }) => ({ path: groups[1] ?? groups[2], evidence })), ...own.map(({ groups, evidence }) => ({ path: groups[1], evidence }))];
  return found.flatMap(({ path = '', evidence }): Fact<string>[] => (route.test(path) ? [{ value: path, confidence: 'likely', evidence: [evidence] }] : []));
}

/**
 * Routes of a Django project's own urls.py. The probe says `Host: localhost`, which Django refuses unless its settings allow it, so a
 * route counts only where they do: without one any answer will do, and the refusal is one.
 */
export function djangoHealth(project: PythonProject, { settings }: DjangoProject): readonly Fact<string>[] {
  const hosts = matches(settings, /^ALLOWED_HOSTS\b[^\n]*=([^\n]*)/gmu);
  if (!hosts.some(({ groups }) => /["'](?:\*|[^"']*\blocalhost\b[^"']*)["']/u.test(groups[1] ?? '')) || settings.some(({ code }) => /SECURE_SSL_REDIRECT\s*=\s*(?!False)/u.test(code))) return [];
  const folders = new Set(settings.map(({ file }) => folderOf(file)));
  const urls = project.sources.filter(({ file, code }) => [...folders].some((folder) => file === `${folder}/urls.py`) && code.includes('urlpatterns'));
  return matches(urls, /\bpath\(\s*["']([^"'\n]+)["']/gu).flatMap(({ groups, evidence }): Fact<string>[] =>
    route.test(`/${groups[1]}`) ? [{ value: `/${groups[1]}`, confidence: 'likely', evidence: [evidence] }] : []);
}
