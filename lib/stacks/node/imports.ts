import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import type { CompilerLayout } from './typescript.js';

/** Which of the app's files load which. */
export interface ImportGraph {
  /** Whether this is one of the app's sources. */
  has(file: string): boolean;
  /** The source that a name in an import stands for, seen from a file; undefined for packages. */
  resolve(from: string, name: string): string | undefined;
  /** A file and all that it loads, in the order in which they are met. */
  reachable(entries: readonly string[]): readonly Source[];
  /** The files that load this one directly. */
  importers(file: string): readonly Source[];
}

const importPattern = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"`])([^'"`\n]+)\1/gu;
const extensions = ['', '.js', '.ts', '.mjs', '.mts', '.cjs', '.cts', '.jsx', '.tsx', '/index.js', '/index.ts', '/index.mjs', '/index.cjs', '/index.mts'];

/** What an import without or with the extension of the compiled file may stand for. */
export function candidates(path: string): readonly string[] {
  const typed = /\.([cm]?)jsx?$/u.test(path) ? [path.replace(/\.([cm]?)jsx?$/u, '.$1ts'), path.replace(/\.jsx?$/u, '.tsx')] : [];
  return [path, ...typed, ...extensions.slice(1).map((extension) => `${path}${extension}`)];
}

export function importNames({ code }: Source): readonly string[] {
  return [...code.matchAll(importPattern)].map((match) => match[2]!);
}

function targets(from: string, name: string, { aliases, baseUrl }: CompilerLayout): readonly string[] {
  if (name.startsWith('.')) return [joinPath(folderOf(from), name)];
  const aliased = aliases
    .filter(({ prefix, star }) => (star ? name.startsWith(prefix) : name === prefix))
    .map(({ prefix, target, star }) => (star ? `${target}/${name.slice(prefix.length)}` : target));
  return baseUrl === undefined ? aliased : [...aliased, joinPath(baseUrl, name)];
}

export function importGraph(sources: readonly Source[], layout: CompilerLayout): ImportGraph {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const fileAt = (path: string): string | undefined => (byFile.has(path) ? path : candidates(path).find((each) => byFile.has(each)));
  const resolve = (from: string, name: string): string | undefined => {
    for (const target of targets(from, name, layout)) {
      const found = fileAt(normalisePath(target) ?? '..');
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const loads = new Map(sources.map((source) => [
    source.file,
    new Set(importNames(source).flatMap((name) => resolve(source.file, name) ?? [])),
  ]));
  const loadedBy = new Map<string, Source[]>();
  for (const source of sources) for (const file of loads.get(source.file) ?? []) loadedBy.set(file, [...(loadedBy.get(file) ?? []), source]);
  return {
    has: (file) => byFile.has(file),
    resolve,
    reachable: (entries) => {
      const met = new Set(entries.filter((entry) => byFile.has(entry)));
      // a set may grow while it is walked: this visits each file once, circles included
      for (const file of met) for (const next of loads.get(file) ?? []) met.add(next);
      return [...met].map((file) => byFile.get(file)!);
    },
    importers: (file) => loadedBy.get(file) ?? [],
  };
}
