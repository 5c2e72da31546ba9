import type { Diagnostic } from '../../diagnostics.js';
import { appFindings, appPathOf, folderName, isPartOfProject } from '../../discovery/app-findings.js';
import { bindProblems, developmentBindProblem } from '../../discovery/bind.js';
import { cite, citeFile } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import { dataFindings } from '../../discovery/data.js';
import { envExamples } from '../../discovery/env-files.js';
import { best, distinct } from '../../discovery/evidence.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { filesNamed, filesUnder } from '../../discovery/file-index.js';
import type { Argv, JobFindings, SystemPackages, WorkerFindings } from '../../discovery/findings.js';
import type { Located } from '../../discovery/manifest.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { isDisabled, servicesFrom, environmentSigns, usesOf } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import { matches, sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';
import { stringAt, tableAt } from '../../discovery/toml.js';
import { readsIn, variablesFrom, withDefaults } from '../../discovery/variables.js';
import { listensOn } from '../bind-variables.js';
import { frameworkFacts } from '../frameworks.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import type { Framework } from './frameworks/framework.js';
import { findFramework, frameworks } from './frameworks/registry.js';
import { releaseFolder } from './image.js';
import { citeKey, dependenciesOf, readShard } from './shard.js';
import type { Shard } from './shard.js';

