import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { unreadable } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';
import { tableAt } from '../../discovery/toml.js';
import { parseYaml } from '../../discovery/yaml.js';

/** A `shard.yml`. */
export interface Shard {
  readonly file: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const help = 'Correct the file and run again';

/** An unreadable manifest is a problem that names the place. */
export function readShard(repository: Pick<Repository, 'read'>, file: string): { readonly shard?: Shard; readonly problems: readonly Diagnostic[] } {
  const text = repository.read(file) ?? '';
  const { document, problems } = parseYaml(file, repository.read(file));
  if (document === undefined) return { problems };
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
