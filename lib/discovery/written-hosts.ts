import type { Connection, ConnectionPart } from '../catalog/technology.js';
import type { Diagnostic } from '../diagnostics.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import { addressSources, isService, mayBeDefault, meant, ownLines, self, serviceOf, url, variableOf } from './addresses.js';
import type { Service } from './addresses.js';
import { connectedVariables } from './connected-variables.js';
import type { Evidence } from './evidence.js';
import type { AppFindings } from './findings.js';
import type { Repository } from './repository.js';
import { matches } from './source.js';
import type { Match, Source } from './source.js';

/**
 * Addresses of services that are written down as this machine's own. Inside a container that is the container itself, so that the
 * program does not start as it was cloned: whatever its language is, it has to read them from its environment. Beside a variable such an
 * address is a default, and shows what the variable leads to.
 */

/** `localhost:6379`, also of services that speak HTTP; the groups are the host and the port. */
const hostAndPort = new RegExp(String.raw`["'${'`'}](?:https?:\/\/)?${self}:(\d{4,5})(?=[/"'${'`'},])`, 'gu');
/** `HOST: "localhost"`, `'host' => 'localhost'`, `dbHost = "localhost"`. */
const property = new RegExp(String.raw`["']?\b(\w*host(?:name)?|server)\b["']?\s*(?::=|=>|[:=])\s*["'${'`'}]${self}["'${'`'}]`, 'giu');
/** `mysqli_connect("localhost"`, `createClient(6379, 'localhost'`. */
const argument = new RegExp(String.raw`\b(\w*(?:connect|client|mysqli|redis|memcache|connection|parameters)\w*)\(\s*(?:\d+,\s*)?["'${'`'}]${self}["'${'`'}]`, 'giu');
/** `"host=localhost user=shop"`, `"mysql:host=localhost;dbname=shop"`, `"shop:secret@tcp(127.0.0.1:3306)/shop"`. */
const keywords = new RegExp(String.raw`["'${'`'}][^"'${'`'}\n]{0,200}?\b((?:host=|server=|data source=)|@tcp\()${self}\b`, 'giu');

interface Written {
  readonly technology: Service;
  /** Parts of the connection that stand there. */
  readonly parts: readonly ConnectionPart[];
  readonly evidence: Evidence;
}

/** Whether the program asks its environment first. */
function isDefault(match: Match, app: AppFindings): boolean {
  return mayBeDefault.test(match.source.code.split('\n')[match.evidence.line - 1] ?? '') || variableOf(match, app) !== undefined;
}

const partKeys: readonly (readonly [ConnectionPart, RegExp])[] = [
  ['user', /["']?\b\w*user(?:_?name)?\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
  ['password', /["']?\b\w*pass(?:word|wd)?\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
  ['database', /["']?\b(?:\w*database|db|\w*db_?name|name)\b["']?\s*(?:=>|[:=])\s*["'${'`'}]/iu],
];

/** What stands beside the host as it does: the account and the database. */
function partsBeside(match: Match): readonly ConnectionPart[] {
  const written = ownLines(match).map(({ text }) => text).filter((line) => !mayBeDefault.test(line));
  return ['host', ...partKeys.filter(([, key]) => written.some((line) => key.test(line))).map(([part]) => part)];
}

/** What options of the same service begin with: `db` of `dbHost`. */
const prefixOf = (key: string): string => /^(\w*?)_?host(?:name)?$/iu.exec(key)?.[1]?.toLowerCase() ?? '';

function writtenIn(sources: readonly Source[], services: readonly Service[]): readonly (Written & { readonly match: Match })[] {
  const found = (match: Match, technology: Service | undefined, parts: readonly ConnectionPart[]) => (technology === undefined ? [] : [{ match, technology, parts, evidence: match.evidence }]);
  return [
    ...matches(sources, url).flatMap((match) => found(match, serviceOf(match.groups[1]!, services), ['url'])),
    ...matches(sources, hostAndPort).flatMap((match) => found(match, services.find(({ port }) => String(port) === match.groups[2]), ['url', 'address'])),
    ...matches(sources, keywords).flatMap((match) => found(match, meant(match, services), ['url'])),
    ...[property, argument].flatMap((pattern) => matches(sources, pattern)).flatMap((match) => found(match, meant(match, services, prefixOf(match.groups[1]!)), partsBeside(match))),
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

function ofApp(repository: Repository, app: AppFindings, others: ReadonlySet<string>, technologies: readonly DetectableTechnology[]): { readonly app: AppFindings; readonly problems: readonly Diagnostic[] } {
  const services = app.uses.flatMap((id) => technologies.filter((technology) => technology.id === id)).filter(isService);
  if (services.length === 0 || app.role === 'static') return { app, problems: [] };
  const sources = addressSources(repository, app, others).filter(({ file }) => app.changedSettings?.includes(file) !== true);
  const written = writtenIn(sources, services).filter(({ match }) => !isDefault(match, app));
  const reads = app.variables.map(({ name }) => name);
  const found = services.flatMap((technology) => {
    const places = [...new Map(written.filter((each) => each.technology === technology).map((each) => [`${each.evidence.file}:${each.evidence.line}`, each])).values()];
    const names = places.length === 0 ? [] : variablesOf(places[0]!, reads);
    return names.length === 0 ? [] : [{ names, problem: problemOf(places[0]!, places.length - 1, names) }];
  });
  const unread = [...new Set(found.flatMap(({ names }) => names))].filter((name) => !reads.includes(name));
  return { app: { ...app, variables: connectedVariables(repository, app, services), ...(unread.length === 0 ? {} : { unread }) }, problems: found.map(({ problem }) => problem) };
}

/** The apps with the variables that say where their services are, or that should, and a problem for each service whose address is written down. */
export function withWrittenHosts(repository: Repository, apps: readonly AppFindings[], technologies: readonly DetectableTechnology[]): { readonly apps: readonly AppFindings[]; readonly problems: readonly Diagnostic[] } {
  const folders = new Set(apps.map(({ path }) => path));
  const found = apps.map((app) => ofApp(repository, app, folders, technologies));
  return { apps: found.map(({ app }) => app), problems: found.flatMap(({ problems }) => problems) };
}
