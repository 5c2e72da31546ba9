import type { Diagnostic } from '../../diagnostics.js';
import { bindProblems } from '../../discovery/bind.js';
import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { envExamples } from '../../discovery/env-files.js';
import type { AppFindings } from '../../discovery/findings.js';
import { readManifest, textAt, textsAt, wrongTypes } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { citeFile } from '../../discovery/cite.js';
import { usesOf } from '../../discovery/services.js';
import { filesNamed } from '../../discovery/file-index.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { isTypescript } from './app.js';
import type { NodePackage } from './app.js';
import { listeningOf } from './bind.js';
import { builtApp, withFrameworkServer } from './built.js';
import { commandProblems, commandsOf, serverEntry } from './commands.js';
import { keptData } from './data.js';
import { findFramework, frameworkFacts } from './framework.js';
import { healthFacts } from './health.js';
import { importGraph } from './imports.js';
import { hasPage, isNamedWorker, serves, servesIn, verdictOn } from './deployable.js';
import { buildSecrets, installFiles, installScripts } from './install.js';
import { jobsOf } from './jobs.js';
import { withTasks } from './moon.js';
import { nxApps } from './nx.js';
import { packageManagerOf } from './package-manager.js';
import { runnerOf } from './scripts.js';
import type { ScriptRunner } from './scripts.js';
import { schemaOf, withClient } from './prisma.js';
import { portFacts } from './port.js';
import { routePrefix } from './route-prefix.js';
import { servicesOf } from './services.js';
import { unreadableSettings } from './settings.js';
import { sourcesOf } from './source.js';
import type { Source } from '../../discovery/source.js';
import { servedSites } from './served.js';
import type { Served } from './served.js';
import { compilerLayout } from './typescript.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { belowRoot } from './workspace-paths.js';
import { isWorkerEntry, workersOf } from './workers.js';
import { toolBuild, workspaceOf } from './workspace-closure.js';
import { linkedOutside } from './workspace-limits.js';
import { importersOf, workspacesOf } from './workspaces.js';
import { systemPackagesOf } from './system-packages.js';
import type { Workspaces } from './workspaces.js';

/** Packages there are material, not parts of the project. */
const notApps = /(?:^|\/)(?:tests?|__tests__|fixtures|__fixtures__|examples?|samples|templates|testdata|docs?|e2e|bench(?:marks?)?)(?:\/|$)/u;
const shape = {
  name: 'string', version: 'string', main: 'string', packageManager: 'string',
  scripts: 'texts', dependencies: 'texts', devDependencies: 'texts', optionalDependencies: 'texts', engines: 'object', volta: 'object',
} as const;

function languageFacts(app: NodePackage): readonly Fact<string>[] {
  const configuration = joinPath(app.path, 'tsconfig.json');
  const dependency = ['dependencies', 'devDependencies'].flatMap((field) => textsAt(app.manifest, field)).find(({ name }) => name === 'typescript');
  if (!isTypescript(app)) return [{ value: 'javascript', confidence: 'certain', evidence: [citeFile(app.manifest.file)] }];
  const evidence = [...(dependency === undefined ? [] : [dependency.evidence]), ...(app.repository.exists(configuration) ? [citeFile(configuration)] : [])];
  return [{ value: 'typescript', confidence: 'certain', evidence }];
}

/** The files that say how the server runs: those that its entry loads, or all where no entry is known. */
function serverSources(app: NodePackage, entry: string | undefined): readonly Source[] {
  const reached = entry === undefined ? [] : app.graph.reachable([entry]);
  return reached.some(serves) ? reached : app.sources;
}

/** The route that a framework answers by itself. */
function ownHealth(framework: readonly Fact<string>[], path: string | undefined): readonly Fact<string>[] {
  return path === undefined ? [] : [{ value: path, confidence: 'likely', evidence: framework[0]?.evidence ?? [] }];
}

/** What surrounds a package. */
interface Surroundings {
  readonly root: Manifest | undefined;
  readonly workspaces: Workspaces;
  /** Every package by its folder. */
  readonly packages: ReadonlyMap<string, NodePackage>;
  /** Browser code that servers build into themselves. */
  readonly served: readonly Served[];
  readonly technologies: readonly DetectableTechnology[];
}

