import { appFindings, isPartOfProject, plainWorkspace } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import { withoutHashComments } from '../../discovery/comments.js';
import { filesIn } from '../../discovery/file-index.js';
import type { Source } from '../../discovery/source.js';
import { envExamples } from '../../discovery/env-files.js';
import { best } from '../../discovery/evidence.js';
import type { Evidence } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns, usesOf } from '../../discovery/services.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import { listensOn } from '../bind-variables.js';
import { programOf } from '../compiled.js';
import { runtimeFiles, withUsualFiles } from '../runtime-files.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandOfProgram, lockOf, programAt, projectOf, watchOf } from './app.js';
import type { Program, RustApp, RustProject } from './app.js';
import { findFramework, frameworkFacts, serves } from './framework.js';
import type { Framework } from './frameworks/framework.js';
import { healthFacts } from './health.js';
import { cratesOf } from './manifests.js';
import type { Crate } from './manifests.js';
import { systemPackages } from './native.js';
import { listening } from './port.js';
import { queryProblems, savedQueries } from './queries.js';
import { servingCommand, subcommandsOf } from './subcommands.js';
import { toolFindings } from './tool.js';
import { usesOwnToolchain, versionFacts } from './version.js';
import { declared, isWorker, jobsOf, mainEvidence, workersOf } from './workers.js';

