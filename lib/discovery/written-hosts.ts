import type { Connection, ConnectionPart } from '../catalog/technology.js';
import type { Diagnostic } from '../diagnostics.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import { positionAt } from './cite.js';
import { withoutHashComments, withoutPhpComments, withoutPythonComments, withoutScriptComments, withoutSlashComments } from './comments.js';
import type { Evidence } from './evidence.js';
import type { AppFindings } from './findings.js';
import type { Repository } from './repository.js';
import { matches, sourcesIn } from './source.js';
import type { Match, Source, SourceLanguage } from './source.js';

/**
 * Addresses of services that are written down as this machine's own. Inside a container that is the container itself, so that the
 * program does not start as it was cloned: whatever its language is, it has to read them from its environment. Beside a variable such an
 * address is a default, and shows what the variable leads to.
 */

const self = String.raw`(localhost|127\.0\.0\.1|\[::1\])`;
/** Texts over several lines document something, mostly with an example. */
const withoutDocuments = (text: string): string => text.replace(/"""[^]*?"""|'''[^]*?'''/gu, (whole) => whole.replace(/[^\n]/gu, ' '));

const stripped: readonly (readonly [name: RegExp, strip: (text: string) => string])[] = [
  [/\.[cm]?[jt]sx?$/u, withoutScriptComments],
  [/\.py$/u, (text) => withoutPythonComments(withoutDocuments(text))],
  [/\.(?:rb|ru|exs?|cr)$/u, (text) => withoutHashComments(withoutDocuments(text))],
  [/\.php$/u, withoutPhpComments],
  [/\.(?:go|java|kts?|scala|cs|fs|rs|cpp|cc|cxx|h|hpp)$/u, withoutSlashComments],
  // settings that programs load as they stand; those of frameworks that variables override have other names
  [/(?:^|\/)config\/[\w-]+\.json$|(?:^|\/)(?:config|database|db|ormconfig|db[.-]config)\.json$/u, (text) => text],
];
const language: SourceLanguage = {
  name: new RegExp(stripped.map(([{ source }]) => source).join('|'), 'u'),
  // besides those of tests, settings of tools that no server loads
  notSource: /(?:^|[/._-])(?:tests?|specs?|mocks?|fixtures?|local|e2e|seeds?|seeders?|scripts?|tools?|migrations?|bench(?:marks?)?)(?:[/._-]|$)|(?:^|\/)(?:playwright|cypress|jest|vite|vitest|webpack|rollup|karma|wdio|next|nuxt|astro|svelte|vue|gatsby-config|eslint|tailwind)\.config\.[cm]?[jt]s$/u,
  // most files name no such address, and need no further look
  withoutComments: (text) => (/localhost|127\.0\.0\.1|\[::1\]/u.test(text) ? text : ''),
};

