import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, folderName, isPartOfProject, plainWorkspace } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { usesOf } from '../../discovery/services.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { listensOn } from '../bind-variables.js';
import { programFolder, programOf, programPath } from '../compiled.js';
import { runtimeFiles, withUsualFiles } from '../runtime-files.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandOfProgram, envOf, labelOf, ownerOf, packageArgument, programAt, watchOf } from './app.js';
import type { GoApp, GoProject, Program } from './app.js';
import { findFramework, frameworkFacts, serves, servingPackages } from './framework.js';
import { flagPaths } from './flags.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';
import { healthFacts } from './health.js';
import { goModules, layoutOf } from './modules.js';
import type { GoModule } from './modules.js';
import { systemPackages } from './native.js';
import { hasTests, mainPackages, packagesOf } from './packages.js';
import type { Packages } from './packages.js';
import { listening } from './port.js';
import { servicesOf } from './services.js';
import { hasCommandLibrary, servingCommand, subcommandsOf } from './subcommands.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { isMigration, isWorker, jobsOf, mainEvidence, workersOf } from './workers.js';

/** Programs that belong together: the one that is the app, its helpers, and others that are apps of their own. */
interface Group {
  readonly owner: string;
  readonly programs: readonly Program[];
}

const usualServers = ['server', 'api', 'web', 'app', 'http', 'main', 'serve', 'backend', 'gateway'];