export const defaultPort = 3000;
const language: SourceLanguage = { name: /\.cr$/u, notSource: /_spec\.cr$/u, withoutComments: withoutHashComments };
const reads = [/\bENV(?:\.fetch\(|\.\[\]\?\(|\[)\s*"([A-Za-z_]\w*)"/gu];
const serves = /\bHTTP::Server\.new\b|\bKemal\.run\b|\bATH\.run\b|\bAmber::Server\b/u;
/** Lucky makes its links with it and does not start without it in production (luckyframework.org, deploying). */
const addresses = { APP_DOMAIN: 'http://localhost' } as const;
/** Clients by their URL's scheme: a shard names the project that it comes from, and schemes are what a technology is known by. */
const clients: Readonly<Record<string, string>> = { pg: 'postgresql', avram: 'postgresql', redis: 'rediss', mosquito: 'rediss' };
/** Debian names of what shards link against. */
const native: Readonly<Record<string, SystemPackages>> = { sqlite3: { build: ['libsqlite3-dev'], runtime: ['libsqlite3-0'] }, magickwand: { build: ['libmagickwand-dev'], runtime: ['imagemagick'] } };

const portPatterns: readonly RegExp[] = [
  /\bENV(?:\.fetch\(\s*"PORT"\s*,|\["PORT"\]\?\s*\)?(?:\.try[^|\n]{0,60})?\s*\|\|)\s*"?(\d{2,5})\b/gu,
  /\b(?:Kemal|ATH)\.run\s*\(?\s*(?:port:\s*)?(\d{2,5})\b/gu,
  /\b(?:config|Kemal\.config|settings|server)\.port\s*=\s*(\d{2,5})\b/gu,
  /\b(?:property|getter|getter!|class_property)\s+port\s*(?::\s*U?Int\d+\s*)?=\s*(\d{2,5})\b/gu,
  /\b(?:bind_tcp|listen)\s*\(?\s*(?:"[^"]*"\s*,\s*)?(?:port:\s*)?(\d{2,5})\b/gu,
];

function portFacts(sources: readonly Source[]): readonly Fact<number>[] {
  const all = portPatterns.flatMap((pattern) => matches(sources, pattern)).filter(({ groups }) => Number(groups[1]) > 0 && Number(groups[1]) < 65_536);
  const found = [...new Set(all.map(({ groups }) => Number(groups[1])))].map((value): Fact<number> => ({
    value,
    confidence: 'certain',
    evidence: distinct(all.filter(({ groups }) => Number(groups[1]) === value).map(({ evidence }) => evidence)),
  }));
  return found.length > 0 ? found : [{ value: defaultPort, confidence: 'guess', evidence: [] }];
}

/** The settings of Lucky's server in development, which no variable changes (luckyframework.org, config/watch.yml). */
function watchSettings(repository: Repository, path: string): { readonly port: readonly Fact<number>[]; readonly problems: readonly Diagnostic[] } {
  const file = joinPath(path, 'config/watch.yml');
  const text = repository.read(file) ?? '';
  const port = /^port:[ \t]*(\d{2,5})\b/mu.exec(text);
  const host = /^host:[ \t]*["']?(?:127\.[\d.]+|localhost)\b/mu.exec(text);
  return {
    port: port === null ? [] : [{ value: Number(port[1]), confidence: 'likely', evidence: [cite(file, text, port.index)] }],
    problems: host === null ? [] : [developmentBindProblem(cite(file, text, host.index), 'the server', 'Write host: 0.0.0.0 there')],
  };
}

/** With a port alone, the server of the standard library listens on localhost. */
function bindFacts(sources: readonly Source[]): readonly Fact<'all' | 'loopback'>[] {
  return matches(sources, /\b(?:bind_tcp|listen)\s*\(?\s*(?:"(?:localhost|127\.[\d.]+)"|(?:port:\s*)?\d{2,5}\b)|\bhost_binding\s*=\s*"(?:localhost|127\.[\d.]+)"/gu)
    .map(({ evidence }) => ({ value: 'loopback', confidence: 'certain', evidence: [evidence] }));
}

function healthFacts(sources: readonly Source[]): readonly Fact<string>[] {
  return matches(sources, /^\s*(?:get|@\[ARTA::Get)\s*\(?\s*"(\/(?:api\/)?(?:livez|live|healthz|health|healthcheck|health-check|ping|up|readyz|ready|status))"/gmu)
    .map(({ groups, evidence }) => ({ value: groups[1]!, confidence: 'likely', evidence: [evidence] }));
}

const versionFiles: readonly (readonly [string, RegExp])[] = [
  ['.crystal-version', /^[ \t]*v?([^\s#]+)/mu],
  ['.tool-versions', /^[ \t]*crystal[ \t]+v?([^\s#]+)/mu],
  ['mise.toml', /^[ \t]*"?crystal"?[ \t]*=[ \t]*["']v?([^"'\s]+)["']/mu],
];

function versionFacts(repository: Repository, path: string, shard: Shard): readonly Fact<string>[] {
  const managed = versionFiles.flatMap(([name, pattern]): readonly Fact<string>[] => {
    const file = joinPath(path, name);
    const text = repository.read(file) ?? '';
    const match = pattern.exec(text);
    return match === null ? [] : [{ value: match[1]!, confidence: 'certain', evidence: [cite(file, text, match.index + match[0].search(/\S/u))] }];
  });
  const declared = shard.data['crystal'];
  const text = typeof declared === 'string' ? declared : typeof declared === 'number' ? String(declared) : undefined;
  return [...managed, ...(text === undefined ? [] : [{ value: text, confidence: 'certain' as const, evidence: [citeKey(shard, 'crystal')] }])];
}

interface Target {
  readonly name: string;
  readonly main: string;
}

/** The program that serves: the target of the shard's own name, of a server's name, or the first. */
function targetOf({ data }: Shard, name: string): Target | undefined {
  const targets = Object.entries(tableAt(data, 'targets')).flatMap(([each, value]) => {
    const main = stringAt(value, 'main');
    return main === undefined || !/^[\w.-]+$/u.test(each) ? [] : [{ name: each, main }];
  });
  return targets.find((each) => each.name === name) ?? targets.find((each) => /server|web|app/u.test(each.name)) ?? targets[0];
}

function systemPackages(dependencies: readonly Located[]): SystemPackages {
  const found = dependencies.flatMap(({ name }) => (Object.hasOwn(native, name) ? [native[name]!] : []));
  return { build: found.flatMap(({ build }) => build), runtime: found.flatMap(({ runtime }) => runtime) };
}

function clientSigns(dependencies: readonly Located[], { detection }: DetectableTechnology): readonly ServiceSign[] {
  return dependencies.flatMap(({ name, evidence }) => (Object.hasOwn(clients, name) && detection.schemes.includes(clients[name]!) ? [{ confidence: 'certain' as const, evidence }] : []));
}

function workersOf(repository: Repository, path: string): readonly WorkerFindings[] {
  return procfileProcesses(repository, path).filter(({ name }) => name !== 'web' && name !== 'release').map(({ name, command }) => ({ name, start: [command], dev: [command] }));
}

/** The server's program. A buildpack leaves it elsewhere: a line of a Procfile that starts it says its arguments. */
function startOf(repository: Repository, path: string, { name }: Target, place: Evidence): Fact<Argv> {
  const web = procfileProcesses(repository, path).find((each) => each.name === 'web' && /^(?:\.\/)?(?:bin\/)?[\w-]+$/u.test(each.command.value[0] ?? ''))?.command;
  return { value: [`${releaseFolder}/${name}`, ...(web?.value.slice(1) ?? [])], confidence: 'likely', evidence: [place, ...(web?.evidence ?? [])] };
}

/** The migration by the framework's tasks; a Procfile that releases with them says the same. */
function jobsOf(repository: Repository, path: string, tasks: Framework['tasks']): readonly JobFindings[] {
  const file = tasks === undefined ? '' : joinPath(path, tasks.file);
  if (tasks === undefined || !repository.exists(file)) return [];
  const release = procfileProcesses(repository, path).find(({ name, line }) => name === 'release' && line.includes(tasks.migration));
  const evidence = [citeFile(file), ...(release?.command.evidence ?? [])];
  return [{ name: 'migrate', command: [{ value: [`${releaseFolder}/${tasks.program}`, tasks.migration], confidence: 'likely', evidence }], development: ['crystal', 'run', tasks.file, '--', tasks.migration] }];
}

/** One line that builds the server, and the tasks where a job runs them. */
function buildOf(target: string, isLocked: boolean, tasks: Framework['tasks'], jobs: readonly JobFindings[]): Argv {
  const server = ['shards', 'build', target, ...(isLocked ? ['--production'] : []), '--release', '--no-debug'];
  if (tasks === undefined || jobs.length === 0) return server;
  return ['sh', '-c', `${server.join(' ')} && crystal build ${tasks.file} --release --no-debug -o bin/${tasks.program}`];
}

function findingsOf(repository: Repository, shard: Shard, sources: readonly Source[], technologies: readonly DetectableTechnology[]): StackDiscovery {
  const path = appPathOf(shard.file);
  const name = stringAt(shard.data, 'name') ?? folderName(repository, path);
  const target = targetOf(shard, name);
  const dependencies = dependenciesOf(shard);
  const framework = frameworkFacts(frameworks, dependencies);
  if (target === undefined || (framework.length === 0 && !sources.some(({ code }) => serves.test(code)))) return { apps: [], services: [], problems: [] };
  const env = envExamples(repository, path);
  const services = servicesFrom(technologies, (each) => [...clientSigns(dependencies, each), ...environmentSigns(env, each)], ({ id }) => isDisabled(env, id));
  const uses = usesOf(services);
  const variables = withDefaults(variablesFrom(env, readsIn(sources, reads), (each) => /^(?:KEMAL|LUCKY|AMBER|ATHENA)_ENV$/u.test(each)), addresses);
  const kept = dataFindings({ repository, path, env, sources, dependencies, reads: variables.map((each) => each.name), uses, technologies });
  const isLocked = repository.exists(joinPath(path, 'shard.lock'));
  const place = citeKey(shard, 'targets');
  const tasks = findFramework(best(framework))?.tasks;
  const jobs = jobsOf(repository, path, tasks);
  const watch = framework.some(({ value }) => value === 'lucky') ? watchSettings(repository, path) : { port: [], problems: [] };
  const listens = listensOn(repository, { bind: bindFacts(sources), variables, start: [] });
  const hasSpecs = filesUnder(repository, joinPath(path, 'spec')).length > 0;
  const found = appFindings({
    name,
    path,
    stack: 'crystal',
    language: [{ value: 'crystal', confidence: 'certain', evidence: [citeFile(shard.file)] }],
    framework,
    packageManager: [{ value: { name: 'shards' }, confidence: 'certain', evidence: [citeFile(shard.file)] }],
    ...(isLocked ? { lockFile: 'shard.lock' } : {}),
    version: versionFacts(repository, path, shard),
    port: [...watch.port, ...portFacts(sources).filter(({ value }) => watch.port.every((each) => each.value !== value))],
    health: healthFacts(sources),
    ...listens,
    commands: {
      start: [startOf(repository, path, target, place)],
      dev: [{ value: ['watch-source', target.main], confidence: 'likely', evidence: [place] }],
      build: [{ value: buildOf(target.name, isLocked, tasks, jobs), confidence: 'likely', evidence: [place] }],
      test: hasSpecs ? [{ value: ['crystal', 'spec'], confidence: 'likely', evidence: [] }] : [],
    },
    output: `bin/${target.name}`,
    systemPackages: systemPackages(dependencies),
    ...kept.found,
    variables,
    workers: workersOf(repository, path),
    jobs,
    uses,
  });
  return { apps: [found], services, problems: [...bindProblems(listens.bind), ...watch.problems, ...kept.problems] };
}

/** Every server of Crystal: a shard with a target. A shard without one is a library. */
export function discoverCrystal(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = filesNamed(repository, 'shard.yml').filter((file) => isPartOfProject(appPathOf(file)) && !/(?:^|\/)lib\//u.test(file));
  const folders = new Set(files.map(appPathOf));
  const readings = files.map((file) => readShard(repository, file));
  const found = readings.flatMap(({ shard }) => (shard === undefined ? [] : [findingsOf(repository, shard, sourcesIn(repository, appPathOf(shard.file), folders, language), technologies)]));
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    problems: [...readings.flatMap(({ problems }) => problems), ...found.flatMap(({ problems }) => problems)],
  };
}
