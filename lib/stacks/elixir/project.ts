import { cite } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import type { Evidence } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';

/** A `mix.exs`, which is a program: it is read, never run. */
export interface MixFile {
  readonly file: string;
  readonly text: string;
  /** The text without comments, every character in its place. */
  readonly code: string;
}

/** A project of Mix; an umbrella has the apps below it as its parts. */
export interface MixProject {
  readonly repository: Repository;
  readonly path: string;
  readonly mix: MixFile;
  readonly parts: readonly MixFile[];
  readonly sources: readonly Source[];
  readonly env: readonly EnvEntry[];
}

export const language: SourceLanguage = { name: /\.exs?$/u, notSource: /_test\.exs$|^(?:mix|\.formatter|\.credo)\.exs$/u, withoutComments: withoutHashComments };

export function mixFile(repository: Repository, file: string): MixFile | undefined {
  const text = repository.read(file);
  return text === undefined || !/\buse\s+Mix\.Project\b/u.test(text) ? undefined : { file, text, code: withoutHashComments(text) };
}

/** What stands behind a key such as `app: :shop` or `elixir: "~> 1.19"` first. */
export function keyword({ file, text, code }: MixFile, key: string, value: string): { readonly value: string; readonly evidence: Evidence } | undefined {
  const match = new RegExp(String.raw`(?<![\w:])${key}:\s*${value}`, 'u').exec(code);
  return match === null ? undefined : { value: match[1]!, evidence: cite(file, text, match.index) };
}

export const appName = (mix: MixFile): string | undefined => keyword(mix, 'app', String.raw`:"?([a-z]\w*)`)?.value;

export const isUmbrella = (mix: MixFile): boolean => keyword(mix, 'apps_path', '"([^"]+)"') !== undefined;

/** `{:name, ...}` of the dependencies: those of development and tests, and other apps of an umbrella, are none. */
const dependency = /\{\s*:([a-z]\w*)\s*,([^{}]*)(?:\{[^{}]*\}[^{}]*)?\}/gu;

export function dependenciesOf({ file, text, code }: MixFile): readonly Located[] {
  return [...code.matchAll(dependency)].flatMap((match) => {
    const rest = match[2]!;
    // `{:ok, pid}` and settings look alike: a dependency says a version or where it comes from
    if (!/^\s*"|\b(?:git|github|path|hex|in_umbrella|only|organization|override|repo):/u.test(rest) || /\bin_umbrella:\s*true/u.test(rest)) return [];
    const only = /\bonly:\s*(\[[^\]]*\]|:\w+)/u.exec(rest)?.[1];
    if (only !== undefined && !only.includes(':prod')) return [];
    return [{ name: match[1]!, value: rest.trim(), evidence: cite(file, text, match.index) }];
  });
}

/** The name of the release: the only one that `releases` declares, else the app's. */
export function releaseName({ mix, parts }: MixProject): string | undefined {
  const declared = /\breleases:\s*\[\s*(?:"([\w-]+)"|([a-z]\w*)):/u.exec(mix.code) ?? /\bdefp?\s+releases(?:\(\))?\s+do\s*\[\s*(?:"([\w-]+)"|([a-z]\w*)):/u.exec(mix.code);
  return declared?.[1] ?? declared?.[2] ?? appName(mix) ?? (parts.length === 1 ? appName(parts[0]!) : undefined);
}

/** Whether the release has settings at all, without which an umbrella has none. */
export const declaresReleases = ({ mix }: MixProject): boolean => /\breleases:\s*(?:\[|releases)/u.test(mix.code);

export function camelCase(name: string): string {
  return name.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}
