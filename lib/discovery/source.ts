import { cite } from './cite.js';
import type { Evidence } from './evidence.js';
import { filesNamed, folderAt } from './file-index.js';
import type { Folder } from './file-index.js';
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

function limited(code: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(code); match !== null && found.length < maximumMatches; match = pattern.exec(code)) {
    found.push(match);
    // what matches nothing would do so for ever
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
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

/** Folders of the project that may hold sources of its server, from its root downwards. */
function* serverFolders(repository: Repository, path: string, others: ReadonlySet<string>): Generator<Folder> {
  const isOfServer = (folder: Folder): boolean => !others.has(folder.path) && !notServer.has(folder.path.slice(folder.path.lastIndexOf('/') + 1));
  let level = [folderAt(repository, path)].flatMap((folder) => folder ?? []);
  while (level.length > 0) {
    yield* level;
    level = level.flatMap(({ folders }) => folders.filter(isOfServer));
  }
}

/** The sources of the project that are nearest to its root, at most so many. */
function nearest(repository: Repository, path: string, others: ReadonlySet<string>, language: SourceLanguage): readonly string[] {
  const limit = limitOf(repository);
  const skip = path === '' || path === '.' ? 0 : path.length + 1;
  const found: string[] = [];
  for (const { files } of serverFolders(repository, path, others)) {
    for (const file of files) {
      if (!isSource(repository, file, file.slice(skip), language)) continue;
      found.push(file);
      if (found.length === limit) return found;
    }
  }
  return found;
}

/** Every server source of the project in a folder. `others` are folders of other projects, whose files are not of this one. */
export function sourcesIn(repository: Repository, path: string, others: ReadonlySet<string>, language: SourceLanguage): readonly Source[] {
  const { withoutComments } = language;
  return nearest(repository, path, others, language).toSorted().flatMap((file) => {
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
  return sources.flatMap((source) => limited(source.code, pattern).map((match) => ({
    groups: match,
    index: match.index,
    end: match.index + match[0].length,
    source,
    evidence: cite(source.file, source.text, match.index + Math.max(0, match[0].search(/\S/u))),
  })));
}
