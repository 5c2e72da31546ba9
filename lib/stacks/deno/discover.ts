import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, appPathOf, folderName, isPartOfProject, plainWorkspace } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { cite, citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import { envExamples } from '../../discovery/env-files.js';
import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import type { AppFindings, WorkerFindings } from '../../discovery/findings.js';
import { memberAt, readManifest, textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns, usesOf } from '../../discovery/services.js';
import { matches, sourcesIn } from '../../discovery/source.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import { listensOn } from '../bind-variables.js';
import { frameworkFacts } from '../frameworks.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandsOf, serverEntry, serves } from './commands.js';
import { frameworks } from './frameworks/registry.js';
import { dependenciesOf, language, taskAt, taskNames, workspaceMembers } from './project.js';
import type { DenoProject } from './project.js';
import { bindFacts, healthFacts, portFacts } from './server.js';

export const defaultPort = 8000;
const reads = [/\bDeno\.env\.get\(\s*["'`]([A-Za-z_]\w*)["'`]/gu, /\bprocess\.env\.([A-Za-z_]\w*)/gu];
/** Clients of Deno's own registries, by the client of npm that speaks to the same server. */
const npmTwins: Readonly<Record<string, string>> = { '@db/postgres': 'pg', '@bartlomieju/postgres': 'pg', postgresjs: 'pg', '@db/redis': 'ioredis', '@iuioiua/redis': 'ioredis' };

const versionFiles: readonly (readonly [string, RegExp])[] = [
  ['.dvmrc', /^[ \t]*v?(\d[\w.-]*)/mu],
  ['.deno-version', /^[ \t]*v?(\d[\w.-]*)/mu],
  ['.tool-versions', /^[ \t]*deno[ \t]+v?([^\s#]+)/mu],
  ['mise.toml', /^[ \t]*"?deno"?[ \t]*=[ \t]*["']v?([^"'\s]+)["']/mu],
];

function versionFacts(repository: Repository, path: string): readonly Fact<string>[] {
  const folders = path === '.' ? ['.'] : [path, '.'];
  return folders.flatMap((folder) => versionFiles.flatMap(([name, pattern]): readonly Fact<string>[] => {
    const file = joinPath(folder, name);
    const text = repository.read(file) ?? '';
    const match = pattern.exec(text);
    return match === null ? [] : [{ value: match[1]!, confidence: 'certain', evidence: [cite(file, text, match.index + match[0].search(/\S/u))] }];
  }));
}

/** A package for a registry names what it exports; a folder of Node.js's package manager belongs to that, unless its tasks run Deno. */
function isApp(app: DenoProject): boolean {
  const runs = taskNames(app).some((name) => /\bdeno (?:run|serve)\b|\bvite\b/u.test(taskAt(app, name)?.value ?? ''));
  const node = app.repository.exists(joinPath(app.path, 'package.json')) ? readManifest(app.repository, joinPath(app.path, 'package.json')).manifest : undefined;
  if (node !== undefined && (!runs || ['start', 'dev'].some((name) => textAt(node, 'scripts', name) !== undefined))) return false;
  const entry = serverEntry(app);
  const server = app.sources.some(({ code }) => serves.test(code));
  if (memberAt(app.manifest, 'exports') !== undefined && taskAt(app, 'start') === undefined && taskAt(app, 'dev') === undefined) return false;
  return entry !== undefined && (server || frameworkFacts(frameworks, dependenciesOf(app)).length > 0 || taskAt(app, 'start') !== undefined);
}

function workersOf({ repository, path }: DenoProject): readonly WorkerFindings[] {
  return procfileProcesses(repository, path).filter(({ name }) => name !== 'web' && name !== 'release').map(({ name, command }) => ({ name, start: [command], dev: [command] }));
}

/** The runtime's own database is a file where no address is given, and the container's root is read-only. */
function storageProblems({ sources }: DenoProject): readonly Diagnostic[] {
  return matches(sources, /\bDeno\.openKv\(\s*\)/gu).slice(0, 1).map(({ evidence }) => ({
    code: 'data-inside-container',
    severity: 'warning',
    message: `${evidence.file}:${evidence.line}: Deno KV keeps its data in a file of the container, which may not be written`,
    help: 'Give Deno.openKv the address of a KV server, from a variable',
  }));
}

function lockFile(repository: Repository, path: string): string | undefined {
  return repository.exists(joinPath(path, 'deno.lock')) ? 'deno.lock' : undefined;
}

/** The root of the workspace that lists this folder. */
function workspaceOf(path: string, root: Manifest | undefined): AppFindings['workspace'] {
  const members = root === undefined || path === '.' ? [] : workspaceMembers(root);
  return members.includes(path) ? plainWorkspace('.', members) : undefined;
}

function isTypescript({ sources }: DenoProject): boolean {
  return sources.length === 0 || sources.some(({ file }) => /\.tsx?$/u.test(file));
}

function findingsOf(app: DenoProject, root: Manifest | undefined, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path, manifest } = app;
  const dependencies = dependenciesOf(app);
  const clients = dependencies.map((each) => ({ ...each, name: npmTwins[each.name] ?? each.name }));
  const services = servicesFrom(technologies, (each) => [...packageSigns('npm', clients, each), ...environmentSigns(app.env, each)], ({ id }) => isDisabled(app.env, id));
  const uses = usesOf(services);
  const variables = variablesFrom(app.env, readsIn(app.sources, reads), (name) => /^(?:DENO_\w+|NODE_ENV)$/u.test(name));
  const kept = dataFindings({ repository, path, env: app.env, sources: app.sources, dependencies, reads: variables.map(({ name }) => name), uses, technologies });
  const port = portFacts(app, defaultPort);
  const workspace = workspaceOf(path, root);
  const lock = lockFile(repository, workspace === undefined ? path : workspace.root);
  const place = citeFile(manifest.file);
  const commands = commandsOf(app, best(port) ?? defaultPort);
  const listens = listensOn(repository, { bind: bindFacts(app), variables, start: commands.start });
  const found = appFindings({
    name: (textAt(manifest, 'name')?.value ?? '').replace(/^@[^/]*\//u, '') || folderName(repository, path),
    path,
    stack: 'deno',
    language: [{ value: isTypescript(app) ? 'typescript' : 'javascript', confidence: 'certain', evidence: [place] }],
    framework: frameworkFacts(frameworks, dependencies),
    packageManager: [{ value: { name: 'deno' }, confidence: 'certain', evidence: [place] }],
    ...(lock === undefined ? {} : { lockFile: lock }),
    ...(workspace === undefined ? {} : { workspace }),
    version: versionFacts(repository, path),
    port,
    health: healthFacts(app),
    ...listens,
    commands,
    installFiles: [manifest.file.slice(manifest.file.lastIndexOf('/') + 1), ...['package.json', '.npmrc', 'import_map.json'].filter((file) => repository.exists(joinPath(path, file)))],
    ...kept.found,
    variables,
    workers: workersOf(app),
    uses,
  });
  return { apps: [found], services, problems: [...bindProblems(listens.bind), ...storageProblems(app), ...kept.problems] };
}

/** Every application that runs on Deno: folders with a configuration of Deno and something that serves. */
export function discoverDeno(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = [...filesNamed(repository, 'deno.json'), ...filesNamed(repository, 'deno.jsonc')].filter((file) => isPartOfProject(appPathOf(file)));
  const folders = new Set(files.map(appPathOf));
  const readings = files.map((file) => readManifest(repository, file, { relaxed: true }));
  const manifests = readings.flatMap(({ manifest }) => manifest ?? []);
  const root = manifests.find(({ file }) => appPathOf(file) === '.');
  const apps = manifests
    .map((manifest): DenoProject => {
      const path = appPathOf(manifest.file);
      return { repository, path, manifest, sources: sourcesIn(repository, path, folders, language), env: envExamples(repository, path) };
    })
    .filter(isApp)
    .map((app) => findingsOf(app, root, technologies));
  return {
    apps: apps.flatMap((each) => each.apps),
    services: apps.flatMap((each) => each.services),
    problems: [...readings.flatMap(({ problems }) => problems), ...apps.flatMap((each) => each.problems)],
  };
}