/** How an app is installed and built: by itself, or as a package of its workspace. */
function placeOf(app: NodePackage, { workspaces, served }: Surroundings, runner: ScriptRunner, declared: AppFindings['commands']) {
  const { repository, path, manifest } = app;
  const above = workspaces.of(path);
  const own = served.filter(({ server }) => server === path);
  const build = withClient(app, declared.build.length > 0 ? declared.build : own.flatMap(({ build: script }) => script ?? []));
  const commands = { ...declared, build };
  const schema = schemaOf(app);
  const sites = own.map(({ site }) => site).filter((site) => workspaces.of(site) === above);
  const place = above === undefined ? undefined : workspaceOf(repository, workspaces, path, runner, sites);
  if (above === undefined || place === undefined) return { found: { commands, installFiles: [...installFiles(repository, path), ...(schema === undefined ? [] : [schema])], installScripts: installScripts(manifest), systemPackages: systemPackagesOf([manifest]), buildSecrets: buildSecrets(repository, path) }, problems: linkedOutside(app) };
  const { workspace, problems } = place;
  const owners = [...new Set([workspace.root, ...workspace.packages])].flatMap((folder) => workspaces.manifest(folder) ?? []);
  const tool = path === workspace.root ? undefined : toolBuild(repository, above, manifest);
  const whole = tool === undefined ? build : [{ value: tool, confidence: 'certain' as const, evidence: commands.build[0]?.evidence ?? [] }];
  const found = {
    workspace,
    commands: { ...commands, build: whole },
    installFiles: [...installFiles(repository, workspace.root), ...(schema === undefined ? [] : [joinPath(belowRoot(workspace, path), schema)])],
    installScripts: [...new Set(owners.flatMap(installScripts))],
    systemPackages: systemPackagesOf(owners, workspace.runtime.flatMap((folder) => workspaces.manifest(folder) ?? [])),
    buildSecrets: buildSecrets(repository, workspace.root),
  };
  return { found, problems };
}

