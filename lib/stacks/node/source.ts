import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { withoutComments } from './code.js';

/** A file that may be part of the server. `code` is its text without comments, every character in its place. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly code: string;
}

const sourceName = /\.(?:[cm]?[jt]s|[jt]sx)$/u;
const notSource = /\.d\.[cm]?ts$|\.min\.js$|[.-](?:test|spec|e2e-spec|stories|mock)\.\w+$/u;
/** Tools of development are configured at the top of the app; deeper down, `app.config.ts` is part of the server. */
const toolSettings = /^(?:[\w.-]+\.config|\.[\w-]+rc|gulpfile|Gruntfile|karma\.conf|wdio\.conf)\.\w+$/u;
/** Tests, material and what browsers load: nothing there says how the server runs. */
const notServer: ReadonlySet<string> = new Set([
  'test', 'tests', '__tests__', '__mocks__', 'mocks', 'spec', 'specs', 'e2e', 'cypress', 'playwright', 'examples', 'example', 'samples', 'fixtures',
  '__fixtures__', 'docs', 'doc', 'public', 'static', 'assets', 'bench', 'benchmark', 'benchmarks', 'stories', 'templates', 'storybook',
]);
/** Browser code where it stands at the top of the app; deeper down the names may mean a database client. */
const browserFolders: ReadonlySet<string> = new Set(['client', 'frontend', 'www']);
/** Larger files and longer lines are generated, and would make searching them slow. In characters. */
const maximumSource = 256 * 1024;
const maximumLine = 5000;
/** Nobody calls one thing more often in one file. */
const maximumMatches = 1000;

/** Programs without an extension, such as `bin/www`. */
function isScript(repository: Repository, file: string): boolean {
  return /(?:^|\/)bin\/[\w-]+$/u.test(file) && /^#!.*\bnode\b/u.test(repository.read(file) ?? '');
}

function isGenerated(text: string): boolean {
  return text.length > maximumSource || text.split('\n').some((line) => line.length > maximumLine);
}

function* limited(code: string, pattern: RegExp): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of code.matchAll(pattern)) {
    if (count === maximumMatches) return;
    count += 1;
    yield match;
  }
}

/** Every server source of the app in a folder. `others` are folders of other packages, whose files are not of this app. */
export function sourcesOf(repository: Repository, path: string, others: readonly string[]): readonly Source[] {
  const prefix = joinPath(path, '');
  const nested = others.filter((other) => other !== path && other !== '.' && other.startsWith(prefix)).map((other) => `${other}/`);
  return repository.files().flatMap((file) => {
    if (!file.startsWith(prefix) || nested.some((other) => file.startsWith(other))) return [];
    const own = file.slice(prefix.length);
    const folders = own.split('/').slice(0, -1);
    if (folders.some((folder) => notServer.has(folder)) || browserFolders.has(folders[0] ?? '')) return [];
    if (!(sourceName.test(own) && !notSource.test(own) && !toolSettings.test(own)) && !isScript(repository, file)) return [];
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
