import { appFindings, folderName, plainWorkspace } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { citeFile } from '../../discovery/cite.js';
import { envExamples } from '../../discovery/env-files.js';
import { hasFilesUnder } from '../../discovery/file-index.js';
import { best } from '../../discovery/evidence.js';
import type { AppFindings } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { usesOf } from '../../discovery/services.js';
import { listensOn } from '../bind-variables.js';
import { runtimeFiles } from '../runtime-files.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandOfProgram, programsIn, watchOf } from './app.js';
import type { CppApp } from './app.js';
import { documentRoots } from './drogon-settings.js';
import { neededArguments } from './arguments.js';
import { configureCommand, languageOf, packageManagerOf } from './configure.js';
import { frameworkFacts } from './framework.js';
import { drogon } from './frameworks/drogon.js';
import type { Framework } from './frameworks/framework.js';
import { findFramework } from './frameworks/registry.js';
import { groupsOf } from './groups.js';
import type { Group } from './groups.js';
import { testFolder } from './image.js';
import { systemPackages, unknownHeaders, unknownLibraries } from './native.js';
import { healthFacts, listening } from './port.js';
import { productionPreset } from './presets.js';
import type { Preset } from './presets.js';
import { cppProjects } from './project.js';
import type { CppProject } from './project.js';
import { servicesOf, variablesOf } from './services.js';
import { cmakeProblems, versionFacts } from './version.js';
import { declared, jobsOf, mainEvidence, workersOf } from './workers.js';

function commandsOf(app: CppApp, { role }: Group, preset: Preset | undefined): AppFindings['commands'] {
  const { project, program } = app;
  const web = role === 'web' ? declared(app, [program]).find(({ label, program: own }) => label === 'web' && own !== undefined) : undefined;
  const needed = neededArguments(program);
  const words = needed?.words ?? [];
  return {
    start: [...(web === undefined ? [] : [web.start]), { value: commandOfProgram(program, ...words), confidence: 'likely', evidence: [needed?.evidence ?? mainEvidence(program)] }],
    dev: [web?.dev ?? { value: watchOf(program, ...words), confidence: 'likely', evidence: [] }],
    build: [{ value: configureCommand(project, preset), confidence: 'likely', evidence: [] }],
    test: project.hasTests ? [{ value: ['ctest', '--test-dir', testFolder, '--output-on-failure'], confidence: 'likely', evidence: [] }] : [],
  };
}

/** The only app of a project goes by the project's name, one of several by its folder. */
function nameOf({ project: { repository, folder, name }, path }: CppApp): string {
  const plain = name !== undefined && /^[\w.+-]+$/u.test(name) ? name : folderName(repository, folder);
  return path === folder ? plain : path.slice(path.lastIndexOf('/') + 1);
}

/** Headers and modules of the build are no files of the running program. */
const isInclude = ({ code }: { readonly code: string }, index: number): boolean => /#[ \t]*include[ \t]*$/u.test(code.slice(Math.max(0, index - 30), index));

/** What programs open while they run: what the source and settings name, and what the framework reads unasked. */
function openedFiles(app: CppApp, sources: readonly Source[], framework: Framework | undefined): readonly string[] {
  const { project: { repository }, path } = app;
  const named = runtimeFiles(repository, path, sources, isInclude);
  const usual = [...(framework?.folders ?? []), ...(framework?.id === drogon.id ? documentRoots(app) : [])].filter((folder) => hasFilesUnder(repository, joinPath(path, folder)));
  const all = [...new Set([...named, ...usual])].toSorted();
  return all.filter((each) => !all.some((other) => each.startsWith(`${other}/`)));
}

function findingsOf(app: CppApp, group: Group, preset: Preset | undefined, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { project, path, program } = app;
  const { folder, managed } = project;
  const { role, beside } = group;
  const sources = [...new Set([program, ...beside].flatMap((each) => each.sources))];
  const framework = role === 'worker' ? [] : frameworkFacts(program, project);
  const known = findFramework(best(framework));
  const { ports, bind } = role === 'worker' ? { ports: [], bind: [] } : listening(app, known);
  const services = servicesOf(app, sources, technologies);
  const commands = commandsOf(app, group, preset);
  const variables = variablesOf(app, sources);
  const listens = listensOn(project.repository, { bind, variables: role === 'worker' ? [] : variables, start: commands.start });
  const found = appFindings({
    name: nameOf(app),
    path,
    role,
    stack: 'cpp',
    language: [{ value: languageOf(project, program.target.sources), confidence: 'certain', evidence: [project.evidence] }],
    framework,
    packageManager: [{ value: packageManagerOf(project), confidence: 'certain', evidence: [managed.evidence ?? citeFile(project.file)] }],
    ...(managed.lockFile === undefined ? {} : { lockFile: managed.lockFile }),
    ...(path === folder ? {} : { workspace: plainWorkspace(folder, [path]) }),
    version: versionFacts(project, preset),
    port: ports,
    health: role === 'worker' ? [] : healthFacts(program.sources, known),
    ...listens,
    commands,
    systemPackages: systemPackages(project, sources),
    installFiles: managed.files,
    runtimeFiles: openedFiles(app, sources, known),
    variables,
    workers: workersOf(app, beside),
    jobs: jobsOf(app, beside),
    uses: usesOf(services),
  });
  return { apps: [found], services, problems: [...bindProblems(listens.bind), ...unknownHeaders(program, project)] };
}

function appsOf(project: CppProject, others: ReadonlySet<string>, technologies: readonly DetectableTechnology[]): readonly StackDiscovery[] {
  const groups = groupsOf(project, programsIn(project, others));
  if (groups.length === 0) return [];
  const { repository, folder } = project;
  const { preset, problems } = productionPreset(repository, folder);
  const found = groups.map((group) => {
    const own = envExamples(repository, group.path);
    const env = own.length > 0 || group.path === folder ? own : envExamples(repository, folder);
    return findingsOf({ project, path: group.path, program: group.main, env }, group, preset, technologies);
  });
  return [...found, { apps: [], services: [], problems: [...problems, ...unknownLibraries(project), ...cmakeProblems(project)] }];
}

/** Every application of C and C++ that CMake builds: programs that serve or take jobs. Libraries and add-ons of other languages are none. */
export function discoverCpp(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { projects, problems } = cppProjects(repository);
  const folders = new Set(projects.map(({ folder }) => folder));
  const found = projects.flatMap((project) => appsOf(project, new Set([...folders].filter((each) => each !== project.folder)), technologies));
  const isApp = found.some(({ apps }) => apps.length > 0);
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    // what is broken in a build that makes no app is told and stops nobody
    problems: [...problems, ...found.flatMap((each) => each.problems)].filter(({ severity }) => isApp || severity === 'error').map((problem) => (isApp ? problem : { ...problem, severity: 'warning' as const })),
  };
}

