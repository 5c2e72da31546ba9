import { parseDocument } from 'yaml';
import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { unreadable } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';
import { tableAt } from '../../discovery/toml.js';

/** A `shard.yml`. */
export interface Shard {
  readonly file: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** In characters. The parser takes time with the square of what is nested, and nobody writes so much about one shard. */
const maximumSize = 64 * 1024;
const maximumBrackets = 200;
/** Lists in lists on one line: enough of them end the whole process, because the parser makes a pattern as long as they are. */
const nestedLists = /(?:[-?][ \t]+){10}/u;
const help = 'Correct the file and run again';

/** An unreadable manifest is a problem that names the place. */
export function readShard(repository: Pick<Repository, 'read'>, file: string): { readonly shard?: Shard; readonly problems: readonly Diagnostic[] } {
  const text = repository.read(file);
  if (text === undefined) return { problems: [unreadable(file, '1:1', 'this is not a readable text file', 'Make it a YAML file in UTF-8 that you may read')] };
  if (text.length > maximumSize || (text.match(/[{[]/gu) ?? []).length > maximumBrackets || nestedLists.test(text)) return { problems: [unreadable(file, '1:1', 'this is too much for the manifest of a shard', help)] };
  const document = parseDocument(text, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    return { problems: [unreadable(file, `${line}:${col}`, `this is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/u, '')}`, help)] };
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { shard: { file, text, data: data as Readonly<Record<string, unknown>> }, problems: [] };
    return { problems: [unreadable(file, '1:1', 'the top level must be keys and values', help)] };
  } catch {
    return { problems: [unreadable(file, '1:1', 'it repeats parts by name, which shards does not read', help)] };
  }
}

/** The line of a key; the first line where it cannot be found again. */
export function citeKey({ file, text }: Shard, key: string): Evidence {
  const match = new RegExp(String.raw`^[ \t]*["']?${key.replace(/[.+*?()[\]{}|^$\\]/gu, String.raw`\$&`)}["']?[ \t]*:`, 'mu').exec(text);
  return cite(file, text, match === null ? 0 : match.index + match[0].search(/\S/u));
}

export function dependenciesOf(shard: Shard): readonly Located[] {
  return Object.keys(tableAt(shard.data, 'dependencies')).map((name) => ({ name, value: '', evidence: citeKey(shard, name) }));
}
