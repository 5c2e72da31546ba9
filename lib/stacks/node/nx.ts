import type { Diagnostic } from '../../diagnostics.js';
import { appFindings } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { citeFile } from '../../discovery/cite.js';
import { best } from '../../discovery/evidence.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { envExamples } from '../../discovery/env-files.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { memberAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import type { Source } from '../../discovery/source.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { serveFiles } from '../static-files.js';
import { sourceFile } from './app.js';
import type { NodePackage } from './app.js';
import { listeningOf } from './bind.js';
import { portsOfBuilt } from './built.js';
import { keptData } from './data.js';
import { findFramework, frameworkFacts } from './framework.js';
import { healthFacts } from './health.js';
import { importGraph, importNames } from './imports.js';
import { buildSecrets, installFiles, installScripts } from './install.js';
import { buildEvidence, nxProjects, outcomeOf } from './nx-project.js';
import type { NxOutcome, NxProject } from './nx-project.js';
import { atRoot, processesOf, schemaOfProject } from './nx-processes.js';
import { packageManagerOf } from './package-manager.js';
import { portFacts } from './port.js';
import { withClient } from './prisma.js';
import { routePrefix } from './route-prefix.js';
import { runnerOf } from './scripts.js';
import { servicesOf } from './services.js';
import { sourcesOf } from './source.js';
import { systemPackagesOf } from './system-packages.js';
import { compilerLayout } from './typescript.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { isWorkerEntry } from './workers.js';

/** Ports that the generators of Nx write: their development servers, and what their servers fall back to. */
const portOfPages = 4200;
const portOfPrograms = 3000;

/** The package that an import names. */
const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** The root's manifest as far as it is of one app: its dependencies are those that the app's sources import. */
function manifestOf(root: Manifest, sources: readonly Source[], always: readonly string[]): Manifest {
  const used = new Set([...always, ...sources.flatMap(importNames).map(packageOf)]);
  const members = new Map([...root.members].filter(([name]) => !['name', 'main', 'bin', 'scripts', 'workspaces', 'exports', 'files'].includes(name)));
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const member = memberAt(root, field);
    if (member?.node.kind === 'object') members.set(field, { ...member, node: { ...member.node, members: new Map([...member.node.members].filter(([name]) => used.has(name))) } });
  }
  return { ...root, members };
}

/** The app with the libraries of the workspace that it loads. */
function packageAt(repository: Repository, root: Manifest, project: NxProject, projects: readonly NxProject[], outcome: NxOutcome): { readonly app: NodePackage; readonly server: readonly Source[]; readonly entry: string | undefined } {
  const folders = new Set(projects.map(({ folder }) => folder));
  const layout = compilerLayout(repository, project.folder);
  const own = sourcesOf(repository, project.folder, folders);
  const libraries = projects.filter(({ isApp }) => !isApp).flatMap(({ folder }) => sourcesOf(repository, folder, folders));
  const graph = importGraph([...own, ...libraries], layout);
  const sources = graph.reachable(own.map(({ file }) => file));
  const env = [...envExamples(repository, project.folder), ...envExamples(repository, '.')];
  const schema = outcome.kind === 'files' ? undefined : schemaOfProject(repository, root, project, projects, sources);
  const always = outcome.kind === 'next' ? ['next'] : outcome.kind === 'files' ? ['vite'] : [];
  const manifest = manifestOf(root, sources, schema === undefined ? always : [...always, 'prisma', '@prisma/client']);
  const app = { repository, path: project.folder, manifest, sources, layout, graph, env, schema };
  const entry = outcome.kind === 'program' ? (outcome.entry ?? sourceFile(app, 'src/main.ts') ?? sourceFile(app, 'src/index.ts')) : undefined;
  const reached = entry === undefined ? [] : graph.reachable([entry]);
  return { app, entry, server: reached.length > 0 ? reached : sources };
}

/** Commands run at the root of the workspace, where Nx's own run. */
function commandsOf({ name, folder }: NxProject, outcome: NxOutcome, port: number, evidence: readonly Evidence[]): AppFindings['commands'] {
  const certain = (value: Argv): readonly Fact<Argv>[] => [{ value, confidence: 'certain', evidence }];
  const build = certain(['nx', 'build', name]);
  if (outcome.kind === 'files') return { start: certain(serveFiles), dev: certain(['nx', 'serve', name, '--host', '0.0.0.0', '--port', String(port)]), build, test: [] };
  if (outcome.kind === 'next') return { start: certain(['next', 'start', folder]), dev: certain(['next', 'dev', folder, '-H', '0.0.0.0', '-p', String(port)]), build, test: [] };
  return { start: certain(['node', `${outcome.output}/${outcome.file}`]), dev: certain(['nx', 'serve', name]), build, test: [] };
}

