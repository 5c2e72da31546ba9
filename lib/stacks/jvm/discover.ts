import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, folderName, plainWorkspace } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { dataFindings } from '../../discovery/data.js';
import { envExamples } from '../../discovery/env-files.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, PackageManager, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import { listensOn } from '../bind-variables.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { chosenMain, findFramework, frameworkFacts } from './app.js';
import type { JvmApp } from './app.js';
import { commandsOf, packageManagerFact, packagingOf } from './build.js';
import { isDeployable, isWorker } from './deployable.js';
import { gradleModules } from './gradle.js';
import { healthFacts } from './health.js';
import { buildSecrets, installFiles } from './install.js';
import { mavenModules } from './maven.js';
import { closureOf, dependsOn } from './module.js';
import type { JvmModule } from './module.js';
import { portFacts, settingsBind, writtenBind } from './port.js';
import { sbtModules } from './sbt.js';
import { servicesOf, variablesOf } from './services.js';
import { moduleSettings, preferred, servedSettings } from './settings-files.js';
import { languageOf, mainClasses, sourcesOf } from './source.js';
import { versionFacts } from './version.js';

/** What a repository is built of, all tools together. */
interface Modules {
  readonly all: readonly JvmModule[];
  readonly byPath: ReadonlyMap<string, JvmModule>;
  readonly paths: ReadonlySet<string>;
  /** Modules that hand settings out to the others. */
  readonly servers: readonly JvmModule[];
}

function appOf(repository: Repository, module: JvmModule, { byPath, paths, servers }: Modules): JvmApp {
  const closure = closureOf(module, byPath);
  const dependencies = closure.flatMap((each) => each.dependencies);
  const sources = sourcesOf(repository, module.path, paths);
  const framework = frameworkFacts(module, dependencies);
  const own = moduleSettings(repository, module, findFramework(best(framework))?.settings);
  const named = own.find(({ key, value }) => key === 'spring.application.name' && !value.includes('$'))?.value ?? module.name;
  const served = servers.length > 0 && !servers.includes(module) ? servedSettings(repository, servers, named) : [];
  return {
    repository,
    module,
    closure,
    dependencies,
    sources,
    main: chosenMain(mainClasses(sources), module.mainClass),
    framework,
    settings: preferred([...own, ...served]),
    env: [...envExamples(repository, module.path), ...(module.root === module.path ? [] : envExamples(repository, module.root))],
  };
}

/** Lines of a Procfile beside the web server. */
function workersOf({ repository, module }: JvmApp): readonly WorkerFindings[] {
  return procfileProcesses(repository, module.path).filter(({ name }) => name !== 'web' && name !== 'release')
    .map(({ name, command }) => ({ name, start: [command], dev: [], ...(/clock|sched|cron/u.test(name) ? { single: true } : {}) }));
}

function problemsOf({ module, main }: JvmApp, commands: AppFindings['commands']): readonly Diagnostic[] {
  if (main === undefined && commands.start[0]?.value.includes('Main') === true) {
    return [{ code: 'no-main-class', severity: 'warning', message: `${module.file}: no class with a main method was found in ${module.name}`, help: 'Name the main class in the build file' }];
  }
  return [];
}

/** Variables count where the source itself makes the server; frameworks with settings of their own are told by those. */
function listening(app: JvmApp, variables: AppFindings['variables'], start: AppFindings['commands']['start']): ReturnType<typeof listensOn> {
  const { facts, known } = settingsBind(app);
  const byFramework = Object.keys(findFramework(best(app.framework))?.environment(0) ?? {}).length > 0;
  return listensOn(app.repository, { bind: [...writtenBind(app), ...facts], variables: byFramework ? [] : variables, start, known });
}

