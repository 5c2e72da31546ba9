import { cite } from './cite.js';
import type { Evidence } from './evidence.js';
import { filesNamed, filesUnder, isInside } from './file-index.js';
import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

/** A file that may be part of the server. `code` is its text without comments, every character in its place. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly code: string;
}

/** How sources of a language are told from other files. */
export interface SourceLanguage {
  /** Of the file's name. */
  readonly name: RegExp;
  /** Names that are sources and say nothing about the server: tests, generated code, settings of tools. */
  readonly notSource?: RegExp;
  /** The same text with comments blanked, every character in its place. */
  readonly withoutComments: (text: string) => string;
  /** Further files that are sources, by more than their name. */
  readonly includes?: (repository: Repository, file: string) => boolean;
  /** Sources that say nothing about the server, by their path inside the project. */
  readonly excludes?: (own: string) => boolean;
}

/** Tests, material and what browsers load: nothing there says how the server runs. */
const notServer: ReadonlySet<string> = new Set([
  'test', 'tests', '__tests__', '__mocks__', 'mocks', 'spec', 'specs', 'e2e', 'cypress', 'playwright', 'examples', 'example', 'samples', 'fixtures',
  '__fixtures__', 'docs', 'doc', 'public', 'static', 'assets', 'bench', 'benchmark', 'benchmarks', 'stories', 'templates', 'storybook', 'testdata', 'locale', 'locales',
]);
/** Larger files and longer lines are generated, and would make searching them slow. In characters. */
const maximumSource = 256 * 1024;
const maximumLine = 5000;
/** Nobody calls one thing more often in one file. */
const maximumMatches = 1000;
/**
 * Sources that are read of a whole repository, divided among its projects; each gets at least the smaller number. Who has more
 * shows how it runs in those nearest to its root, and discovery stays about as fast as listing the files.
 */
const maximumSources = 2400;
const minimumSources = 40;
/** Each stands for a project that may have sources of its own. */
const manifestNames = ['package.json', 'deno.json', 'pyproject.toml', 'requirements.txt', 'Pipfile', 'go.mod', 'Cargo.toml', 'composer.json', 'Gemfile', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'mix.exs'];

function isGenerated(text: string): boolean {
  if (text.length > maximumSource) return true;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > maximumLine) return true;
    if (end === -1) return false;
    start = end + 1;
  }
  return false;
}

function* limited(code: string, pattern: RegExp): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of code.matchAll(pattern)) {
    if (count === maximumMatches) return;
    count += 1;
    yield match;
  }
}

const depth = (file: string): number => file.split('/').length;

/** The nearest to the root where there are too many. */
function nearest(files: readonly string[], limit: number): readonly string[] {
  if (files.length <= limit) return files;
  const byDepth = files.map((file) => ({ file, depth: depth(file) })).toSorted((a, b) => a.depth - b.depth);
  return byDepth.slice(0, limit).map(({ file }) => file).toSorted();
}

/** How many sources one project of the repository may show. */
function limitOf(repository: Repository): number {
  const projects = manifestNames.reduce((sum, name) => sum + filesNamed(repository, name).length, 0);
  return Math.max(minimumSources, Math.floor(maximumSources / Math.max(1, projects)));
}

function isSource(repository: Repository, file: string, own: string, { name, notSource, includes, excludes }: SourceLanguage): boolean {
  if (!name.test(own)) return includes?.(repository, file) === true && excludes?.(own) !== true;
  return notSource?.test(own) !== true && excludes?.(own) !== true;
}

/** Every server source of the project in a folder. `others` are folders of other projects, whose files are not of this one. */
export function sourcesIn(repository: Repository, path: string, others: ReadonlySet<string>, language: SourceLanguage): readonly Source[] {
  const { withoutComments } = language;
  const skip = path === '' || path === '.' ? 0 : path.length + 1;
  const isOfServer = (folder: string): boolean => !folder.slice(skip).split('/').some((segment) => notServer.has(segment)) && !isInside(`${folder}/`, path, others);
  const known = new Map<string, boolean>();
  const wanted = filesUnder(repository, path).filter((file) => {
    const own = file.slice(skip);
    const folder = folderOf(file);
    const ofServer = known.get(folder) ?? isOfServer(folder);
    known.set(folder, ofServer);
    return ofServer && isSource(repository, file, own, language);
  });
  return nearest(wanted, limitOf(repository)).flatMap((file) => {
    const text = repository.read(file);
    return text === undefined || isGenerated(text) ? [] : [{ file, text, code: withoutComments(text) }];
  });
}

/** A match in the code, with the line that it stands on. */
export interface Match {
  readonly groups: readonly (string | undefined)[];
  readonly index: number;
  readonly end: number;
  readonly source: Source;
  readonly evidence: Evidence;
}

/** The matches of a global pattern, the sources in their order. */
export function matches(sources: readonly Source[], pattern: RegExp): readonly Match[] {
  return sources.flatMap((source) => [...limited(source.code, pattern)].map((match) => ({
    groups: match,
    index: match.index,
    end: match.index + match[0].length,
    source,
    evidence: cite(source.file, source.text, match.index + Math.max(0, match[0].search(/\S/u))),
  })));
}
