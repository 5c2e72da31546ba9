import { dataFindings } from '../../discovery/data.js';
import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, appPathOf, folderName, isPartOfProject } from '../../discovery/app-findings.js';
import { citeFile } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { ranked } from '../../discovery/evidence.js';
import { filesMatching, filesNamed } from '../../discovery/file-index.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import { matches } from '../../discovery/source.js';
import { listensOn } from '../bind-variables.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { djangoCommands, entryCommands, serverOf } from './commands.js';
import type { Commands } from './commands.js';
import { djangoOf } from './django.js';
import type { DjangoProject } from './django.js';
import { ownFile, programsOf } from './entry.js';
import type { Entry } from './entry.js';
import type { Framework } from './frameworks/framework.js';
import { detect } from './detect.js';
import { djangoHealth, entryHealth } from './health.js';
import { pipSettingsOf } from './indexes.js';
import { installProblems } from './install-problems.js';
import { jobsOf } from './jobs.js';
import { layoutOf } from './layout.js';
import { managerOf } from './manager.js';
import type { Manager } from './manager.js';
import { manifestNames, readProject } from './project.js';
import type { PythonProject } from './project.js';
import { portFacts } from './port.js';
import { reloading } from './reload.js';
import { servicesOf } from './services.js';
import { systemPackagesOf } from './system-packages.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { firstLoop, variablesOfWorkers, workersOf } from './workers.js';

/** Installed beside a requirements file in `requirements/`, the project is the folder above. */
function projectFolders(repository: Repository): readonly string[] {
  const named = manifestNames.flatMap((name) => filesNamed(repository, name)).map(appPathOf);
  const requirements = filesMatching(repository, /requirements.*\.(?:txt|in)$|^(?:base|prod|production)\.txt$/iu).map((file) => {
    const folder = folderOf(file);
    return /(?:^|\/)requirements$/u.test(folder) ? folderOf(folder) || '.' : /\/?(?:base|prod|production)\.txt$/u.test(file) ? undefined : folder || '.';
  });
  return [...new Set([...named, ...requirements.flatMap((each) => each ?? [])])].filter((path) => isPartOfProject(path) && !/(?:^|\/)\.[^/]/u.test(path)).toSorted();
}

/** A manage.py or a setup of tools below a folder with manifests belongs to that project. */
function owners(repository: Repository, folders: readonly string[]): readonly string[] {
  const declares = (path: string): boolean => manifestNames.some((name) => name !== 'manage.py' && name !== 'setup.cfg' && repository.exists(joinPath(path, name)));
  const isAbove = (top: string, path: string): boolean => top !== path && (top === '.' || path.startsWith(`${top}/`));
  return folders.filter((path) => declares(path) || !folders.some((top) => isAbove(top, path) && declares(top)));
}

interface Shape {
  readonly role: AppFindings['role'];
  readonly commands: Commands;
  readonly entry?: Entry;
}

const fact = (value: Argv, evidence: Fact<Argv>['evidence'], confidence: Fact<Argv>['confidence'] = 'likely'): Fact<Argv> => ({ value, confidence, evidence });

/** A program without a framework: one of the usual names, that runs on its own. */
function programShape(project: PythonProject, workers: AppFindings['workers']): Shape | undefined {
  const usual = programsOf(project).find(({ file }) => /^(?:(?:app|src|bot)\/)?(?:\w+_)?(?:main|app|run|bot|worker|consumer|server|__main__)\.py$/u.test(ownFile(project, file)));
  const first = workers[0];
  if (first !== undefined) return { role: 'worker', commands: { start: first.start, dev: first.dev } };
  if (usual === undefined || project.isPackage || project.dependencies.length === 0 || firstLoop(project) === undefined) return undefined;
  const start = [fact(['python', ownFile(project, usual.file)], [citeFile(usual.file)])];
  return { role: 'worker', commands: { start, dev: start.map((each) => ({ ...each, value: reloading(each.value) })) } };
}

/** A server of no known framework, such as one on `http.server`, which the author starts by the `web` line of a Procfile. */
function declaredShape({ repository, path }: PythonProject): Shape | undefined {
  const web = procfileProcesses(repository, path).find(({ name }) => name === 'web');
  return web === undefined ? undefined : { role: 'web', commands: { start: [web.command], dev: [{ ...web.command, value: reloading(web.command.value) }] } };
}

function shapeOf(project: PythonProject, django: DjangoProject | undefined, framework: Framework | undefined, entry: Entry | undefined, port: number, workers: AppFindings['workers']): Shape | undefined {
  if (django !== undefined) return { role: 'web', commands: djangoCommands(project, django, port, project.dependencies.some(({ name }) => name === 'channels')) };
  if (framework !== undefined && entry !== undefined) return { role: 'web', commands: entryCommands(project, framework, entry, port), entry };
  return declaredShape(project) ?? programShape(project, workers);
}

function testFacts(project: PythonProject, django: DjangoProject | undefined): readonly Fact<Argv>[] {
  const pytest = [...project.development, ...project.dependencies].find(({ name }) => name === 'pytest' || name === 'pytest-django');
  if (pytest !== undefined) return [fact(['pytest'], [pytest.evidence])];
  return django === undefined ? [] : [fact(['python', django.manage, 'test'], [django.evidence])];
}

