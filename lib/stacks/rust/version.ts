import type { Fact } from '../../discovery/evidence.js';
import { citeFirst, stringAt } from '../../discovery/toml.js';
import { joinPath } from '../../discovery/repository.js';
import { declaredIn } from '../version-files.js';
import type { RustProject } from './app.js';
import type { Crate } from './manifests.js';

const versionFiles = [
  { file: 'rust-toolchain.toml', pattern: /^[ \t]*channel[ \t]*=[ \t]*["']([^"'\n]+)["']/mu },
  { file: 'rust-toolchain', pattern: /^[ \t]*(?:channel[ \t]*=[ \t]*)?["']?((?:\d+\.|stable|beta|nightly)[^\s"']*)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*rust[ \t]+(\d[^\s#]*)/mu },
  { file: 'mise.toml', pattern: /^[ \t]*"?rust"?[ \t]*=[ \t]*"(\d[^"\s]*)"/mu },
] as const;

/** Every declaration of the Rust version: the pinned toolchain, then the least version that the manifest asks for, written as the range that it is. */
export function versionFacts({ repository, crates }: RustProject, crate: Crate): readonly Fact<string>[] {
  const pinned = [...new Set([crate.folder, crate.workspace])].flatMap((folder) => declaredIn(repository, folder, versionFiles));
  const own = stringAt(crate.manifest.data, 'package', 'rust-version');
  const shared = crates.get(crate.workspace)?.manifest;
  const inherited = own ?? (shared === undefined ? undefined : stringAt(shared.data, 'workspace', 'package', 'rust-version'));
  const least: readonly Fact<string>[] = inherited === undefined ? [] : [{ value: `>=${inherited}`, confidence: 'likely', evidence: [citeFirst(own === undefined ? shared! : crate.manifest, /^[ \t]*rust-version[ \t]*=/mu)] }];
  return [...pinned.filter((fact, index) => pinned.findIndex(({ value }) => value === fact.value) === index), ...least];
}

export const usesOwnToolchain = ({ repository }: RustProject, crate: Crate): boolean =>
  ['rust-toolchain.toml', 'rust-toolchain'].some((file) => /nightly|beta/u.test(repository.read(joinPath(crate.workspace, file)) ?? ''));
