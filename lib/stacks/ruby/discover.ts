import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, folderName, isPartOfProject } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import { best, ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesIn, filesNamed } from '../../discovery/file-index.js';
import { scriptProblems } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import { listensOn } from '../bind-variables.js';
import { frameworkFacts } from '../frameworks.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandsOf } from './commands.js';
import { databaseProblems, railsDatabases, railsFolders } from './data.js';
import { findFramework, frameworks } from './frameworks/registry.js';
import { healthFacts } from './health.js';
import { packagesOf } from './packages.js';
import { fileOf, has, projectAt } from './project.js';
import type { RubyProject } from './project.js';
import { listening, portFacts, scriptOf } from './server.js';
import { servicesOf } from './services.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { jobsOf, workersOf } from './workers.js';

export const defaultPort = 9292;

/** Frameworks among the gems of production. Rails is there with its application only: many gems bring parts of it. */
function frameworksOf(project: RubyProject): readonly Fact<string>[] {
  const isRails = has(project, 'config/application.rb') || has(project, 'config/environment.rb');
  return frameworkFacts(frameworks, project.gems).filter(({ value }) => value !== 'rails' || isRails);
}

/** Whether the project answers requests, takes jobs, or makes a site. A gem, or what only tools are installed with, does not. */
function isApp(project: RubyProject, framework: string | undefined): boolean {
  const isGem = project.gemfile?.gemspec === true || filesIn(project.repository, project.path).some((file) => file.endsWith('.gemspec'));
  if (has(project, 'config.ru')) return !isGem || framework !== undefined || has(project, 'config/application.rb');
  if (findFramework(framework)?.site !== undefined) return has(project, '_config.yml') && !isGem;
  if (isGem) return false;
  return scriptOf(project) !== undefined || (project.gemfile !== undefined && workersOf(project).length > 0 && has(project, 'Procfile'));
}

/** What Bundler reads besides: files that the Gemfile names, and gems that lie in the project. */
function installFilesOf({ repository, path, gemfile }: RubyProject): readonly string[] {
  if (gemfile === undefined) return [];
  const own = (file: string): string | undefined => {
    const found = normalisePath(file);
    return found !== undefined && found !== '' && repository.exists(joinPath(path, found)) ? found : undefined;
  };
  const folders = gemfile.gems.flatMap((gem) => (gem.path === undefined ? [] : own(gem.path) ?? [])).map((folder) => `${folder}/`);
  const name = gemfile.file.slice(gemfile.file.lastIndexOf('/') + 1);
  return [...new Set([name, ...gemfile.files.flatMap((file) => own(file) ?? []), ...folders])];
}

/** The variable with which Bundler reaches a private server, named after its host. */
const secretOf = (host: string): string => `BUNDLE_${host.toUpperCase().replaceAll('-', '___').replaceAll('.', '__')}`;

function findingsOf(project: RubyProject, framework: readonly Fact<string>[], technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path, gemfile, lock } = project;
  const known = findFramework(best(framework));
  const services = servicesOf(project, technologies);
  const uses = usesOf(services);
  const variables = variablesOf(project);
  const kept = dataFindings({ repository, path, env: project.env, sources: project.sources, dependencies: project.gems, reads: variables.map(({ name }) => name), uses, technologies, databases: railsDatabases(project), folders: railsFolders(project) });
  const port = portFacts(project, known, defaultPort);
  const site = known?.site;
  const serves = site !== undefined || has(project, 'config.ru') || scriptOf(project) !== undefined;
  const evidence = citeFile(gemfile?.file ?? [fileOf(project, 'config.ru'), fileOf(project, scriptOf(project) ?? 'config.ru')].find((file) => repository.exists(file))!);
  const commands = commandsOf(project, known, ranked(port)[0]!.value);
  const own = listening(project);
  const listens = listensOn(repository, { bind: own.facts, variables: own.isScript ? variables : [], start: commands.start, known: own.known });
  const found = appFindings({
    name: folderName(repository, path),
    path,
    role: site === undefined ? (serves ? 'web' : 'worker') : 'static',
    stack: 'ruby',
    language: [{ value: 'ruby', confidence: 'certain', evidence: [evidence] }],
    framework,
    packageManager: gemfile === undefined ? [] : [{ value: { name: 'bundler', version: lock.bundler }, confidence: 'certain', evidence: [evidence] }],
    ...(gemfile !== undefined && has(project, 'Gemfile.lock') ? { lockFile: 'Gemfile.lock' } : {}),
    version: versionFacts(project),
    port: serves ? port : [],
    health: serves && site === undefined ? healthFacts(project) : [],
    ...listens,
    commands,
    systemPackages: packagesOf(project.gems),
    ...(site === undefined ? {} : { output: site }),
    buildSecrets: (gemfile?.hosts ?? []).map(secretOf),
    installFiles: installFilesOf(project),
    ...(site === undefined ? kept.found : {}),
    variables,
    workers: workersOf(project),
    jobs: jobsOf(project, known?.id),
    uses,
  });
  return { apps: [serves ? found : asWorker(found)], services, problems: [...platformProblems(project), ...databaseProblems(project), ...bindProblems(listens.bind), ...own.problems, ...kept.problems] };
}

/** A lock that was made on another system alone: with it, Bundler installs nothing on Linux. */
function platformProblems({ lock: { platforms } }: RubyProject): readonly Diagnostic[] {
  if (platforms === undefined || platforms.names.some((name) => name === 'ruby' || name.includes('linux'))) return [];
  return [{
    code: 'lock-without-linux',
    severity: 'warning',
    message: `${platforms.evidence.file}:${platforms.evidence.line}: the lock file is for ${platforms.names.join(', ')} and not for Linux, so the image cannot be built`,
    help: 'Run `bundle lock --add-platform x86_64-linux aarch64-linux` and commit the file',
  }];
}

/** A project that only takes jobs: its first process is the app itself. */
function asWorker(app: ReturnType<typeof appFindings>): ReturnType<typeof appFindings> {
  const [first, ...rest] = app.workers;
  return first === undefined ? app : { ...app, commands: { ...app.commands, start: first.start, dev: first.dev }, workers: rest };
}

/** Every Ruby application of the repository: projects that answer requests, take jobs or make a site. */
export function discoverRuby(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const gemfiles = [...filesNamed(repository, 'Gemfile'), ...filesNamed(repository, 'gems.rb')].filter((file) => isPartOfProject(folderOf(file)));
  const rack = filesNamed(repository, 'config.ru').filter((file) => isPartOfProject(folderOf(file)));
  const folders = [...new Set([...gemfiles, ...rack].map((file) => folderOf(file) || '.'))];
  // a server of a file needs neither
  const plain = folders.length === 0 && filesIn(repository, '').some((file) => file.endsWith('.rb')) ? ['.'] : [];
  const others = new Set([...folders, ...plain]);
  const found = [...others].map((path) => projectAt(repository, path, others)).map((project) => ({ project, framework: frameworksOf(project) }))
    .filter(({ project, framework }) => isApp(project, best(framework)))
    .map(({ project, framework }) => findingsOf(project, framework, technologies));
  return { apps: found.flatMap(({ apps }) => apps), services: found.flatMap(({ services }) => services), problems: [...scriptProblems(repository, gemfiles, 'a Gemfile'), ...found.flatMap(({ problems }) => problems)] };
}

