import { parse, TomlError } from 'smol-toml';
import type { Diagnostic } from '../diagnostics.js';
import { cite, citeFile } from './cite.js';
import type { Evidence } from './evidence.js';
import { unreadable } from './manifest.js';
import type { Repository } from './repository.js';

/** A manifest in a format without positions: plain data, and its text, in which places are found again. */
export interface TextManifest {
  readonly file: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface TextManifestReading {
  readonly manifest?: TextManifest;
  readonly problems: readonly Diagnostic[];
}

/** A TOML file. An unreadable one is a problem that names the place. */
export function readToml(repository: Pick<Repository, 'read'>, file: string): TextManifestReading {
  const text = repository.read(file);
  if (text === undefined) return { problems: [unreadable(file, '1:1', 'this is not a readable text file', 'Make it a TOML file in UTF-8 that you may read')] };
  try {
    return { manifest: { file, text, data: parse(text) as Readonly<Record<string, unknown>> }, problems: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { problems: [unreadable(file, `${error.line}:${error.column}`, `this is not valid TOML: ${error.message.split('\n')[0]}`, 'Correct the file and run again')] };
  }
}

/** The value that a path of keys leads to; undefined where there is none. */
export function valueAt(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined), data);
}

export function stringAt(data: unknown, ...path: readonly string[]): string | undefined {
  const value = valueAt(data, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list; items of another type are left out. */
export function stringsAt(data: unknown, ...path: readonly string[]): readonly string[] {
  const value = valueAt(data, ...path);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The members of a table; none where there is something else. */
export function tableAt(data: unknown, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  const value = valueAt(data, ...path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Where a pattern or a text stands first; the file itself where it does not. */
export function citeFirst({ file, text }: Pick<TextManifest, 'file' | 'text'>, pattern: RegExp | string): Evidence {
  const offset = typeof pattern === 'string' ? text.indexOf(pattern) : text.search(pattern);
  return offset === -1 ? citeFile(file) : cite(file, text, offset);
}