/** The server among several programs: the one at the root, the one with a usual name, the one called as the project is. */
function mainServer({ owner, programs }: Group, module: GoModule): Program | undefined {
  const servers = programs.filter((program) => serves(program) && !isWorker({ module }, program));
  const project = owner.slice(owner.lastIndexOf('/') + 1);
  const moduleName = module.name.slice(module.name.lastIndexOf('/') + 1);
  const rank = (program: Program): number => {
    const label = labelOf(module, program);
    if (program.main.folder === owner) return -1;
    const index = usualServers.indexOf(label);
    if (index !== -1) return index;
    if (label === project || label === moduleName) return usualServers.length;
    return /server|api|web|http/u.test(label) ? usualServers.length + 1 : usualServers.length + 2;
  };
  return servers.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Whether a program starts a server that the app's own does not: then it is an app of its own. */
function isOtherServer(program: Program, server: Program, module: GoModule): boolean {
  if (isWorker({ module }, program)) return false;
  const known = new Set(servingPackages(server));
  return servingPackages(program).some((folder) => !known.has(folder));
}

function startOf(app: GoApp): { readonly start: Fact<Argv>; readonly dev: Fact<Argv> } {
  const found = subcommandsOf(app.program);
  const word = hasCommandLibrary(app.program) ? servingCommand(found) : undefined;
  const args = word === undefined ? flagPaths(app).flatMap(({ flag, path }) => [flag, path]) : [word.word];
  return {
    start: { value: commandOfProgram(app.program, ...args), confidence: 'likely', evidence: [word?.evidence ?? mainEvidence(app.program)] },
    dev: { value: watchOf(app.path, app.program, ...args), confidence: 'likely', evidence: [] },
  };
}

/** One build for every program of the image. Zone data is compiled in, so that the image needs none. */
function buildOf(app: GoApp, programs: readonly Program[]): Argv {
  const output = programs.length === 1 ? programPath(app.program.name) : `${programFolder}/`;
  return ['go', 'build', '-trimpath', '-ldflags=-s -w', '-tags=timetzdata', '-o', output, ...programs.map(({ main }) => packageArgument(app.path, main.folder))];
}

function lockOf(repository: Repository, { folder }: GoModule): { readonly lockFile?: string } {
  return repository.exists(joinPath(folder, 'go.sum')) ? { lockFile: 'go.sum' } : {};
}

/** Programs that the image holds: the app's own and those that its workers and jobs start. */
function built(app: GoApp, beside: readonly Program[], commands: readonly Argv[]): readonly Program[] {
  const names = new Set(commands.flatMap((command) => programOf(command) ?? []));
  return [app.program, ...beside.filter(({ name }) => names.has(name))];
}

/** Alone in its image, a program in a folder such as `cmd` goes by the name of what it is of. */
function renamed(app: GoApp, beside: readonly Program[]): GoApp {
  const together = beside.some((program) => isWorker(app, program) || isMigration(app, program));
  return together ? app : { ...app, program: { ...app.program, name: labelOf(app.module, app.program) } };
}

function findingsOf(found: GoApp, beside: readonly Program[], role: AppFindings['role'], others: ReadonlySet<string>, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const app = renamed(found, beside);
  const { repository, module, path, program } = app;
  const framework = role === 'worker' ? [] : frameworkFacts(app);
  const known = findFramework(best(framework));
  const { ports, bind } = role === 'worker' ? { ports: [], bind: [] } : listening(app, known);
  const workers = workersOf(app, beside);
  const jobs = jobsOf(app, beside);
  const programs = built(app, beside, [...workers.map((each) => each.start), ...jobs.map(({ command }) => command)].flatMap((facts) => (best(facts) === undefined ? [] : [best(facts)!])));
  const layout = layoutOf(module, app.modules);
  const { start, dev } = startOf(app);
  const services = servicesOf(app, technologies);
  const uses = usesOf(services);
  const variables = variablesOf(app);
  const kept = dataFindings({ repository, path, env: app.env, sources: program.sources, dependencies: module.requires, reads: variables.map(({ name }) => name), uses, technologies });
  const listens = listensOn(repository, { bind, variables: role === 'worker' ? [] : variables, start: [start] });
  const findings = appFindings({
    name: path === '.' || path === module.folder ? nameOf(repository, module) : path.slice(path.lastIndexOf('/') + 1),
    path,
    role,
    stack: 'go',
    language: [{ value: 'go', confidence: 'certain', evidence: [module.module] }],
    framework,
    packageManager: [{ value: { name: 'go' }, confidence: 'certain', evidence: [citeFile(module.file)] }],
    ...lockOf(repository, module),
    ...(layout.packages.length === 1 && path === module.folder ? {} : { workspace: plainWorkspace(layout.root, layout.packages) }),
    version: versionFacts(repository, module),
    port: ports,
    health: role === 'worker' ? [] : healthFacts(program),
    ...listens,
    commands: {
      start: [start],
      dev: [dev],
      build: [{ value: buildOf(app, programs), confidence: 'likely', evidence: [] }],
      test: hasTests(repository, module, others) ? [{ value: ['go', 'test', './...'], confidence: 'likely', evidence: [] }] : [],
    },
    systemPackages: systemPackages(module, programs),
    installFiles: installFiles(app, layout.root),
    runtimeFiles: withUsualFiles(repository, path, runtimeFiles(repository, path, programs.flatMap(({ sources }) => sources), isImport), [...(known?.files ?? []), ...flagPaths(app).map((each) => each.path)]),
    ...kept.found,
    variables,
    workers,
    jobs,
    uses,
  });
  return { apps: [findings], services, problems: [...bindProblems(listens.bind), ...kept.problems] };
}

/** The workspace's own files, and dependencies that are committed. */
function installFiles({ repository, module }: GoApp, root: string): readonly string[] {
  const workspace = module.workspace === undefined ? [] : ['go.work', 'go.work.sum'].filter((file) => repository.exists(joinPath(root, file)));
  return [...workspace, ...(module.vendored ? ['vendor/'] : [])];
}

/** Import paths look like paths in the project and are none. */
const isImport = ({ code }: { readonly code: string }, index: number): boolean => /(?:^|\n)import\s*(?:\([^)]*|[\w.]*[ \t]*)$/u.test(code.slice(Math.max(0, index - 3000), index));

const nameOf = (repository: Repository, { name, folder }: GoModule): string => name.replace(/\/v\d+$/u, '').split('/').at(-1) || folderName(repository, folder);

function appAt(project: GoProject, path: string, program: Program): GoApp {
  return { ...project, path, program, env: envOf(project, path) };
}

/** The apps of one module. */
function appsOf(project: GoProject, own: Packages, others: ReadonlySet<string>, technologies: readonly DetectableTechnology[]): readonly StackDiscovery[] {
  const { module } = project;
  const programs = mainPackages(module, own).map((main) => programAt(project, main));
  const owners = new Map<string, Program[]>();
  for (const program of programs) {
    const owner = ownerOf(module, program.main.folder);
    owners.set(owner, [...(owners.get(owner) ?? []), program]);
  }
  // programs in folders of their own belong to the one server that there is
  const groups = joined([...owners].map(([owner, list]) => ({ owner, programs: list })), module);
  return groups.flatMap((group): readonly StackDiscovery[] => {
    const server = mainServer(group, module);
    if (server !== undefined) {
      const rest = group.programs.filter((program) => program !== server);
      const apart = rest.filter((program) => isOtherServer(program, server, module));
      const beside = rest.filter((program) => !apart.includes(program));
      return [
        findingsOf(appAt(project, group.owner, server), beside, 'web', others, technologies),
        ...apart.map((program) => findingsOf(appAt(project, program.main.folder, program), [], 'web', others, technologies)),
      ];
    }
    const workers = group.programs.filter((program) => isWorker({ module }, program));
    const [first, ...rest] = workers;
    return first === undefined ? [] : [findingsOf(appAt(project, group.owner, first), rest, 'worker', others, technologies)];
  });
}

/** One server with workers and tools in folders beside it is one app; several servers are an app each. */
function joined(groups: readonly Group[], module: GoModule): readonly Group[] {
  const serving = groups.filter((group) => mainServer(group, module) !== undefined);
  if (serving.length !== 1 || groups.length === 1) return groups;
  const inServices = groups.every(({ owner }) => /(?:^|\/)(?:services|apps|svc|microservices)\/[^/]+$/u.test(owner));
  if (inServices) return groups;
  const rest = groups.filter((group) => group !== serving[0]);
  return [{ owner: module.folder, programs: [...serving[0]!.programs, ...rest.flatMap(({ programs }) => programs)] }];
}

/** Modules whose framework writes the main package when its own tool is run: what is there starts nothing. */
function generatedProblems(module: GoModule, own: Packages): readonly Diagnostic[] {
  const found: Framework | undefined = frameworks.find((each: Framework) => each.generator !== undefined && module.requires.some(({ name }) => each.packages.includes(name)));
  if (found === undefined || mainPackages(module, own).length > 0) return [];
  return [{ code: 'needs-its-own-tool', severity: 'warning', message: `${module.file}: the main package is written by the tool \`${found.generator}\`, so that Go alone builds nothing of it`, help: 'Commit a main package, or write a Dockerfile that runs the tool' }];
}

/** Every Go application of the repository. */
export function discoverGo(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { modules, problems } = goModules(repository);
  const others = new Set(modules.map(({ folder }) => folder));
  const parts = modules.filter(({ folder }) => isPartOfProject(folder));
  const byModule = new Map<GoModule, Packages>(parts.map((module) => [module, packagesOf(repository, module, others)]));
  const packages: Packages = new Map([...byModule.values()].flatMap((each) => [...each]));
  const found = parts.flatMap((module) => appsOf({ repository, module, modules, packages }, byModule.get(module)!, others, technologies));
  const all: readonly Diagnostic[] = [...problems, ...parts.flatMap((module) => generatedProblems(module, byModule.get(module)!)), ...found.flatMap((each) => each.problems)];
  return { apps: found.flatMap(({ apps }) => apps), services: found.flatMap(({ services }) => services), problems: all };
}