/** `postgres://user:password@localhost:5432/shop`; the groups are the scheme and the host. */
const url = new RegExp(String.raw`["'${'`'}](?:jdbc:)?([a-z][a-z\d]*)(?:\+[\w+]+)?:\/\/(?:[^"'${'`'}\s/@]*@)?${self}(?=[:/?"'${'`'}])`, 'gu');
/** `localhost:6379`, also of services that speak HTTP; the groups are the host and the port. */
const hostAndPort = new RegExp(String.raw`["'${'`'}](?:https?:\/\/)?${self}:(\d{4,5})(?=[/"'${'`'},])`, 'gu');
/** `HOST: "localhost"`, `'host' => 'localhost'`, `dbHost = "localhost"`. */
const property = new RegExp(String.raw`["']?\b(\w*host(?:name)?|server)\b["']?\s*(?::=|=>|[:=])\s*["'${'`'}]${self}["'${'`'}]`, 'giu');
/** `mysqli_connect("localhost"`, `createClient(6379, 'localhost'`. */
const argument = new RegExp(String.raw`\b(\w*(?:connect|client|mysqli|redis|memcache|connection|parameters)\w*)\(\s*(?:\d+,\s*)?["'${'`'}]${self}["'${'`'}]`, 'giu');
/** `"host=localhost user=shop"`, `"mysql:host=localhost;dbname=shop"`, `"shop:secret@tcp(127.0.0.1:3306)/shop"`. */
const keywords = new RegExp(String.raw`["'${'`'}][^"'${'`'}\n]{0,200}?\b((?:host=|server=|data source=)|@tcp\()${self}\b`, 'giu');

/** The value beside something that may give another: a default, which the environment overrides. */
const mayBeDefault = /\b\w*env\w*\b|environ|default|fallback|example|placeholder|\burl["']?\s*[:=]\s*[[{(]|unwrap_or|\|\||\?\?|\?:|\$\{|^\s*(?:async\s+)?(?:def|func|fn|function)\b/iu;
/** Variables that say where something is. */
const saysWhere = /HOST|UR[LI]|ADDR|DSN|SERVER|BROKER|ENDPOINT|CONNECTION|NODE/u;
/** Lines around a match in which its own object is, and in which a variable is read for it. */
const around = 6;
const before = 3;

type Service = DetectableTechnology & { readonly port: number; readonly connection: NonNullable<DetectableTechnology['connection']> };
const isService = (technology: DetectableTechnology): technology is Service => technology.port !== undefined && technology.connection !== undefined;

interface Written {
  readonly technology: Service;
  /** Parts of the connection that stand there. */
  readonly parts: readonly ConnectionPart[];
  readonly evidence: Evidence;
}

const lineOf = ({ source, index }: Match): number => positionAt(source.code, index).line;

/** The variable that the program asks first: read in the same line, or, where its name says that it is an address, in one of those above. */
function variableOf({ source, evidence: { line } }: Match, { variables }: AppFindings): string | undefined {
  const reads = variables.flatMap(({ name, evidence }) => evidence.filter(({ file }) => file === source.file).map((read) => ({ name, distance: line - read.line })));
  const near = reads.filter(({ name, distance }) => distance === 0 || (saysWhere.test(name) && distance > 0 && distance <= before));
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** Whether the program asks its environment first. */
function isDefault(match: Match, app: AppFindings): boolean {
  return mayBeDefault.test(match.source.code.split('\n')[match.evidence.line - 1] ?? '') || variableOf(match, app) !== undefined;
}

/** Variables whose default is an address of a service: they lead to it, whatever they are called. */
function connected(app: AppFindings, sources: readonly Source[], services: readonly Service[]): AppFindings['variables'] {
  const found = new Map(matches(sources, url).flatMap((match) => {
    const technology = serviceOf(match.groups[1]!, services);
    const name = variableOf(match, app);
    return technology === undefined || name === undefined || isKnown(technology, name) ? [] : [[name, technology.id] as const];
  }));
  return app.variables.map((variable) => (variable.connects === undefined && found.has(variable.name) ? { ...variable, connects: { technology: found.get(variable.name)!, part: 'url' } } : variable));
}

/** Whether a variable's name says by itself that it leads there. */
function isKnown({ connection }: Service, variable: string): boolean {
  return Object.values(connection({ service: '', prefix: '', identifier: '' }).variables).some((names) => names.includes(variable));
}

/** The service that an address is of, by its scheme. */
function serviceOf(scheme: string, services: readonly Service[]): Service | undefined {
  return services.find(({ detection, variants = {} }) => [detection, ...Object.values(variants).map((each) => each.detection)].some(({ schemes }) => schemes.includes(scheme)));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Words that only somebody says who means the technology: its name and its schemes, as in `redisHost`, and its clients by their whole names. */
function wordsOf({ id, detection }: Service): RegExp {
  const clients = Object.values(detection.packages).flatMap((packages) => Object.keys(packages)).map((name) => name.replace(/\[.*$/u, ''));
  const names = [id, ...detection.schemes];
  const whole = [...new Set([...names.filter((name) => name.length < 5), ...clients])].map((word) => String.raw`(?<![a-z\d])${escaped(word)}(?![a-z\d])`);
  return new RegExp([...names.filter((name) => name.length >= 5).map(escaped), ...whole].join('|'), 'iu');
}

const ofDatabases = /(?:^|[/._-])(?:db|database|sequelize|knex|typeorm|orm|data-?source|mongoose)(?:[/._-]|$)/iu;
const namesDatabase = /["']?\b(?:database|db|dbname|db_name|schema)\b["']?\s*(?:=>|[:=])/iu;

/** The line of a match and those of its own object, the nearest first, with the line that opens it: what stands deeper or less deep is of another one. */
function ownLines(match: Match): readonly string[] {
  const lines = match.source.code.split('\n');
  const own = lineOf(match) - 1;
  const depth = (line: string): number => (line.trim() === '' ? Infinity : line.search(/\S/u));
  const limit = depth(lines[own] ?? '');
  const found = [lines[own] ?? ''];
  let [up, down] = [true, true];
  for (let each = 1; each <= around; each += 1) {
    const [above, below] = [lines[own - each] ?? '', lines[own + each] ?? ''];
    if (up) found.push(above);
    down &&= depth(below) >= limit;
    up &&= depth(above) >= limit;
    if (down) found.push(below);
  }
  return found;
}

/** Which of the app's services is meant where only a host stands: the one that is named nearest, in the file, by its name. */
function meant(match: Match, services: readonly Service[]): Service | undefined {
  const lines = ownLines(match);
  // another port is of something else
  const port = lines.map((line) => /\bport\b["']?\s*(?:=>|[:=])\s*["']?(\d{2,5})\b/iu.exec(line)?.[1]).find((each) => each !== undefined);
  if (port !== undefined) return services.find((service) => String(service.port) === port);
  const near = lines.map((line) => services.find((service) => wordsOf(service).test(line))).find((service) => service !== undefined);
  if (near !== undefined) return near;
  const named = services.filter((service) => wordsOf(service).test(match.source.code));
  if (named.length === 1 && services.length === 1) return named[0];
  const databases = services.filter(({ role }) => role === 'database');
  return databases.length === 1 && (ofDatabases.test(match.source.file) || lines.some((line) => namesDatabase.test(line))) ? databases[0] : undefined;
}

const partKeys: readonly (readonly [ConnectionPart, RegExp])[] = [
  ['user', /["']?\b\w*user(?:_?name)?\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
  ['password', /["']?\b\w*pass(?:word|wd)?\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
  ['database', /["']?\b(?:\w*database|db|\w*db_?name|name)\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
];

/** What stands beside the host as it does: the account and the database. */
function partsBeside(match: Match): readonly ConnectionPart[] {
  const written = ownLines(match).filter((line) => !mayBeDefault.test(line));
  return ['host', ...partKeys.filter(([, key]) => written.some((line) => key.test(line))).map(([part]) => part)];
}

function writtenIn(sources: readonly Source[], services: readonly Service[]): readonly (Written & { readonly match: Match })[] {
  const found = (match: Match, technology: Service | undefined, parts: readonly ConnectionPart[]) => (technology === undefined ? [] : [{ match, technology, parts, evidence: match.evidence }]);
  return [
    ...matches(sources, url).flatMap((match) => found(match, serviceOf(match.groups[1]!, services), ['url'])),
    ...matches(sources, hostAndPort).flatMap((match) => found(match, services.find(({ port }) => String(port) === match.groups[2]), ['url', 'address'])),
    ...matches(sources, keywords).flatMap((match) => found(match, meant(match, services), ['url'])),
    ...[property, argument].flatMap((pattern) => matches(sources, pattern)).flatMap((match) => found(match, meant(match, services), partsBeside(match))),
  ];
}

/** The variable of each part that the compose files set: of the names that it may have, one that begins as those do which the app reads already. */
function variablesOf({ technology, parts }: Written, reads: readonly string[]): readonly string[] {
  const { variables }: Connection = technology.connection({ service: '', prefix: '', identifier: '' });
  const prefixes = [...reads.filter((name) => Object.values(variables).some((names) => names.includes(name))).map((name) => name.replace(/[^_]+$/u, '')), 'DB_'];
  const choose = (part: ConnectionPart): readonly string[] => {
    const names = variables[part] ?? [];
    return [prefixes.map((prefix) => names.find((name) => name.startsWith(prefix) && prefix !== '')).find((name) => name !== undefined) ?? names[0]].flatMap((name) => name ?? []);
  };
  // an account has a password, wherever the program has it from
  const needsPassword = parts.includes('user') && !parts.includes('password') && !reads.some((name) => variables.password?.includes(name) === true);
  // an address as a whole is read from one variable
  return parts.includes('host') && variables.host !== undefined ? [...parts, ...(needsPassword ? ['password' as const] : [])].flatMap(choose) : (['url', 'address', 'host'] as const).flatMap((part) => variables[part]?.[0] ?? []).slice(0, 1);
}

function problemOf({ technology, evidence }: Written, more: number, variables: readonly string[]): Diagnostic {
  const others = more === 0 ? '' : `, as in ${more} more place${more === 1 ? '' : 's'}`;
  return {
    code: 'host-written-down',
    severity: 'warning',
    message: `${evidence.file}:${evidence.line}: the address of ${technology.title ?? technology.id} is written down as this machine's own${others}, and inside a container that is the container itself`,
    help: `Read it from ${variables.join(', ')}, which the compose files set`,
  };
}

/** Folders whose sources run in the app: its own, and packages of its workspace. */
const foldersOf = ({ path, workspace }: AppFindings): readonly string[] => [...new Set([path, ...(workspace?.runtime ?? []).filter((folder) => folder !== workspace?.root)])];

function ofApp(repository: Repository, app: AppFindings, others: ReadonlySet<string>, technologies: readonly DetectableTechnology[]): { readonly app: AppFindings; readonly problems: readonly Diagnostic[] } {
  const services = app.uses.flatMap((id) => technologies.filter((technology) => technology.id === id)).filter(isService);
  if (services.length === 0 || app.role === 'static') return { app, problems: [] };
  const sources = foldersOf(app).flatMap((folder) => sourcesIn(repository, folder, new Set([...others].filter((each) => each !== folder)), language)).filter(({ code }) => code !== '')
    .map((source): Source => ({ ...source, code: stripped.find(([name]) => name.test(source.file))![1](source.text) }));
  const written = writtenIn(sources.filter(({ file }) => app.changedSettings?.includes(file) !== true), services).filter(({ match }) => !isDefault(match, app));
  const reads = app.variables.map(({ name }) => name);
  const found = services.flatMap((technology) => {
    const places = [...new Map(written.filter((each) => each.technology === technology).map((each) => [`${each.evidence.file}:${each.evidence.line}`, each])).values()];
    const names = places.length === 0 ? [] : variablesOf(places[0]!, reads);
    return names.length === 0 ? [] : [{ names, problem: problemOf(places[0]!, places.length - 1, names) }];
  });
  const unread = [...new Set(found.flatMap(({ names }) => names))].filter((name) => !reads.includes(name));
  const variables = connected(app, sources, services);
  return { app: { ...app, variables, ...(unread.length === 0 ? {} : { unread }) }, problems: found.map(({ problem }) => problem) };
}

/** The apps with the variables that say where their services are, or that should, and a problem for each service whose address is written down. */
export function withWrittenHosts(repository: Repository, apps: readonly AppFindings[], technologies: readonly DetectableTechnology[]): { readonly apps: readonly AppFindings[]; readonly problems: readonly Diagnostic[] } {
  const folders = new Set(apps.map(({ path }) => path));
  const found = apps.map((app) => ofApp(repository, app, folders, technologies));
  return { apps: found.map(({ app }) => app), problems: found.flatMap(({ problems }) => problems) };
}
