import { withoutSlashComments } from '../../discovery/comments.js';
import { cite, citeFile } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesUnder, isInside } from '../../discovery/file-index.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';

const name = /\.(?:java|kt|scala|groovy)$/u;
const isTest = /(?:Tests?|Spec|IT|TestCase)\.\w+$|\/src\/(?:test|integrationTest|jvmTest|testFixtures|androidTest|it)\//u;
/** In characters: what is longer is generated. */
const maximumSource = 256 * 1024;
const maximumSources = 2000;

/**
 * Sources that a module compiles. Folders are packages here: `com/example/docs` is as good as any, so that only the folder of the
 * source set tells what is a test.
 */
export function sourcesOf(repository: Repository, path: string, others: ReadonlySet<string>): readonly Source[] {
  const own = (folder: string): readonly string[] => filesUnder(repository, joinPath(path, folder)).filter((file) => name.test(file) && !isTest.test(file) && !isInside(file, path, others));
  const conventional = ['src/main', 'src/jvmMain', 'app'].flatMap(own);
  return (conventional.length > 0 ? conventional : own('src')).slice(0, maximumSources).flatMap((file) => {
    const text = repository.read(file);
    return text === undefined || text.length > maximumSource ? [] : [{ file, text, code: withoutSlashComments(text) }];
  });
}

/** A class whose `main` starts a program. */
export interface MainClass {
  readonly name: string;
  readonly source: Source;
  readonly evidence: Evidence;
}

const starts: readonly { readonly files: RegExp; readonly pattern: RegExp; readonly named: (file: string, match: RegExpExecArray) => string }[] = [
  { files: /\.(?:java|groovy)$/u, pattern: /\b(?:public\s+)?static\s+(?:public\s+)?(?:final\s+)?void\s+main\s*\(/u, named: (file) => file },
  { files: /\.kt$/u, pattern: /@JvmStatic\s+fun\s+main\s*\(/u, named: (file) => file },
  { files: /\.kt$/u, pattern: /^(?:suspend\s+)?fun\s+main\s*\(/mu, named: (file) => `${file[0]!.toUpperCase()}${file.slice(1)}Kt` },
  { files: /\.scala$/u, pattern: /\bobject\s+(\w+)\s+extends\s+(?:App|IOApp(?:\.\w+)?|ZIOAppDefault|ResourceApp\.\w+|TaskApp)\b/u, named: (_, match) => match[1]! },
  { files: /\.scala$/u, pattern: /\bobject\s+(\w+)[^{]{0,200}\{[^]{0,2000}?\bdef\s+main\s*\(/u, named: (_, match) => match[1]! },
  { files: /\.scala$/u, pattern: /^@main\s+def\s+(\w+)/mu, named: (_, match) => match[1]! },
];

const packageOf = (code: string): string => /^\s*package\s+([\w.]+)/mu.exec(code)?.[1] ?? '';

function mainOf(source: Source): MainClass | undefined {
  for (const { files, pattern, named } of starts) {
    const match = files.test(source.file) ? pattern.exec(source.code) : null;
    if (match === null) continue;
    const simple = named(source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.\w+$/u, ''), match);
    const inside = packageOf(source.code);
    return { name: inside === '' ? simple : `${inside}.${simple}`, source, evidence: cite(source.file, source.text, match.index + Math.max(0, match[0].search(/\S/u))) };
  }
  return undefined;
}

export function mainClasses(sources: readonly Source[]): readonly MainClass[] {
  return sources.flatMap((source) => mainOf(source) ?? []);
}

const languages = [['kotlin', /\.kt$/u], ['scala', /\.scala$/u], ['java', /\.java$/u]] as const;

/** The language of the main class, else of most files. */
export function languageOf(sources: readonly Source[], main: MainClass | undefined): { readonly value: string; readonly evidence: readonly Evidence[] } | undefined {
  const count = (pattern: RegExp): number => sources.filter(({ file }) => pattern.test(file)).length;
  const own = main === undefined ? undefined : languages.find(([, pattern]) => pattern.test(main.source.file));
  const most = languages.toSorted((a, b) => count(b[1]) - count(a[1])).find(([, pattern]) => count(pattern) > 0);
  const [value, pattern] = own ?? most ?? [];
  if (value === undefined) return undefined;
  const file = main?.source.file ?? sources.find((each) => pattern!.test(each.file))!.file;
  return { value, evidence: [citeFile(file)] };
}
