import { cite } from './cite.js';
import type { Evidence } from './evidence.js';
import { filesIn, filesUnder } from './file-index.js';
import { joinPath } from './repository.js';
import type { Repository } from './repository.js';
import type { Source } from './source.js';

/** A line of an environment example. The value is data and never expanded. */
export interface EnvEntry {
  readonly name: string;
  readonly example: string;
  readonly evidence: Evidence;
}

/** Nobody configures a program with more; larger files are something else. */
const maximumEntries = 1000;
/** Examples only: `.env`, `.env.local` and `.env.production` may hold real secrets and are never opened. */
const exampleName = /^(?:\.?env(?:[._-]\w+)*[._-](?:example|sample|template|dist)(?:[._-]\w+)*|\.?(?:example|sample|template)[._-]env)$/iu;
const privateName = /[._-]local$/iu;
/**
 * Files of an `env.d` that developers share, one for each container: those of development, and examples of any other. What is in
 * another folder there may be a real environment.
 */
const sharedExample = /(?:^|\/)env\.d\/(?:(?:dev|development)\/[\w-]+(?:\.(?:dist|example|sample|template))?|(?:[\w-]+\/)?[\w-]+\.(?:dist|example|sample|template))$/u;

const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*(.*)$/gmu;
const quoted = /^(["'`])((?:\\.|(?!\1)[^\\])*)\1/su;

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Whether a file is an environment example, by its name. */
export const isEnvExample = (file: string): boolean => (exampleName.test(baseName(file)) || sharedExample.test(file)) && !privateName.test(file);

/** The plain one first; of those for one environment that of production, because what is safe there is safe elsewhere. */
function rank(name: string): number {
  if (name === '.env.example') return 0;
  if (/prod/iu.test(name)) return 2;
  return /dev|local|test|ci\b/iu.test(name) ? 3 : 1;
}

/** Names of the environment examples directly in a folder. */
export function envExampleFiles(repository: Repository, folder: string): readonly string[] {
  return filesIn(repository, folder)
    .filter(isEnvExample)
    .toSorted((a, b) => rank(baseName(a)) - rank(baseName(b)));
}

/** The value that starts here, and the text that it takes up. */
function valueAt(text: string, start: number, line: string): { readonly value: string; readonly end: number } {
  const inQuotes = /^["'`]/u.test(line) ? quoted.exec(text.slice(start)) : null;
  if (inQuotes !== null) return { value: inQuotes[2]!, end: start + inQuotes[0].length };
  return { value: line.replace(/(?:^|\s)#.*$/u, '').trim(), end: start + line.length };
}

/** Every variable of one example, in order; of a repeated name the last, as dotenv reads it. */
export function parseEnvExample(file: string, text: string): readonly EnvEntry[] {
  const entries = new Map<string, EnvEntry>();
  let end = 0;
  for (const match of text.matchAll(assignment)) {
    // inside a quoted value of several lines, a line may look like an assignment
    if (match.index < end) continue;
    if (entries.size === maximumEntries) break;
    const start = match.index + match[0].length - match[2]!.length;
    const { value, end: next } = valueAt(text, start, match[2]!.replace(/\r$/u, ''));
    end = next;
    entries.set(match[1]!, { name: match[1]!, example: value, evidence: cite(file, text, match.index + match[0].search(/\S/u)) });
  }
  return [...entries.values()];
}

/** A folder with those above it, the nearest first. */
function withAncestors(folder: string): readonly string[] {
  const segments = folder === '.' ? [] : folder.split('/');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), '.'];
}

/** Who reads the shared files: its sources, and what a library puts before the names of its settings. */
export interface EnvReader {
  readonly sources: readonly Source[];
  readonly prefixes?: readonly string[];
}

/** Of what the apps of a repository share in `env.d`, the variables that the sources of this one name. */
function sharedExamples(repository: Repository, folder: string, { sources, prefixes = [] }: EnvReader): readonly EnvEntry[] {
  const files = withAncestors(folder).flatMap((each) => filesUnder(repository, joinPath(each, 'env.d')).filter((file) => sharedExample.test(file) && !privateName.test(file)));
  if (files.length === 0) return [];
  const words = new Set(sources.flatMap(({ code }) => code.match(/[A-Z][A-Z0-9_]{2,}/gu) ?? []));
  const isRead = (name: string): boolean => words.has(name) || prefixes.some((prefix) => name.startsWith(prefix) && words.has(name.slice(prefix.length)));
  const entries = files.flatMap((file) => parseEnvExample(file, repository.read(file) ?? '')).filter(({ name }) => isRead(name));
  return [...new Map(entries.toReversed().map((entry) => [entry.name, entry])).values()].toReversed();
}

/** Every variable of the environment examples in a folder, the plain `.env.example` first, and of those that several apps share, where it is known who reads. */
export function envExamples(repository: Repository, folder: string, reader?: EnvReader): readonly EnvEntry[] {
  const own = envExampleFiles(repository, folder).flatMap((file) => parseEnvExample(file, repository.read(file) ?? ''));
  if (reader === undefined) return own;
  const known = new Set(own.map(({ name }) => name));
  return [...own, ...sharedExamples(repository, folder, reader).filter(({ name }) => !known.has(name))];
}
