import { codeOnly, importsOf } from './sources.js';

/** Each rule takes sources by path and gives one line for each place that breaks it. */
type Sources = ReadonlyMap<string, string>;

const layer = (path: string): string => /^lib\/(\w+)\//u.exec(path)?.[1] ?? path;

/** What each layer may import of the others, besides types. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  messages: [],
  discovery: ['text'],
  merge: ['render'],
  catalog: ['text'],
  stacks: ['catalog', 'discovery', 'text'],
  patterns: [],
  brief: ['catalog', 'stacks', 'patterns', 'discovery', 'messages'],
  design: ['catalog', 'stacks', 'patterns', 'brief', 'messages'],
  render: ['design', 'catalog', 'text', 'messages'],
};
/** Files that every layer may import. */
const common = new Set(['lib/diagnostics.ts']);

export function importDirections(files: Sources): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const may = allowed[layer(path)];
    if (may === undefined) return [];
    return importsOf(path, text)
      .filter(({ target, typeOnly }) => !typeOnly && target.startsWith('lib/') && !common.has(target) && layer(target) !== layer(path) && !may.includes(layer(target)))
      .map(({ target }) => `${path} imports ${target}`);
  });
}

/** Files of a catalog-like folder that are no entries. */
const contracts = /\/(?:technology|proxy|credentials|images|releases|redis-protocol|s3-protocol|mysql-protocol|archive|development-port|stack|pattern|framework|registry)\.ts$/u;

/** Entries know contracts, never one another. */
export function entriesApart(files: Sources): readonly string[] {
  const isEntry = (path: string): boolean => /^lib\/(?:catalog|patterns|stacks\/\w+\/frameworks)\/[\w-]+\.ts$/u.test(path) && !contracts.test(path);
  const stackOf = (path: string): string | undefined => /^lib\/stacks\/(\w+)\//u.exec(path)?.[1];
  return [...files].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter(({ target }) => (isEntry(path) && isEntry(target)) || (stackOf(path) !== undefined && stackOf(target) !== undefined && stackOf(path) !== stackOf(target)))
      .map(({ target }) => `${path} imports ${target}`),
  );
}

/** Folders and files that touch the world. */
const impure = /^lib\/(?:yeoman|cli)\/|^lib\/discovery\/disk-repository\.ts$/u;
const worldly = /^(?:node:(?:fs|child_process|os|net|http|https|dns|worker_threads|process|crypto|timers)(?:\/|$)|yeoman-|@yeoman\/|mem-fs)/u;
const hidden: readonly RegExp[] = [/\bDate\b/u, /\bMath\.random\b/u, /\bprocess\.(?!platform)\w+/u, /\bperformance\b/u, /\bcrypto\b/u, /\bsetTimeout\b/u, /\bfetch\s*\(/u];

/** The domain sees no host, no file system, no clock and no chance. */
export function pureDomain(files: Sources): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('lib/') || impure.test(path)) return [];
    const imports = importsOf(path, text).filter(({ target, typeOnly }) => (!typeOnly && worldly.test(target)) || impure.test(target)).map(({ target }) => `${path} imports ${target}`);
    const code = codeOnly(text);
    return [...imports, ...hidden.filter((pattern) => pattern.test(code)).map((pattern) => `${path} uses ${pattern.exec(code)![0]}`)];
  });
}

/** A technology's id as a literal stands in its own file and in the registry. */
export function idsAtHome(files: Sources, homes: ReadonlyMap<string, readonly RegExp[]>): readonly string[] {
  return [...files].flatMap(([path, text]) =>
    [...homes].flatMap(([id, own]) =>
      new RegExp(`(['"\\x60])${id}\\1`, 'u').test(text.replace(/\/\*[^]*?\*\/|(?<![:'"])\/\/[^\n]*/gu, '')) && !own.some((home) => home.test(path)) ? [`${path} says '${id}'`] : [],
    ),
  );
}

export function longFiles(files: Sources, most: number): readonly string[] {
  return [...files].filter(([, text]) => text.split('\n').length - 1 > most).map(([path]) => path);
}

/** Branches of a template: conditions and their alternatives. Loops are none. */
export function branches(text: string): number {
  return [...text.matchAll(/<%[_-]?(?![=-])([^]*?)[_-]?%>/gu)].reduce((sum, [, code]) => sum + (code!.match(/\bif\s*\(|\belse\b(?!\s*if)|\bcase\b/gu)?.length ?? 0), 0)
    + [...text.matchAll(/<%[-=]([^]*?)[_-]?%>/gu)].reduce((sum, [, code]) => sum + (codeOnly(code!).match(/\?(?![.?])/gu)?.length ?? 0), 0);
}

/** What belongs to a machine or a network, and to nobody else. */
export const foreign: readonly RegExp[] = [
  /(?:^|[\s"'`(=:])\/(?:home\/(?!jovyan\b)|(?:Users|work|workspace|builds)\/)\w+/u, /\/root\/(?!\.(?:npm|yarn|bun|local|cache)\b)/u, /"resolved":\s*"(?:https?|git)/u, /\bregistry=https?:/u, /_authToken/u,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/u, /\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}\b(?![.\d])/u,
];

export function foreignWords(files: Sources): readonly string[] {
  return [...files].flatMap(([path, text]) => foreign.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern.exec(text)![0].trim()}`));
}

/** First words of the commands of a shell line: of each segment of a pipeline, after `&&`, `||`, `;`, `!` and inside `$( )`. */
export function programsOf(test: readonly string[]): readonly string[] {
  const [form, ...words] = test;
  if (form === 'CMD') return words.slice(0, 1);
  const line = words.join(' ').replace(/'[^']*'|"(?:\\.|[^"\\])*"/gu, 'QUOTED');
  const starts = line.split(/\|\|?|&&|;|\$\((?!\()|\bdo\b|\bthen\b/u).map((part) => part.trim().replace(/^(?:!\s+|[A-Z_]+=\S*\s+)+/u, ''));
  return ['sh', ...new Set(starts.flatMap((part) => /^[\w./-]+/u.exec(part)?.[0] ?? []).filter((word) => word !== ''))];
}
