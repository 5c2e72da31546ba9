import type { DetectableTechnology } from '../stacks/stack.js';
import { positionAt } from './cite.js';
import { withoutHashComments, withoutPhpComments, withoutPythonComments, withoutScriptComments, withoutSlashComments } from './comments.js';
import type { AppFindings } from './findings.js';
import type { Repository } from './repository.js';
import { sourcesIn } from './source.js';
import type { Match, Source, SourceLanguage } from './source.js';

/** Where programs of any language say how they reach their services. */

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

/** Own address of a machine, as it stands in a text. */
export const self = String.raw`(localhost|127\.0\.0\.1|\[::1\])`;
/** `postgres://user:password@localhost:5432/shop`; the groups are the scheme and the host. */
export const url = new RegExp(String.raw`["'${'`'}](?:jdbc:)?([a-z][a-z\d]*)(?:\+[\w+]+)?:\/\/(?:[^"'${'`'}\s/@]*@)?${self}(?=[:/?"'${'`'}])`, 'gu');
/** The value beside something that may give another: a default, which the environment overrides. */
export const mayBeDefault = /\b\w*env\w*\b|environ|default|fallback|example|placeholder|\burl["']?\s*[:=]\s*[[{(]|unwrap_or|\|\||\?\?|\?:|\$\{|^\s*(?:async\s+)?(?:def|func|fn|function)\b/iu;
/** Variables that say where something is. */
export const saysWhere = /HOST|UR[LI]|ADDR|DSN|SERVER|BROKER|ENDPOINT|CONNECTION|NODE/u;
/** Lines around a match in which its own object is, and in which a variable is read for it. */
const around = 6;
const before = 3;

export type Service = DetectableTechnology & { readonly port: number; readonly connection: NonNullable<DetectableTechnology['connection']> };
export const isService = (technology: DetectableTechnology): technology is Service => technology.port !== undefined && technology.connection !== undefined;

const lineOf = ({ source, index }: Match): number => positionAt(source.code, index).line;

/** The variable that the program asks first: read in the same line, or, where its name says that it is an address, in one of those above. */
export function variableOf({ source, evidence: { line } }: Match, { variables }: AppFindings): string | undefined {
  const reads = variables.flatMap(({ name, evidence }) => evidence.filter(({ file }) => file === source.file).map((read) => ({ name, distance: line - read.line })));
  const near = reads.filter(({ name, distance }) => distance === 0 || (saysWhere.test(name) && distance > 0 && distance <= before));
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** Whether a variable's name says by itself that it leads there. */
export function isKnown({ connection }: Service, variable: string): boolean {
  return Object.values(connection({ service: '', prefix: '', identifier: '' }).variables).some((names) => names.includes(variable));
}

/** The service that an address is of, by its scheme. */
export function serviceOf(scheme: string, services: readonly Service[]): Service | undefined {
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

/** A line of a source, counted from 1, without its comments. */
export interface OwnLine {
  readonly line: number;
  readonly text: string;
}

/** The line of a match and those of its own object, the nearest first, with the line that opens it: what stands deeper or less deep is of another one. */
export function ownLines(match: Match): readonly OwnLine[] {
  const lines = match.source.code.split('\n');
  const own = lineOf(match) - 1;
  const depth = (line: string): number => (line.trim() === '' ? Infinity : line.search(/\S/u));
  const limit = depth(lines[own] ?? '');
  const found: OwnLine[] = [{ line: own + 1, text: lines[own] ?? '' }];
  let [up, down, follows] = [true, true, true];
  for (let each = 1; each <= around; each += 1) {
    const [above, below] = [lines[own - each] ?? '', lines[own + each] ?? ''];
    if (up && depth(above) <= limit) found.push({ line: own - each + 1, text: above });
    down &&= depth(below) >= limit;
    // a call may go on in deeper lines
    follows &&= depth(below) > limit;
    up &&= depth(above) >= limit;
    if (down && (follows || depth(below) === limit)) found.push({ line: own + each + 1, text: below });
  }
  return found;
}

/** Lines that load a library say that it is there, and not what stands below them. */
const loads = /\brequire\b|^\s*(?:import|from|use|using|#include)\b/u;
/** Other things that have a host and an account. */
const ofOthers = /mail|smtp|imap|pop3|ldap|ftp|https?|proxy|oauth|webhook|socket/iu;
const account = /\w*(?:user|pass)\w*["']?\s*(?:=>|[:=])/iu;
const anyOption = /["']?\b(\w*?)_?(?:host(?:_?name)?|port|user(?:_?name)?|pass(?:word|wd)?)\b["']?\s*(?::=|=>|[:=])/iu;

/** The lines of the options that begin as this one does, where those of several services stand together. */
function linesOf(match: Match, prefix: string): readonly string[] {
  return ownLines(match).filter(({ text }, index) => index === 0 || !loads.test(text)).map(({ text }) => text)
    .filter((line) => (anyOption.exec(line)?.[1] ?? prefix).toLowerCase() === prefix);
}

/**
 * Which of the app's services is meant where only a host stands: the one that is named nearest beside it, or whose port stands there,
 * else a database by the file's name or by an option of its own. `prefix` is what its options begin with, in lower case.
 */
export function meant(match: Match, services: readonly Service[], prefix = ''): Service | undefined {
  const lines = linesOf(match, prefix);
  if (ofOthers.test(lines[0] ?? '') && !services.some((service) => wordsOf(service).test(lines[0]!))) return undefined;
  const hasUser = lines.some((line) => /user\w*["']?\s*(?:=>|[:=])/iu.test(line));
  return named(match, hasUser ? services.filter(hasAccount) : services, prefix, lines);
}

/** Whether its clients log in by a name: options with a user are of no other. */
const hasAccount = ({ connection }: Service): boolean => connection({ service: '', prefix: '', identifier: '' }).parts.user !== undefined;

function named(match: Match, services: readonly Service[], prefix: string, lines: readonly string[]): Service | undefined {
  const port = lines.map((line) => /port["']?\s*(?:=>|[:=])\s*["']?(\d{2,5})\b/iu.exec(line)?.[1]).find((each) => each !== undefined);
  // another port is of something else
  if (port !== undefined) return services.find((service) => String(service.port) === port);
  const names = (service: Service, line: string): boolean => wordsOf(service).test(line) || new RegExp(String.raw`\b${service.port}\b`, 'u').test(line);
  const near = lines.map((line) => services.find((service) => names(service, line))).find((service) => service !== undefined);
  if (near !== undefined) return near;
  if (lines.some((line) => ofOthers.test(line))) return undefined;
  const inFile = services.filter((service) => wordsOf(service).test(match.source.code));
  if (inFile.length === 1 && lines.some((line) => account.test(line))) return inFile[0];
  const databases = services.filter(({ role }) => role === 'database');
  const isDatabase = ofDatabases.test(match.source.file) || /^(?:db|database|sql)/u.test(prefix) || lines.some((line) => namesDatabase.test(line));
  return databases.length === 1 && isDatabase ? databases[0] : undefined;
}

/** Folders whose sources run in the app: its own, and packages of its workspace. */
const foldersOf = ({ path, workspace }: AppFindings): readonly string[] => [...new Set([path, ...(workspace?.runtime ?? []).filter((folder) => folder !== workspace?.root)])];

const withCode = (file: string, text: string): Source => ({ file, text, code: stripped.find(([name]) => name.test(file))![1](text) });

/** Sources of an app in which an address of its own machine stands. */
export function addressSources(repository: Repository, app: AppFindings, others: ReadonlySet<string>): readonly Source[] {
  return foldersOf(app).flatMap((folder) => sourcesIn(repository, folder, new Set([...others].filter((each) => each !== folder)), language)).filter(({ code }) => code !== '').map(({ file, text }) => withCode(file, text));
}

/** Nobody writes so much by hand, and searching it would be slow. In characters. */
const maximumSource = 256 * 1024;

/** Sources in which an app reads its variables. */
export function readingSources(repository: Repository, { variables }: AppFindings): readonly Source[] {
  const files = new Set(variables.flatMap(({ evidence }) => evidence.map(({ file }) => file)));
  return [...files].filter((file) => language.name.test(file)).flatMap((file) => {
    const text = repository.read(file);
    return text === undefined || text.length > maximumSource ? [] : [withCode(file, text)];
  });
}
