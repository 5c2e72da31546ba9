import type { Diagnostic } from '../../diagnostics.js';
import { best, ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { envExamples } from '../../discovery/env-files.js';
import type { AppFindings } from '../../discovery/findings.js';
import { memberAt, readManifest, textAt, textsAt, wrongTypes } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { citeFile } from '../../discovery/cite.js';
import { usesOf } from '../../discovery/services.js';
import { filesNamed } from '../../discovery/file-index.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { isTypescript } from './app.js';
import type { NodePackage } from './app.js';
import { bindFacts, bindProblems } from './bind.js';
import { commandProblems, commandsOf, serverEntry } from './commands.js';
import { findFramework, frameworkFacts } from './framework.js';
import { healthFacts } from './health.js';
import { importGraph } from './imports.js';
import { installFiles, installScripts } from './install.js';
import { jobsOf } from './jobs.js';
import { missingServices } from './missing-services.js';
import { packageManagerOf } from './package-manager.js';
import { runnerOf } from './scripts.js';
import { portFacts } from './port.js';
import { servicesOf } from './services.js';
import { sourcesOf } from './source.js';
import type { Source } from '../../discovery/source.js';
import { compilerLayout } from './typescript.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { isWorkerEntry, takesJobs, workersOf } from './workers.js';

/** Packages there are material, not parts of the project. */
const notApps = /(?:^|\/)(?:tests?|__tests__|fixtures|__fixtures__|examples?|samples|templates|testdata|docs?|e2e|bench(?:marks?)?)(?:\/|$)/u;
const shape = {
  name: 'string', version: 'string', main: 'string', packageManager: 'string',
  scripts: 'texts', dependencies: 'texts', devDependencies: 'texts', optionalDependencies: 'texts', engines: 'object', volta: 'object',
} as const;
const serves = /\.listen\(|\bcreateServer\s*\(|(?<![\w$.])serve\(\s*\{/u;

function languageFacts(app: NodePackage): readonly Fact<string>[] {
  const configuration = joinPath(app.path, 'tsconfig.json');
  const dependency = ['dependencies', 'devDependencies'].flatMap((field) => textsAt(app.manifest, field)).find(({ name }) => name === 'typescript');
  if (!isTypescript(app)) return [{ value: 'javascript', confidence: 'certain', evidence: [citeFile(app.manifest.file)] }];
  const evidence = [...(dependency === undefined ? [] : [dependency.evidence]), ...(app.repository.exists(configuration) ? [citeFile(configuration)] : [])];
  return [{ value: 'typescript', confidence: 'certain', evidence }];
}

/** A package that others import says what it offers, and starts nothing. */
function isLibrary(manifest: Manifest): boolean {
  const starts = ['start', 'start:prod', 'dev', 'start:dev'].some((name) => textAt(manifest, 'scripts', name) !== undefined);
  return !starts && ['exports', 'types', 'typings', 'module', 'files'].some((field) => memberAt(manifest, field) !== undefined);
}

/** Whether the package is something that runs. A library, or the root of a workspace that only calls its packages, is none. */
function isApp(app: NodePackage): boolean {
  const { manifest, path, sources } = app;
  if (frameworkFacts(manifest).length > 0 && sources.length > 0) return true;
  if (isLibrary(manifest)) return false;
  if (sources.some((source) => serves.test(source.code) || takesJobs(source))) return true;
  const commands = commandsOf(app, 'npm');
  const started = textAt(manifest, 'scripts', 'start') !== undefined && serverEntry(app, { start: commands.start, dev: [] }) !== undefined;
  const workspace = memberAt(manifest, 'workspaces') !== undefined || app.repository.exists(joinPath(path, 'pnpm-workspace.yaml'));
  if (path !== '.' || workspace) return started;
  return started || ['start', 'start:prod', 'dev'].some((name) => textAt(manifest, 'scripts', name) !== undefined);
}

/** The files that say how the server runs: those that its entry loads, or all where no entry is known. */
function serverSources(app: NodePackage, entry: string | undefined): readonly Source[] {
  const reached = entry === undefined ? [] : app.graph.reachable([entry]);
  return reached.some((source) => serves.test(source.code)) ? reached : app.sources;
}

function findingsOf(app: NodePackage, root: Manifest | undefined, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path, manifest } = app;
  const manager = packageManagerOf(repository, path, manifest, root);
  const runner = runnerOf(best(manager.facts));
  const commands = commandsOf(app, runner);
  const entry = serverEntry(app, commands);
  const server = serverSources(app, entry);
  const framework = frameworkFacts(manifest);
  const known = findFramework(best(framework));
  const workers = workersOf(app, entry, runner);
  const { jobs, problems: jobProblems } = jobsOf(app, runner);
  const serving = framework.length > 0 || app.sources.some((source) => serves.test(source.code));
  const role = !serving && (workers.length > 0 || isWorkerEntry(app, entry)) ? 'worker' : 'web';
  const bind = ranked(bindFacts(server, known?.listensOnLoopback === true));
  const services = servicesOf(app, technologies);
  const found: AppFindings = {
    name: (textAt(manifest, 'name')?.value ?? '').replace(/^@[^/]*\//u, '') || (path === '.' ? repository.name : path.slice(path.lastIndexOf('/') + 1)),
    path,
    role,
    stack: 'node',
    language: languageFacts(app),
    framework,
    packageManager: manager.facts,
    ...(manager.lockFile === undefined ? {} : { lockFile: manager.lockFile }),
    version: versionFacts(repository, path, manifest, root),
    port: role === 'worker' ? [] : portFacts(app, server, known?.defaultPort),
    health: role === 'worker' ? [] : healthFacts(app, server),
    bind: role === 'worker' ? [] : bind,
    commands,
    systemPackages: { build: [], runtime: [] },
    buildSecrets: [],
    installFiles: installFiles(repository, path),
    installScripts: installScripts(manifest),
    variables: variablesOf(app),
    workers,
    jobs,
    // what the environment example turns off is shown, not used
    uses: usesOf(services),
  };
  return { apps: [found], services, problems: [...manager.problems, ...missingServices(app), ...jobProblems, ...commandProblems(app, commands), ...(role === 'web' ? bindProblems(bind) : [])] };
}

/** A package with everything that questions about it are answered from. */
export function packageAt(repository: Repository, path: string, manifest: Manifest, folders: ReadonlySet<string>): NodePackage {
  const sources = sourcesOf(repository, path, folders);
  const layout = compilerLayout(repository, path);
  return { repository, path, manifest, sources, layout, graph: importGraph(sources, layout), env: envExamples(repository, path) };
}

/** Every Node.js application of the repository: packages that start something. */
export function discoverNode(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = filesNamed(repository, 'package.json').filter((file) => !notApps.test(folderOf(file)));
  const folders = files.map((file) => folderOf(file) || '.');
  const others = new Set(folders);
  const readings = files.map((file) => readManifest(repository, file));
  const root = readings[folders.indexOf('.')]?.manifest;
  const problems: Diagnostic[] = readings.flatMap((reading) => [...reading.problems, ...(reading.manifest === undefined ? [] : wrongTypes(reading.manifest, shape))]);
  const found = readings
    .flatMap(({ manifest }) => (manifest === undefined ? [] : [packageAt(repository, folderOf(manifest.file) || '.', manifest, others)]))
    .filter(isApp)
    .map((app) => findingsOf(app, root, technologies));
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    problems: [...problems, ...found.flatMap((each) => each.problems)],
  };
}
