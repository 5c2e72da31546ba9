import type { Fact } from '../../discovery/evidence.js';
import type { Argv } from '../../discovery/findings.js';
import { textAt, textsAt } from '../../discovery/manifest.js';
import type { NodePackage } from './app.js';
import { hasPage, servesIn } from './deployable.js';
import { scriptFact } from './scripts.js';
import type { Workspaces } from './workspaces.js';

/** Browser code that a server of the repository builds and serves: it is a part of that server, no app of its own. */
export interface Served {
  /** Folder of the browser code. */
  readonly site: string;
  /** Folder of the server. */
  readonly server: string;
  /** The script of the server that builds it, where the server's own build does not. */
  readonly build?: Fact<Argv>;
}

const folderName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** A folder that a build wrote, below the folder of a package, as in `../client/dist`. */
const output = /([\w.@-]+)\/(?:dist|build|out|\.output\/public|www)(?=[/'"`\s)]|$)/gu;
/** What hands files out. */
const handsOut = /\b(?:static|serveStatic|sendFile|sirv|fastifyStatic|ServeStaticModule|koa-send)\b/u;

/** Names of the folders whose build the server hands out. */
function handedOut({ sources }: NodePackage): ReadonlySet<string> {
  return new Set(sources.filter(({ code }) => handsOut.test(code)).flatMap(({ code }) => [...code.matchAll(output)].map((match) => match[1]!)));
}

/** Scripts of the server by the folder below it that they build in: `cd client && npm run build`, `npm --prefix client run build`. */
function buildScripts({ manifest }: NodePackage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of textsAt(manifest, 'scripts')) {
    if (!/\b(?:build|generate)\b/u.test(value) || /\b(?:docker|pkg)\b/u.test(value)) continue;
    for (const match of value.matchAll(/(?:\bcd|--prefix|--cwd|-C)[ =]+["']?(?:\.\/)?([\w./@-]+)/gu)) {
      const folder = match[1]!.replace(/\/+$/u, '');
      if (name === 'build' || !found.has(folder)) found.set(folder, name);
    }
  }
  return found;
}

/** The browser code among packages that a server builds into itself. */
export function servedSites(packages: readonly NodePackage[], workspaces: Workspaces): readonly Served[] {
  const sites = packages.filter((app) => hasPage(app) && !servesIn(app));
  const servers = sites.length === 0 ? [] : packages.filter(servesIn).map((app) => ({ app, hands: handedOut(app), scripts: buildScripts(app) }));
  return sites.flatMap(({ path: site, manifest }): readonly Served[] => {
    for (const { app, hands, scripts } of servers) {
      const below = app.path === '.' ? site : site.startsWith(`${app.path}/`) ? site.slice(app.path.length + 1) : undefined;
      const script = below === undefined ? undefined : scripts.get(below);
      if (script === 'build') return [{ site, server: app.path }];
      const build = script === undefined || textAt(app.manifest, 'scripts', 'build') !== undefined ? undefined : scriptFact(app.manifest, script, 'npm');
      if (build !== undefined) return [{ site, server: app.path, build }];
      const together = workspaces.of(site) !== undefined && workspaces.of(site) === workspaces.of(app.path);
      if (together && hands.has(folderName(site)) && textAt(manifest, 'scripts', 'build') !== undefined) return [{ site, server: app.path }];
    }
    return [];
  });
}