function findingsOf(app: JvmApp, modules: Modules, managers: readonly Fact<PackageManager>[], technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, module, closure } = app;
  const worker = isWorker(app);
  const services = servicesOf(app, technologies);
  const uses = usesOf(services);
  const commands = commandsOf(app);
  const variables = variablesOf(app, uses, technologies);
  const kept = dataFindings({ repository, path: module.path, env: [...app.env, ...databaseSettings(app)], sources: app.sources, dependencies: app.dependencies, reads: variables.map(({ name }) => name), uses, technologies });
  const listens = worker ? { bind: [] } : listening(app, variables, commands.start);
  const language = languageOf(app.sources, app.main);
  const lockFile = repository.exists(joinPath(module.root, 'gradle.lockfile')) ? 'gradle.lockfile' : undefined;
  const packages = [...new Set(closure.map(({ path }) => path))];
  const found = appFindings({
    name: module.name === '' ? folderName(repository, module.path) : module.name,
    path: module.path,
    role: worker ? 'worker' : 'web',
    stack: 'jvm',
    language: language === undefined ? [] : [{ ...language, confidence: 'certain' }],
    framework: app.framework,
    packageManager: managers,
    ...(lockFile === undefined || module.tool !== 'gradle' ? {} : { lockFile }),
    ...(module.root === module.path && packages.length === 1 ? {} : { workspace: plainWorkspace(module.root, packages) }),
    output: packagingOf(app).output,
    version: versionFacts(repository, module),
    port: worker ? [] : portFacts(app),
    health: worker ? [] : healthFacts(app),
    ...listens,
    commands,
    buildSecrets: buildSecrets(repository, module),
    installFiles: installFiles(repository, module, modules.all),
    ...kept.found,
    variables,
    workers: workersOf(app),
    uses,
  });
  return { apps: [found], services, problems: [...problemsOf(app, commands), ...bindProblems(listens.bind), ...kept.problems] };
}

/** Addresses in settings, with the defaults of their placeholders, that a variable of the framework goes before: a dot is a line there. */
function databaseSettings({ settings }: JvmApp): readonly EnvEntry[] {
  return settings.filter(({ key, profile }) => profile === undefined && /^(?:spring\.datasource\.url|quarkus\.datasource\.jdbc\.url|datasources\.default\.url)$/u.test(key)).map(({ key, value, evidence }) => ({ name: key.toUpperCase().replaceAll('.', '_'), example: value.replaceAll(/\$\{[\w.-]+:([^${}]*)\}/gu, '$1'), evidence }));
}

/** Archives for a servlet container, which no image of ours has. */
function warProblems(apps: readonly JvmApp[]): readonly Diagnostic[] {
  return apps.filter((app) => app.module.packaging === 'war' && !isDeployable(app)).map(({ module }) => ({
    code: 'war-needs-container', severity: 'warning', message: `${module.file}: ${module.name} is packed as a war, which only runs in a servlet container`, help: 'Pack it as an executable archive to get an image for it',
  }));
}

/** Every program of the JVM in the repository. */
export function discoverJvm(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const maven = mavenModules(repository);
  const gradle = gradleModules(repository);
  const sbt = sbtModules(repository);
  const all = [...maven.modules, ...gradle.modules, ...sbt.modules];
  const byPath = new Map(all.toReversed().map((module) => [module.path, module]));
  const modules: Modules = { all, byPath, paths: new Set(byPath.keys()), servers: all.filter((module) => dependsOn(module, /:spring-cloud-config-server$/u)) };
  // two tools may build the same module: the first one known is used, the other is a lesser fact
  const known = all.filter((module) => byPath.get(module.path) === module).map((module) => appOf(repository, module, modules));
  const found = known.filter(isDeployable).map((app) => {
    const others = all.filter((module) => module.path === app.module.path && module !== app.module);
    const managers = [packageManagerFact(repository, app.module), ...others.map((module): Fact<PackageManager> => ({ ...packageManagerFact(repository, module), confidence: 'likely' }))];
    return findingsOf(app, modules, managers, technologies);
  });
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    problems: [...maven.problems, ...gradle.problems, ...sbt.problems, ...warProblems(known), ...found.flatMap(({ problems }) => problems)],
  };
}
