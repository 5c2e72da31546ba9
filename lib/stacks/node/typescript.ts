import { itemsAt, memberAt, readManifest, textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** Where the compiler reads and writes, and what import names stand for. Paths are relative to the repository, without a slash at the end. */
export interface CompilerLayout {
  readonly outDir?: string;
  readonly rootDir?: string;
  /** Import prefixes or names to folders or files, from `paths`; the star is cut off. */
  readonly aliases: readonly { readonly prefix: string; readonly target: string; readonly star: boolean }[];
  /** Names are looked up here too. */
  readonly baseUrl?: string;
}

/** A chain of `extends` longer than this is a circle. */
const maximumExtends = 5;

function inFolder(manifest: Manifest, value: string | undefined): string | undefined {
  return value === undefined ? undefined : normalisePath(joinPath(folderOf(manifest.file), value));
}

/** The configuration and those that it extends inside the repository, itself first. */
function chain(repository: Repository, file: string, depth = 0): readonly Manifest[] {
  if (depth > maximumExtends || !repository.exists(file)) return [];
  const { manifest } = readManifest(repository, file, { relaxed: true });
  if (manifest === undefined) return [];
  const parents = [textAt(manifest, 'extends')?.value, ...itemsAt(manifest, 'extends')];
  return [manifest, ...parents.flatMap((parent) => {
    if (parent === undefined || !parent.startsWith('.')) return [];
    const path = inFolder(manifest, parent.endsWith('.json') ? parent : `${parent}.json`);
    return path === undefined ? [] : chain(repository, path, depth + 1);
  })];
}

function aliasesOf(manifest: Manifest): CompilerLayout['aliases'] {
  const paths = memberAt(manifest, 'compilerOptions', 'paths')?.node;
  if (paths?.kind !== 'object') return [];
  const base = textAt(manifest, 'compilerOptions', 'baseUrl')?.value ?? '.';
  return [...paths.members].flatMap(([name, { node }]) => {
    const target = node.kind === 'array' && node.items[0]?.kind === 'string' ? node.items[0].value : undefined;
    const resolved = target === undefined ? undefined : inFolder(manifest, `${base}/${target.replace(/\*.*$/u, '')}`);
    return resolved === undefined ? [] : [{ prefix: name.replace(/\*.*$/u, ''), target: resolved, star: name.includes('*') }];
  });
}

/** What the compiler's configuration of an app says; nothing where there is none. */
export function compilerLayout(repository: Repository, path: string): CompilerLayout {
  const names = ['tsconfig.build.json', 'tsconfig.json', 'jsconfig.json'];
  const manifests = names.flatMap((name) => chain(repository, joinPath(path, name)));
  const first = (key: string): string | undefined => {
    const manifest = manifests.find((each) => textAt(each, 'compilerOptions', key) !== undefined);
    return manifest === undefined ? undefined : inFolder(manifest, textAt(manifest, 'compilerOptions', key)?.value);
  };
  const outDir = first('outDir');
  const rootDir = first('rootDir');
  const baseUrl = first('baseUrl');
  return {
    ...(outDir === undefined ? {} : { outDir }),
    ...(rootDir === undefined ? {} : { rootDir }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    aliases: manifests.flatMap(aliasesOf),
  };
}