function findingsOf(repository: Repository, root: Manifest, project: NxProject, projects: readonly NxProject[], outcome: NxOutcome, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { folder, name, manifest } = project;
  const { app, server, entry } = packageAt(repository, root, project, projects, outcome);
  const framework = frameworkFacts(app.manifest);
  const known = findFramework(best(framework));
  const manager = packageManagerOf(repository, '.', root, { root });
  const line = buildEvidence(project)?.evidence ?? citeFile(manifest.file);
  const isWorker = outcome.kind === 'program' && framework.length === 0 && server.some((source) => isWorkerEntry(app, source.file));
  const role = outcome.kind === 'files' ? 'static' : isWorker ? 'worker' : 'web';
  const port = role === 'worker' ? [] : outcome.kind === 'files' ? portsOfBuilt(app, portOfPages) : portFacts(app, server, known?.defaultPort ?? portOfPrograms);
  const commands = commandsOf(project, outcome, best(port) ?? portOfPrograms, [line]);
  const running = atRoot(app, root, project);
  const variables = variablesOf(app, technologies);
  const prefix = role === 'web' ? routePrefix(server) : undefined;
  const services = servicesOf(app, technologies);
  const uses = usesOf(services);
  const { workers, jobs, runtimeFiles } = processesOf(running, root, project, outcome, entry, runnerOf(best(manager.facts)));
  const kept = keptData(running, variables, uses, technologies);
  const listens = role === 'web' ? listeningOf(app, server, { variables, start: commands.start, loopbackByDefault: known?.listensOnLoopback === true, isBuilt: outcome.kind === 'next' }) : { bind: [] };
  const found = appFindings({
    name,
    path: folder,
    role,
    stack: 'node',
    language: [{ value: repository.exists(joinPath(folder, 'tsconfig.json')) ? 'typescript' : 'javascript', confidence: 'certain', evidence: [citeFile(manifest.file)] }],
    framework,
    packageManager: manager.facts,
    ...(manager.lockFile === undefined ? {} : { lockFile: manager.lockFile }),
    workspace: { root: '.', packages: ['.'], runtime: ['.'], members: ['.'], builds: [], files: [] },
    version: versionFacts(repository, '.', root, { root }),
    port,
    health: role === 'web' ? healthFacts(app, server) : [],
    ...(outcome.kind === 'next' ? {} : { output: outcome.output }),
    ...(prefix === undefined ? {} : { prefix }),
    ...listens,
    commands: { ...commands, build: withClient(running, commands.build) },
    installFiles: [...installFiles(repository, '.'), ...(app.schema === undefined ? [] : [app.schema])],
    installScripts: installScripts(root),
    systemPackages: systemPackagesOf([root], [app.manifest]),
    buildSecrets: buildSecrets(repository, '.'),
    ...(runtimeFiles.length === 0 ? {} : { runtimeFiles }),
    ...kept.found,
    variables,
    workers: role === 'worker' ? workers.filter(({ start }) => start.length > 0) : workers,
    jobs: jobs.jobs,
    uses,
  });
  return { apps: [found], services, problems: [...manager.problems, ...kept.problems, ...jobs.problems, ...bindProblems(listens.bind)] };
}

function unknown({ manifest }: NxProject): Diagnostic {
  return {
    code: 'nx-app-without-manifest',
    severity: 'warning',
    message: `${manifest.file}: nothing in this app of Nx says what its build leaves`,
    help: 'Describe it in a brief (--from FILE), or give it a package.json with a start script',
  };
}

/** Suites of tests are applications for Nx. */
const isSuite = ({ folder }: NxProject): boolean => /(?:^|[/-])(?:e2e|tests?|storybook)$/u.test(folder);

/** Folders of Nx that share the root's manifest, and the apps among them. */
export function nxApps(repository: Repository, root: Manifest | undefined, hasManifest: (folder: string) => boolean, technologies: readonly DetectableTechnology[]): StackDiscovery & { readonly folders: readonly string[] } {
  const projects = root === undefined ? [] : nxProjects(repository, hasManifest);
  const found = projects.filter((project) => project.isApp && !isSuite(project)).map((project): StackDiscovery => {
    const outcome = outcomeOf(repository, project);
    return outcome === undefined ? { apps: [], services: [], problems: [unknown(project)] } : findingsOf(repository, root!, project, projects, outcome, technologies);
  });
  return { folders: projects.map(({ folder }) => folder), apps: found.flatMap(({ apps }) => apps), services: found.flatMap(({ services }) => services), problems: found.flatMap(({ problems }) => problems).slice(0, 20) };
}
