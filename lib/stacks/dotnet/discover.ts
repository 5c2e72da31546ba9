import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, isPartOfProject } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { dataFindings } from '../../discovery/data.js';
import { envExamples } from '../../discovery/env-files.js';
import { likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { citeFile } from '../../discovery/cite.js';
import { commandLine } from '../../discovery/procfile.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import { listensOn } from '../bind-variables.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { frameworkFacts, isTest, isWasm, property, roleOf, sourcesOf } from './app.js';
import type { DotnetApp } from './app.js';
import { appSettings, variableOf } from './appsettings.js';
import { healthFacts } from './health.js';
import { buildSecrets, installFiles, usesLockFile, workspaceOf } from './install.js';
import { listening, portFacts } from './port.js';
import { closureOf, dotnetProjects } from './project.js';
import type { DotnetProject } from './project.js';
import { servicesOf, variablesOf } from './services.js';
import { sdkProblems } from './sdk.js';

/** The target frameworks, the newest first. */
function versionFacts({ properties, file }: DotnetProject): readonly Fact<string>[] {
  const found = properties.get('TargetFramework') ?? properties.get('TargetFrameworks');
  if (found === undefined) return [];
  const number = (text: string): number => Number(/\d+(?:\.\d)?/u.exec(text)?.[0] ?? 0);
  const all = found.value.split(';').map((each) => each.trim()).filter((each) => /^(?:net|netcoreapp)\d/u.test(each)).toSorted((a, b) => number(b) - number(a));
  return all.map((value) => ({ value, confidence: 'certain', evidence: found.evidence.quote === '' ? [citeFile(file)] : [found.evidence] }));
}

function commandsOf(project: DotnetProject, role: AppFindings['role'], versions: readonly Fact<string>[], tests: DotnetProject | undefined): AppFindings['commands'] {
  const said = (value: Argv): readonly Fact<Argv>[] => likely(value, citeFile(project.file));
  // a project for several target frameworks has to be told which one is meant
  const target = versions.length > 1 ? ['-f', versions[0]!.value] : [];
  const assembly = property(project, 'AssemblyName') ?? project.name;
  return {
    start: said(role === 'static' ? commandLine("nginx -g 'daemon off;'") : ['dotnet', `${assembly}.dll`]),
    dev: said(['dotnet', 'watch', 'run', '--project', project.file, '--no-launch-profile', ...target]),
    build: said(['dotnet', 'publish', project.file, '-c', 'Release', ...target, '--no-restore', '-o', '/opt/release', '-p:UseAppHost=false']),
    test: tests === undefined ? [] : said(['dotnet', 'test', tests.file]),
  };
}

function findingsOf(app: DotnetApp, role: AppFindings['role'], tests: DotnetProject | undefined, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, project, closure } = app;
  const services = servicesOf(app, technologies);
  const uses = usesOf(services);
  const version = versionFacts(project);
  const variables = variablesOf(app, uses, technologies);
  const settings = app.settings.filter(({ environment }) => environment === undefined).map((setting) => ({ name: variableOf(setting), example: setting.value, evidence: setting.evidence }));
  const kept = dataFindings({ repository, path: project.path, env: [...app.env, ...settings], sources: app.allSources, dependencies: app.packages, reads: variables.map(({ name }) => name), uses, technologies });
  const { facts, known, isWritten } = role === 'web' ? listening(app) : { facts: [], known: [], isWritten: false };
  const commands = commandsOf(project, role, version, tests);
  const listens = listensOn(repository, { bind: facts, variables: isWritten ? variables : [], start: commands.start, known });
  const found = appFindings({
    name: project.name,
    path: project.path,
    role,
    stack: 'dotnet',
    language: [{ value: project.file.endsWith('.fsproj') ? 'fsharp' : 'csharp', confidence: 'certain', evidence: [citeFile(project.file)] }],
    framework: frameworkFacts(app, role),
    packageManager: [{ value: { name: 'dotnet' }, confidence: 'certain', evidence: [citeFile(project.file)] }],
    ...(usesLockFile(repository, project) ? { lockFile: joinPath(project.path, 'packages.lock.json') } : {}),
    workspace: workspaceOf(closure),
    output: project.file,
    version,
    port: role === 'web' ? portFacts(app) : [],
    health: role === 'web' ? healthFacts(app) : [],
    ...listens,
    commands,
    buildSecrets: buildSecrets(repository, project),
    installFiles: installFiles(repository, closure),
    ...(role === 'static' ? {} : kept.found),
    variables: role === 'static' ? [] : variables,
    uses: role === 'static' ? [] : uses,
  });
  return { apps: [found], services: role === 'static' ? [] : services, problems: [...sdkProblems(repository), ...bindProblems(found.bind), ...(role === 'static' ? [] : kept.problems)] };
}

/** The project of tests that refers to an app, its own unit tests before others. */
function testsOf({ file, path, name }: DotnetProject, projects: readonly DotnetProject[]): DotnetProject | undefined {
  const found = projects.filter((project) => isTest(project) && project.path !== path && project.references.includes(file));
  return found.find((project) => project.name.startsWith(name)) ?? found[0];
}

/** Every program of C# and F# in the repository that is deployed. */
export function discoverDotnet(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { projects, problems } = dotnetProjects(repository);
  const byFile = new Map(projects.map((project) => [project.file, project]));
  const folders = new Set(projects.map(({ path }) => path));
  const hosted = new Set(projects.filter((project) => !isWasm(project)).flatMap(({ references, sdk }) => (sdk === 'Microsoft.NET.Sdk.Web' ? references : [])));
  const sources = new Map(projects.map((project) => [project.file, sourcesOf(repository, project.path, new Set([...folders].filter((folder) => folder !== project.path)))]));
  const found = projects.flatMap((project) => {
    const own = sources.get(project.file) ?? [];
    const role = roleOf({ project, sources: own }, hosted);
    if (role === undefined || !isPartOfProject(project.path)) return [];
    const closure = closureOf(project, byFile);
    return [findingsOf({
      repository,
      project,
      closure,
      packages: closure.flatMap((each) => each.packages),
      sources: own,
      allSources: closure.flatMap((each) => sources.get(each.file) ?? []),
      settings: appSettings(repository, project.path),
      env: [...envExamples(repository, project.path), ...(project.path === '.' ? [] : envExamples(repository, '.'))],
    }, role, testsOf(project, projects), technologies)];
  });
  const seen = new Set<string>();
  const own: readonly Diagnostic[] = found.flatMap((each) => each.problems).filter(({ message }) => !seen.has(message) && seen.add(message));
  return { apps: found.flatMap(({ apps }) => apps), services: found.flatMap(({ services }) => services), problems: [...problems, ...own] };
}