function findingsOf(app: NodePackage, surroundings: Surroundings): StackDiscovery {
  const { root, workspaces, packages, technologies } = surroundings;
  const { repository, path, manifest } = app;
  const above = { workspace: workspaces.of(path), root };
  const manager = packageManagerOf(repository, path, manifest, above);
  const runner = runnerOf(best(manager.facts));
  const framework = frameworkFacts(manifest);
  const known = findFramework(best(framework));
  const scripts = commandsOf(app, runner);
  const built = builtApp(app, known, scripts, workspaces.of(path) !== undefined);
  const commands = built?.commands ?? scripts;
  const entry = serverEntry(app, commands);
  const server = serverSources(app, entry);
  const workers = workersOf(app, entry, runner);
  const { jobs, problems: jobProblems } = jobsOf(app, runner);
  const serving = framework.length > 0 || servesIn(app);
  const role = isNamedWorker(app) || (!serving && (workers.length > 0 || isWorkerEntry(app, entry))) ? 'worker' : (built?.role ?? 'web');
  // yarn's newer versions refuse to run a script where they have not installed: development gets what they installed from the image
  const port = role === 'worker' ? [] : (built?.port ?? portFacts(app, server, known?.defaultPort));
  const place = placeOf(app, surroundings, best(manager.facts)?.name === 'yarn-berry' ? 'npm' : runner, built === undefined ? withFrameworkServer(commands, known, best(port)) : commands);
  const prefix = role === 'worker' ? undefined : routePrefix(server);
  const inside = ('workspace' in place.found ? place.found.workspace.runtime : []).filter((folder) => folder !== path).flatMap((folder) => packages.get(folder) ?? []);
  const variables = variablesOf(app, technologies, inside);
  const services = servicesOf(app, technologies, inside, variables);
  const uses = usesOf(services);
  const kept = keptData(app, variables, uses, technologies);
  const listens = role === 'web' ? listeningOf(app, server, { variables, loopbackByDefault: known?.listensOnLoopback === true, isBuilt: built !== undefined, start: commands.start }) : { bind: [] };
  const found: AppFindings = {
    name: (textAt(manifest, 'name')?.value ?? '').replace(/^@[^/]*\//u, '') || (path === '.' ? repository.name : path.slice(path.lastIndexOf('/') + 1)),
    path,
    role,
    stack: 'node',
    language: languageFacts(app),
    framework,
    packageManager: manager.facts,
    ...(manager.lockFile === undefined ? {} : { lockFile: manager.lockFile }),
    version: versionFacts(repository, path, manifest, above),
    port,
    health: role === 'web' ? [...healthFacts(app, server), ...ownHealth(framework, known?.health)] : [],
    ...(built?.output === undefined ? {} : { output: built.output }),
    ...(prefix === undefined ? {} : { prefix }),
    ...listens,
    ...place.found,
    ...kept.found,
    variables,
    workers: role === 'worker' ? workers.filter(({ start }) => start.length > 0) : workers,
    jobs,
    // what the environment example turns off is shown, not used
    uses,
  };
  return { apps: [found], services, problems: [...manager.problems, ...place.problems, ...kept.problems, ...jobProblems, ...(built === undefined ? commandProblems(app, commands) : built.problems), ...bindProblems(listens.bind)] };
}

/** A package with everything that questions about it are answered from. */
export function packageAt(repository: Repository, path: string, manifest: Manifest, folders: ReadonlySet<string>): NodePackage {
  const sources = sourcesOf(repository, path, folders);
  const layout = compilerLayout(repository, path);
  return { repository, path, manifest, sources, layout, graph: importGraph(sources, layout), env: envExamples(repository, path, { sources }) };
}

/** Why packages are no apps, in a line each; a large workspace has more of them than anybody reads. */
function refusals(refused: readonly (readonly [path: string, reason: string])[]): readonly Diagnostic[] {
  const most = 20;
  const lines = refused.slice(0, most).map(([path, reason]) => `${path === '.' ? 'package.json' : path} is ${reason}`);
  const more = refused.length - lines.length;
  return [...lines, ...(more > 0 ? [`${more} more packages are libraries or tools`] : [])].map((message) => ({ code: 'package-is-no-app', severity: 'info', message }));
}

/** Apps of one workspace share what development installs: each knows the packages of all, and what they are compiled with. */
function withMembers(apps: readonly AppFindings[]): readonly AppFindings[] {
  const members = new Map<string, Set<string>>();
  const tools = new Map<string, Set<string>>();
  for (const { workspace, systemPackages } of apps) for (const name of workspace === undefined ? [] : systemPackages.build) tools.set(workspace!.root, (tools.get(workspace!.root) ?? new Set()).add(name));
  for (const { workspace } of apps) for (const folder of workspace?.packages ?? []) members.set(workspace!.root, (members.get(workspace!.root) ?? new Set()).add(folder));
  return apps.map((app) => (app.workspace === undefined ? app : { ...app, workspace: { ...app.workspace, members: [...members.get(app.workspace.root)!].toSorted() }, systemPackages: { ...app.systemPackages, build: [...(tools.get(app.workspace.root) ?? [])].toSorted() } }));
}

/** Every Node.js application of the repository: packages that start something. */
export function discoverNode(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = filesNamed(repository, 'package.json').filter((file) => !/(?:^|\/)(?:fixtures|__fixtures__|testdata)\//u.test(file));
  const readings = files.map((file) => ({ file, path: folderOf(file) || '.', reading: readManifest(repository, file), material: notApps.test(folderOf(file)) }));
  const manifests = new Map(readings.flatMap(({ path, reading }) => (reading.manifest === undefined ? [] : [[path, withTasks(repository, path, reading.manifest)] as const])));
  const workspaces = workspacesOf(repository, manifests);
  const importers = importersOf(workspaces);
  const folders = new Set(readings.filter(({ material }) => !material).map(({ path }) => path));
  const problems = readings.filter(({ material }) => !material)
    .flatMap(({ reading }) => [...reading.problems, ...(reading.manifest === undefined ? [] : wrongTypes(reading.manifest, shape))]);
  const nx = nxApps(repository, manifests.get('.'), (folder) => manifests.has(folder), technologies);
  const owned = new Set([...folders, ...nx.folders]);
  const packages = [...folders].flatMap((path) => (manifests.has(path) ? [packageAt(repository, path, manifests.get(path)!, owned)] : []));
  const judged = packages.map((app) => ({ app, verdict: verdictOn(app, importers.get(app.path)) }));
  const served = servedSites(judged.filter(({ app, verdict }) => verdict.deployable || hasPage(app)).map(({ app }) => app), workspaces);
  const verdicts = judged.map(({ app, verdict }) => {
    const into = served.find(({ site }) => site === app.path);
    return { app, verdict: into === undefined ? verdict : { deployable: false as const, reason: `browser code that ${into.server === '.' ? 'the server at the root' : into.server} builds and serves` } };
  });
  const surroundings = { root: manifests.get('.'), workspaces, packages: new Map(packages.map((each) => [each.path, each])), served, technologies };
  const found = verdicts.flatMap(({ app, verdict }) => (verdict.deployable ? [findingsOf(app, surroundings)] : []));
  const refused = verdicts.flatMap(({ app, verdict }) => (verdict.deployable || verdict.reason === undefined ? [] : [[app.path, verdict.reason] as const]));
  return {
    apps: withMembers([...found, nx].flatMap(({ apps }) => apps)),
    services: [...found, nx].flatMap(({ services }) => services),
    problems: [...problems, ...workspaces.problems, ...unreadableSettings(repository, folders), ...nx.problems, ...found.flatMap((each) => each.problems), ...refusals(refused)],
  };
}
