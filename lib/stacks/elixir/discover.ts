import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, appPathOf, folderName, isPartOfProject } from '../../discovery/app-findings.js';
import { bindProblems } from '../../discovery/bind.js';
import { cite, citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import { envExamples } from '../../discovery/env-files.js';
import { best, likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import type { Argv, JobFindings, SystemPackages, WorkerFindings } from '../../discovery/findings.js';
import { scriptProblems } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns, usesOf } from '../../discovery/services.js';
import { sourcesIn } from '../../discovery/source.js';
import { readsIn, variablesFrom, withDefaults } from '../../discovery/variables.js';
import { listensOn } from '../bind-variables.js';
import { frameworkFacts } from '../frameworks.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { declaredIn } from '../version-files.js';
import type { VersionFile } from '../version-files.js';
import { releaseFolder } from './image.js';
import { uploadFolders } from './data.js';
import { browserManifest, changedSettings, developmentCommand, developmentMigration, testCommand } from './development.js';
import { frameworks } from './frameworks/registry.js';
import { appName, declaresReleases, dependenciesOf, isUmbrella, keyword, language, mixFile, releaseName } from './project.js';
import type { MixFile, MixProject } from './project.js';
import { bindFacts, healthFacts, portFacts } from './server.js';

export const defaultPort = 4000;
const reads = [/\bSystem\.(?:get_env|fetch_env!?)\(\s*"([A-Za-z_]\w*)"/gu, /\bEnv\.get_\w+\(\s*"([A-Z_][A-Z0-9_]*)"/gu];

/** Parts of names that mean an interface: HOST is the name in links. */
const isAddress = /(?:^|_)(?:IP|BIND|LISTEN|INTERFACE|ADDR(?:ESS)?)(?:_|$)/u;

/** The name under which browsers reach it: a wrong one, such as the template's own default, has its sockets refused (hexdocs.pm/phoenix, check_origin). */
const hosts = { PHX_HOST: 'localhost' } as const;

/** Version managers say more than the manifest: it admits, they decide. */
const versionFiles: readonly VersionFile[] = [
  { file: '.tool-versions', pattern: /^[ \t]*elixir[ \t]+v?([^\s#]+)/mu },
  { file: '.elixir-version', pattern: /^[ \t]*v?([^\s#]+)/mu },
  { file: '.exenv-version', pattern: /^[ \t]*v?([^\s#]+)/mu },
  { file: 'elixir_buildpack.config', pattern: /^[ \t]*elixir_version=["']?v?([^\s"'#]+)/mu },
  { file: 'mise.toml', pattern: /^[ \t]*"?elixir"?[ \t]*=[ \t]*["']v?([^"'\s]+)["']/mu },
  { file: '.mise.toml', pattern: /^[ \t]*"?elixir"?[ \t]*=[ \t]*["']v?([^"'\s]+)["']/mu },
];

function versionFacts({ repository, path, mix, parts }: MixProject): readonly Fact<string>[] {
  const managed = declaredIn(repository, path, versionFiles);
  const declared = [mix, ...parts].map((each) => keyword(each, 'elixir', '"([^"]+)"')).find((each) => each !== undefined);
  return [...managed, ...(declared === undefined ? [] : [{ value: declared.value, confidence: 'certain' as const, evidence: [declared.evidence] }])];
}

/** Libraries that call a program. Those that are compiled bring their sources, and the compiler is in the image that builds. */
const native: Readonly<Record<string, SystemPackages>> = {
  mogrify: { build: [], runtime: ['imagemagick'] },
  chromic_pdf: { build: [], runtime: ['chromium', 'ghostscript'] },
};

function systemPackages(dependencies: readonly Located[]): SystemPackages {
  const found = dependencies.flatMap(({ name }) => (Object.hasOwn(native, name) ? [native[name]!] : []));
  return { build: [...new Set(found.flatMap(({ build }) => build))], runtime: [...new Set(found.flatMap(({ runtime }) => runtime))] };
}

const script = (name: string): string => `${releaseFolder}/bin/${name}`;

/** Migrations of a release: the script of Phoenix's template, or the module that it calls. */
function jobsOf(app: MixProject, release: string): readonly JobFindings[] {
  const { repository, path, sources } = app;
  const development = developmentMigration(app);
  const overlay = joinPath(path, 'rel/overlays/bin/migrate');
  if (repository.exists(overlay)) return [{ name: 'migrate', command: [{ value: [script('migrate')], confidence: 'certain', evidence: [citeFile(overlay)] }], ...development }];
  const source = sources.find(({ file, code }) => file.endsWith('/release.ex') && /\bdef\s+migrate\b/u.test(code));
  const module = /\bdefmodule\s+([\w.]+)\s+do/u.exec(source?.code ?? '')?.[1];
  if (source === undefined || module === undefined) return [];
  const evidence = cite(source.file, source.text, source.code.search(/\bdef\s+migrate\b/u));
  return [{ name: 'migrate', command: [{ value: [script(release), 'eval', `${module}.migrate`], confidence: 'certain', evidence: [evidence] }], ...development }];
}

/** Lines of a Procfile that run the release: Mix is not in the production image. */
function workersOf({ repository, path }: MixProject): readonly WorkerFindings[] {
  return procfileProcesses(repository, path)
    .filter(({ name, line }) => name !== 'web' && name !== 'release' && !/\bmix\b/u.test(line))
    .map(({ name, command }) => ({ name, start: [command], dev: [command] }));
}

/** Whether Mix starts something that stays: a supervised application with a server or with jobs of its own. */
function isApp({ mix, parts }: MixProject, dependencies: readonly Located[]): boolean {
  if ([mix, ...parts].some(({ code }) => /\bescript:|\bpackage:\s*(?:\[|package)/u.test(code)) && frameworkFacts(frameworks, dependencies).every(({ value }) => value !== 'phoenix')) return false;
  return [mix, ...parts].some(({ code }) => /\bmod:\s*\{/u.test(code));
}

function servesHttp(app: MixProject, dependencies: readonly Located[]): boolean {
  const known = best(frameworkFacts(frameworks, dependencies));
  // the libraries of Erlang serve without a package
  if (known === undefined) return app.sources.some(({ code }) => /:gen_tcp\.listen\(|:inets\.start\(\s*:httpd\b/u.test(code));
  return known !== 'plug' || app.sources.some(({ code }) => /\bBandit\b|\bPlug\.Cowboy\b/u.test(code));
}

function releaseProblems(app: MixProject): readonly Diagnostic[] {
  if (!isUmbrella(app.mix) || declaresReleases(app)) return [];
  return [{ code: 'umbrella-without-release', severity: 'warning', message: `${app.mix.file}: an umbrella project needs a release that names its applications`, help: 'Add releases: [name: [applications: [app: :permanent]]] to project/0' }];
}

function commandsOf(app: MixProject, framework: string | undefined, release: string) {
  const { repository, path, mix } = app;
  const server = joinPath(path, 'rel/overlays/bin/server');
  const start: Fact<Argv> = repository.exists(server)
    ? { value: [script('server')], confidence: 'certain', evidence: [citeFile(server)] }
    : { value: [script(release), 'start'], confidence: 'likely', evidence: [citeFile(mix.file)] };
  const tested = repository.files().some((file) => file.startsWith(joinPath(path, 'test/')) || (path === '.' && /^apps\/[^/]+\/test\//u.test(file)));
  const steps = assetsStep(app);
  const build = steps.length === 0 ? ['mix', 'release', release] : ['mix', 'do', ...steps, '+', 'release', release];
  return { start: [start], dev: likely(developmentCommand(app, framework)), build: likely(build), test: tested ? likely(testCommand(app)) : [] };
}

/** The alias of Phoenix's template that makes what browsers load. */
function assetsStep({ mix, parts }: MixProject): readonly string[] {
  return [mix, ...parts].some(({ code }) => /"assets\.deploy":/u.test(code)) ? ['assets.deploy'] : [];
}

/** What dependencies need to be fetched and compiled: manifests of the parts, settings, libraries beside the source. */
function installFiles({ repository, path, mix, parts }: MixProject): readonly string[] {
  const beside = [...mix.code.matchAll(/\bpath:\s*"(?:\.\/)?(\w[^".]*?)\/?"/gu)].map((match) => `${match[1]!}/`);
  const config = repository.exists(joinPath(path, 'config/config.exs')) ? ['config/'] : [];
  const browser = [browserManifest, 'assets/package-lock.json'].filter((file) => repository.exists(joinPath(path, file)));
  return [...parts.map(({ file }) => (path === '.' ? file : file.slice(path.length + 1))), ...beside, ...config, ...browser];
}

function findingsOf(app: MixProject, dependencies: readonly Located[], technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path, mix } = app;
  const name = appName(mix) ?? folderName(repository, path);
  const release = releaseName(app) ?? name.replaceAll('-', '_');
  const isServer = servesHttp(app, dependencies);
  const framework = isServer ? frameworkFacts(frameworks, dependencies).filter(({ value }, index) => index === 0 || value !== 'plug') : [];
  const services = servicesFrom(technologies, (each) => [...packageSigns('hex', dependencies, each), ...environmentSigns(app.env, each)], ({ id }) => isDisabled(app.env, id));
  const place = citeFile(mix.file);
  const uses = usesOf(services);
  const variables = withDefaults(variablesFrom(app.env, readsIn(app.sources, reads), (each) => /^(?:MIX_\w+|PHX_SERVER|RELEASE_\w+|ERL_\w+)$/u.test(each)), hosts);
  const kept = dataFindings({ repository, path, env: app.env, sources: app.sources, dependencies, reads: variables.map((each) => each.name), uses, technologies, folders: uploadFolders(app) });
  const commands = commandsOf(app, best(framework), release);
  const changed = changedSettings(app);
  const listens = listensOn(repository, { bind: isServer ? bindFacts(app) : [], variables: isServer ? variables.filter((each) => isAddress.test(each.name)) : [], start: commands.start });
  const found = appFindings({
    name,
    path,
    stack: 'elixir',
    role: isServer ? 'web' : 'worker',
    language: [{ value: 'elixir', confidence: 'certain', evidence: [place] }],
    framework,
    packageManager: [{ value: { name: 'mix' }, confidence: 'certain', evidence: [place] }],
    ...(repository.exists(joinPath(path, 'mix.lock')) ? { lockFile: 'mix.lock' } : {}),
    version: versionFacts(app),
    port: isServer ? portFacts(app, defaultPort) : [],
    health: isServer ? healthFacts(app) : [],
    ...listens,
    ...(changed.length === 0 ? {} : { changedSettings: changed }),
    commands,
    systemPackages: systemPackages(dependencies),
    output: `_build/prod/rel/${release}`,
    installFiles: installFiles(app),
    ...kept.found,
    variables,
    workers: workersOf(app),
    jobs: jobsOf(app, release),
    uses,
  });
  return { apps: [found], services, problems: [...kept.problems, ...bindProblems(listens.bind), ...releaseProblems(app)] };
}

/** Parts of an umbrella stand in its folder of apps. */
function partsOf(mix: MixFile, all: readonly MixFile[]): readonly MixFile[] {
  const folder = keyword(mix, 'apps_path', '"([^"]+)"')?.value;
  if (folder === undefined) return [];
  const top = joinPath(appPathOf(mix.file), folder.replace(/^\.\/|\/$/gu, ''));
  return all.filter(({ file }) => file.startsWith(`${top}/`));
}

/** Every application of Mix: an umbrella is one, because it is released as one; a library starts nothing. */
export function discoverElixir(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = filesNamed(repository, 'mix.exs').filter((file) => !file.split('/').includes('deps') && isPartOfProject(appPathOf(file)));
  const broken = scriptProblems(repository, files, 'a script of Elixir');
  const all = files.flatMap((file) => mixFile(repository, file) ?? []);
  const tops = all.filter((mix) => !all.some((other) => other !== mix && partsOf(other, all).includes(mix)));
  // what another project takes from a folder beside it is its library
  const taken = new Set(tops.flatMap(({ file, code }) => [...code.matchAll(/\bpath:\s*"\.?\/?([^".]+)"/gu)].map((match) => joinPath(appPathOf(file), match[1]!.replace(/\/$/u, '')))));
  const apps = tops.filter(({ file }) => !taken.has(appPathOf(file))).flatMap((mix) => {
    const path = appPathOf(mix.file);
    const parts = partsOf(mix, all);
    const others = new Set(tops.filter((other) => other !== mix).map(({ file }) => appPathOf(file)));
    const app: MixProject = { repository, path, mix, parts, sources: sourcesIn(repository, path, others, language), env: envExamples(repository, path) };
    const dependencies = [mix, ...parts].flatMap(dependenciesOf);
    return isApp(app, dependencies) ? [findingsOf(app, dependencies, technologies)] : [];
  });
  return { apps: apps.flatMap((each) => each.apps), services: apps.flatMap((each) => each.services), problems: [...broken, ...apps.flatMap((each) => each.problems)] };
}