/** Files for browsers are collected where the settings say where to. */
function buildFacts(django: DjangoProject | undefined): readonly Fact<Argv>[] {
  const root = django === undefined ? undefined : matches(django.settings, /^[ \t]*STATIC_ROOT[ \t]*=/gmu)[0];
  return root === undefined || django === undefined ? [] : [fact(['python', django.manage, 'collectstatic', '--noinput'], [root.evidence])];
}

const noServer = (path: string, server: string): Diagnostic => ({
  code: 'no-production-server',
  severity: 'warning',
  message: `${path === '.' ? 'the application' : path}: no server for production is among its dependencies, so its image gets ${server}`,
  help: `Add ${server} to the dependencies to choose its version`,
});

function languageFacts(project: PythonProject): readonly Fact<string>[] {
  const file = project.manifests[0];
  return [{ value: 'python', confidence: 'certain', evidence: file === undefined ? [] : [citeFile(joinPath(project.path, file))] }];
}

/** Manifests of the app, of its workspace and of what it installs from the repository, all relative to the repository. */
function installedOf({ repository, path, requirements, manifests, locals }: PythonProject, { workspaceFiles }: Manager): { readonly files: readonly string[]; readonly folders: readonly string[] } {
  const own = manifests.filter((name) => ['pyproject.toml', 'setup.cfg', 'setup.py', 'Pipfile', 'environment.yml', 'environment.yaml'].includes(name)).map((name) => joinPath(path, name));
  const settings = [joinPath(path, 'uv.toml'), ...workspaceFiles.map((file) => joinPath(folderOf(file), 'uv.toml'))].filter((file) => repository.exists(file));
  return { files: [...requirements, ...own, ...workspaceFiles, ...settings, ...locals.files, ...pipSettingsOf(repository, path)], folders: locals.folders };
}

function findingsOf(project: PythonProject, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path } = project;
  const django = djangoOf(project);
  const { framework, entry, facts } = detect(project, django);
  // the servers of production listen on 8000 whichever framework they serve
  const served = framework !== undefined && framework.kind !== 'program' && serverOf(project, framework.kind) !== undefined;
  const ports = portFacts(project, served ? 8000 : (framework?.defaultPort ?? 8000));
  const port = ranked(ports)[0]!.value;
  const found = [...workersOf(project, django), ...(framework?.workers ?? []).map(({ name, command }) => ({ name, single: true, start: [fact(command, facts[0]?.evidence ?? [])], dev: [] }))];
  const shape = shapeOf(project, django, framework, entry, port, found);
  if (shape === undefined || (shape.role === 'web' && project.isPackage && django === undefined && isLibrary(project))) return { apps: [], services: [], problems: [] };
  const workers = shape.role === 'worker' ? found.slice(1) : found;
  // what a service is shown by, and what it then gives
  const services = servicesOf(project, technologies, variablesOf(project, framework?.shared ?? [], technologies, []));
  const uses = usesOf(services);
  const variables = variablesOf(project, [...(framework?.shared ?? []), ...variablesOfWorkers(found)], technologies, uses);
  const kept = dataFindings({ repository, path, base: django?.root, env: project.env, sources: project.sources, dependencies: project.dependencies, reads: variables.map(({ name }) => name), uses, technologies });
  const manager = managerOf(project);
  const health: readonly Fact<string>[] = django !== undefined ? djangoHealth(project, django) : framework?.health !== undefined
    ? [{ value: framework.health, confidence: 'likely', evidence: [] }] : entry === undefined ? [] : entryHealth(entry);
  const app = appFindings({
    name: folderName(repository, path), path, stack: 'python', role: shape.role,
    language: languageFacts(project),
    framework: shape.role === 'web' ? facts : [],
    packageManager: manager.facts,
    ...layoutOf(path, { ...installedOf(project, manager), ...(manager.lockFile === undefined ? {} : { lockFile: manager.lockFile }) }),
    version: versionFacts(project),
    port: shape.role === 'worker' ? [] : ports,
    health: shape.role === 'worker' ? [] : health,
    ...(shape.role === 'worker' ? {} : listensOn(repository, { bind: [], variables, start: shape.commands.start })),
    commands: { start: shape.commands.start, dev: shape.commands.dev, build: buildFacts(django), test: testFacts(project, django) },
    systemPackages: systemPackagesOf(project.dependencies, django?.settings.some(({ code }) => code.includes('django.contrib.gis')) ?? false),
    buildSecrets: project.secrets,
    ...kept.found,
    variables,
    workers,
    jobs: shape.role === 'web' ? jobsOf(project, django, entry, framework?.migration) : [],
    uses,
  });
  return { apps: [app], services, problems: [...installProblems(project, manager), ...kept.problems, ...(shape.commands.added === undefined ? [] : [noServer(path, shape.commands.added)])] };
}

/** A package with a server's name in it that only its users start: no program and no deployment is in sight. */
function isLibrary({ repository, path, env, manifests, pyproject }: PythonProject): boolean {
  const deployed = ['Procfile', 'Dockerfile', 'uv.lock', 'poetry.lock', 'pdm.lock'].some((file) => repository.exists(joinPath(path, file)));
  return !deployed && env.length === 0 && (pyproject !== undefined || manifests.includes('setup.py')) && !manifests.some((file) => file.startsWith('requirements'));
}

/** Every Python application of the repository. */
export function discoverPython(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const folders = owners(repository, projectFolders(repository));
  const others = new Set(folders);
  const projects = folders.map((path) => readProject(repository, path, others));
  const found = projects.map((project) => findingsOf(project, technologies));
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    problems: [...projects.flatMap(({ problems }) => problems), ...found.flatMap((each) => each.problems)],
  };
}
