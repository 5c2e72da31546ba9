import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listTree, packageFolder } from '../support/folders.js';

/** Texts of the product's own sources by path. */
export function sources(...folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map(folders.flatMap((folder) => listTree(join(packageFolder, folder)).map((path) => [`${folder}/${path}`, readFileSync(join(packageFolder, folder, path), 'utf8')] as const)));
}

export const typescript = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...files].filter(([path]) => path.endsWith('.ts')));

export const folders = (folder: string): readonly string[] => readdirSync(join(packageFolder, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

export interface Import {
  /** The package, or the path in the project. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gu;

/** What a source imports, relative paths resolved to files of the project. */
export function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const specifier = (match[3] ?? match[4])!;
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier).replace(/\.js$/u, '.ts') : specifier;
    return { target, typeOnly: match[2] !== undefined };
  });
}

/** The text without comments and without what stands in quotes. */
export function codeOnly(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/gu, (match) => (match.startsWith('/') ? '' : "''"));
}