const reads: readonly RegExp[] = [/\bget_env\(\s*name\s*=\s*"([A-Z][A-Z0-9_]+)"/gu, /\b\w*(?:var|env)\w*!?\(\s*"([A-Z][A-Z0-9_]+)"/gu, /\benv\s*=\s*"([A-Z][A-Z0-9_]+)"/gu];
/** Settings that a framework reads as templates, in which variables stand. */
function settingsFiles(repository: Repository, path: string, framework: Framework | undefined): readonly Source[] {
  return (framework?.files ?? []).flatMap((folder) => filesIn(repository, joinPath(path, folder))).filter((file) => /\.ya?ml$/u.test(file)).flatMap((file) => {
    const text = repository.read(file);
    return text === undefined ? [] : [{ file, text, code: withoutHashComments(text) }];
  });
}

/** sqlx opens files that are there, unless it is told otherwise. */
const createsFile = (sources: readonly Source[]): string | undefined => (sources.some(({ code }) => /\bcreate_if_missing\b|\brusqlite::|\bdiesel::/u.test(code)) ? undefined : '?mode=rwc');

/** Set by Cargo and the toolchain. */
const ofToolchain = /^(?:CARGO\w*|RUST\w*|OUT_DIR|TARGET|PROFILE|DEBUG)$/u;

/** What the program is told so that it serves: a subcommand of its own, or of its framework. */
function servingArguments(app: RustApp, framework: Framework | undefined): { readonly args: readonly string[]; readonly evidence: Evidence } {
  const word = servingCommand(subcommandsOf(app.program));
  return word === undefined ? { args: framework?.serve ?? [], evidence: mainEvidence(app.program) } : { args: [word.word], evidence: word.evidence };
}

function startOf(app: RustApp, role: AppFindings['role'], framework: Framework | undefined): AppFindings['commands'] {
  const web = role === 'web' ? declared(app, [app.program]).find(({ label, program }) => label === 'web' && program !== undefined) : undefined;
  const { args, evidence } = servingArguments(app, framework);
  return {
    start: [...(web === undefined ? [] : [web.start]), { value: commandOfProgram(app.program, ...args), confidence: 'likely', evidence: [evidence] }],
    dev: [web?.dev ?? { value: framework?.tool?.development ?? watchOf(app.program, ...args), confidence: 'likely', evidence: [] }],
    build: [],
    test: [],
  };
}

/** One build for every program of the image. */
function buildOf(app: RustApp, names: readonly string[]): Argv {
  const { crate } = app.program;
  const locked = lockOf(app, crate) === undefined ? [] : ['--locked'];
  const member = crate.workspace === crate.folder && app.crates.size === 1 ? [] : ['--package', crate.name];
  return ['cargo', 'build', '--release', ...locked, ...member, ...names.flatMap((name) => ['--bin', name])];
}

/** Folders that the build needs; a crate of targets in unusual places counts as a workspace, so that nothing guesses them. */
function workspaceOf({ crates }: RustProject, crate: Crate): AppFindings['workspace'] {
  const members = [...crates.values()].filter(({ workspace }) => workspace === crate.workspace).map(({ folder }) => folder);
  return members.length === 1 && crate.workspace === crate.folder ? undefined : plainWorkspace(crate.workspace, members);
}

function findingsOf(app: RustApp, beside: readonly Program[], role: AppFindings['role'], technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, program, path, env } = app;
  const { crate } = program;
  const framework = role === 'worker' ? [] : frameworkFacts(program);
  const known = findFramework(best(framework));
  const { ports, bind } = role === 'worker' ? { ports: [], bind: [] } : listening(app, known);
  const workers = workersOf(app, beside);
  const jobs = jobsOf(app, beside, known?.migrate);
  const commands = startOf(app, role, known);
  const tool = toolFindings(crate, known);
  const started = [...workers.map(({ start }) => start), ...jobs.map(({ command }) => command)].flatMap((facts) => (best(facts) === undefined ? [] : (programOf(best(facts)!) ?? [])));
  const names = [...new Set([program.binary.name, ...started])];
  const dependencies = program.built.flatMap((each) => each.dependencies);
  const services = servicesFrom(technologies, (technology) => [...packageSigns('crates', dependencies, technology), ...environmentSigns(env, technology)], ({ id }) => isDisabled(env, id));
  const uses = usesOf(services);
  const told = [...program.sources, ...settingsFiles(repository, path, known)];
  const variables = [...variablesFrom(env, readsIn(told, reads), (name) => ofToolchain.test(name)), ...tool.variables];
  const kept = dataFindings({ repository, path, env, sources: told, creates: createsFile(program.sources), dependencies, reads: variables.map(({ name }) => name), uses, technologies });
  const lockFile = lockOf(app, crate);
  const workspace = workspaceOf(app, crate);
  const toolchain = usesOwnToolchain(app, crate) ? ['rust-toolchain.toml', 'rust-toolchain'].filter((file) => repository.exists(joinPath(crate.workspace, file))).slice(0, 1) : [];
  const listens = listensOn(repository, { bind, variables: role === 'worker' ? [] : variables, start: commands.start });
  const found = appFindings({
    name: crate.name,
    path,
    role,
    stack: 'rust',
    language: [{ value: 'rust', confidence: 'certain', evidence: [crate.evidence] }],
    framework,
    packageManager: [{ value: { name: 'cargo' }, confidence: 'certain', evidence: [citeFile(crate.manifest.file)] }],
    ...(lockFile === undefined ? {} : { lockFile }),
    ...(workspace === undefined ? {} : { workspace }),
    version: versionFacts(app, crate),
    port: ports,
    health: role === 'worker' ? [] : healthFacts(program, known?.health),
    ...listens,
    commands: {
      ...commands,
      build: [{ value: known?.tool?.build ?? buildOf(app, names), confidence: 'likely', evidence: [] }],
      test: [{ value: ['cargo', 'test', ...(lockFile === undefined ? [] : ['--locked'])], confidence: 'likely', evidence: [] }],
    },
    systemPackages: systemPackages(app, crate, known?.tool?.packages),
    installFiles: [...savedQueries(repository, crate), ...toolchain],
    runtimeFiles: [...withUsualFiles(repository, path, runtimeFiles(repository, path, program.sources, isCompiledIn), known?.files ?? []), ...tool.files],
    ...kept.found,
    variables,
    workers,
    jobs,
    uses,
  });
  return { apps: [found], services, problems: [...bindProblems(listens.bind), ...queryProblems(repository, crate, program.sources), ...kept.problems] };
}

/** Macros take files into the program when it is built. */
const isCompiledIn = ({ code }: { readonly code: string }, index: number): boolean => /\b(?:include_str|include_bytes|include|include_dir|migrate|embed_migrations)!\(\s*$|\bfolder\s*=\s*$|\bpath\s*=\s*$/u.test(code.slice(Math.max(0, index - 60), index));

const usualServers = ['server', 'api', 'web', 'app', 'main'];

/** The server among several binaries of a crate: the default one, the one of the crate's name, a usual name. */
function mainServer(crate: Crate, programs: readonly Program[]): Program | undefined {
  const rank = ({ binary: { name } }: Program): number => {
    if (name === crate.defaultRun) return -2;
    if (name === crate.name) return -1;
    const index = usualServers.indexOf(name);
    return index === -1 ? usualServers.length : index;
  };
  return programs.filter((program) => serves(program) && !isWorker(program)).toSorted((a, b) => rank(a) - rank(b))[0]
    // a program with a worker inside is still a server where it is the crate's own
    ?? programs.find((program) => serves(program) && (program.binary.name === crate.defaultRun || program.binary.name === crate.name));
}

function appOf(project: RustProject, crate: Crate, technologies: readonly DetectableTechnology[]): readonly StackDiscovery[] {
  const programs = crate.binaries.map((binary) => programAt(project, crate, binary));
  const at = (program: Program): RustApp => {
    const own = envExamples(project.repository, crate.folder);
    return { ...project, path: crate.folder, program, env: own.length > 0 || crate.folder === crate.workspace ? own : envExamples(project.repository, crate.workspace) };
  };
  const server = mainServer(crate, programs);
  if (server !== undefined) return [findingsOf(at(server), programs.filter((each) => each !== server), 'web', technologies)];
  const [worker, ...rest] = programs.filter(isWorker);
  return worker === undefined ? [] : [findingsOf(at(worker), rest, 'worker', technologies)];
}

/** Every Rust application of the repository: crates with a program that serves or takes jobs. */
export function discoverRust(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { crates, problems } = cratesOf(repository);
  const project = projectOf(repository, crates);
  const found = crates.filter(({ folder, binaries }) => isPartOfProject(folder) && binaries.length > 0).flatMap((crate) => appOf(project, crate, technologies));
  return { apps: found.flatMap(({ apps }) => apps), services: found.flatMap(({ services }) => services), problems: [...problems, ...found.flatMap((each) => each.problems)] };
}
