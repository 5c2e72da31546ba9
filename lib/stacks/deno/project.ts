import { withoutSlashComments } from '../../discovery/comments.js';
import { cite } from '../../discovery/cite.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { itemsAt, memberAt, textAt, textsAt } from '../../discovery/manifest.js';
import type { Located, Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { matches } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';

/** A folder with a configuration of Deno, read once. */
export interface DenoProject {
  readonly repository: Repository;
  readonly path: string;
  readonly manifest: Manifest;
  readonly sources: readonly Source[];
  readonly env: readonly EnvEntry[];
}

export const language: SourceLanguage = {
  name: /\.(?:[cm]?[jt]s|[jt]sx)$/u,
  notSource: /[._](?:test|spec|bench|stories)\.\w+$|\.d\.ts$|\.(?:config|min)\.\w+$/u,
  withoutComments: withoutSlashComments,
};

/** A task as its command line and where it stands; Deno also takes an object with more about it. */
export function taskAt({ manifest }: Pick<DenoProject, 'manifest'>, name: string): Located | undefined {
  return textAt(manifest, 'tasks', name) ?? textAt(manifest, 'tasks', name, 'command');
}

export function taskNames({ manifest }: Pick<DenoProject, 'manifest'>): readonly string[] {
  const node = memberAt(manifest, 'tasks')?.node;
  return node?.kind === 'object' ? [...node.members.keys()] : [];
}

/** `npm:@scope/name@^1/sub` without registry, version and path: names as registries know them. */
export function packageName(specifier: string): string | undefined {
  const registry = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/u.exec(specifier);
  if (registry !== null) return registry[1]!;
  return /^https?:\/\/(?:deno\.land\/x|esm\.sh|cdn\.skypack\.dev)\/((?:@[^/@]+\/)?[^/@]+)/u.exec(specifier)?.[1];
}

const imported = /(?:\bfrom|\bimport)\s*\(?\s*["']((?:npm|jsr|https?):[^"'\n]{1,300})["']/gu;

/** Packages of the import map, then those that sources name by address. */
export function dependenciesOf({ manifest, sources, repository, path }: DenoProject): readonly Located[] {
  const mapped = textsAt(manifest, 'imports').flatMap((entry) => {
    const name = entry.name.startsWith('$') && entry.name.endsWith('/') ? entry.name.slice(0, -1) : packageName(entry.value);
    return name === undefined ? [] : [{ ...entry, name }];
  });
  const named = matches(sources, imported).flatMap(({ groups, evidence }) => {
    const name = packageName(groups[1]!);
    return name === undefined ? [] : [{ name, value: groups[1]!, evidence }];
  });
  return [...mapped, ...importMap(repository, path, manifest), ...named];
}

/** The import map in a file of its own, which older projects have. */
function importMap(repository: Repository, path: string, manifest: Manifest): readonly Located[] {
  const file = textAt(manifest, 'importMap')?.value.replace(/^\.\//u, '');
  if (file === undefined || file.includes('..') || file.includes(':')) return [];
  const place = joinPath(path, file);
  const text = repository.read(place) ?? '';
  return [...text.matchAll(/"([^"\n]{1,200})"\s*:\s*"((?:npm|jsr|https?):[^"\n]{1,300})"/gu)].flatMap((match) => {
    const name = match[1] === '$fresh/' ? '$fresh' : packageName(match[2]!);
    return name === undefined ? [] : [{ name, value: match[2]!, evidence: cite(place, text, match.index) }];
  });
}

/** Folders of a workspace's members, as its root lists them. */
export function workspaceMembers(manifest: Manifest): readonly string[] {
  return [...itemsAt(manifest, 'workspace'), ...itemsAt(manifest, 'workspace', 'members')].map((each) => each.replace(/^\.\/|\/$/gu, ''));
}
