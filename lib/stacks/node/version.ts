import { coerce, intersects, validRange } from 'semver';
import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Above } from './package-manager.js';

/** Files of version managers: the text that names the Node.js version. */
const versionFiles: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: '.nvmrc', pattern: /^[ \t]*v?([^\s#]+)/mu },
  { file: '.node-version', pattern: /^[ \t]*v?([^\s#]+)/mu },
  // moon fetches the runtime that its toolchain names
  { file: '.moon/toolchain.yml', pattern: /(?<=^node:[ \t]*\n(?:[ \t]+[^\n]*\n){0,30}?[ \t]+version:[ \t]*)['"]?([^\s'"#]+)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*(?:nodejs|node)[ \t]+v?([^\s#]+)/mu },
];

function fromFile(repository: Repository, folder: string, { file, pattern }: (typeof versionFiles)[number]): readonly Fact<string>[] {
  const path = joinPath(folder, file);
  const text = repository.read(path);
  const match = text === undefined ? null : pattern.exec(text);
  if (text === undefined || match === null) return [];
  return [{ value: match[1]!, confidence: 'certain', evidence: [cite(path, text, match.index + match[0].search(/\S/u))] }];
}

function fromField(manifest: Manifest | undefined, ...path: readonly string[]): readonly Fact<string>[] {
  const field = manifest === undefined ? undefined : textAt(manifest, ...path);
  const value = field?.value.trim().replace(/^v(?=\d)/u, '') ?? '';
  return field === undefined || value === '' ? [] : [{ value, confidence: 'certain', evidence: [field.evidence] }];
}

/** Whether a range and a version speak of the same major release, as far as both can be read. */
function admits(range: string, version: string): boolean {
  const major = coerce(version)?.major;
  return major === undefined || validRange(range) === null || intersects(range, `^${major}`);
}

/**
 * Every declaration of the Node.js version, the most precise kind first; the app's own before that of its workspace, which comes before
 * the repository's. `engines` is what the code needs: a file of a version manager that it rules out is old, and comes after it.
 */
export function versionFacts(repository: Repository, path: string, manifest: Manifest, { workspace, root }: Above): readonly Fact<string>[] {
  const folders = [...new Set([path, ...(workspace === undefined ? [] : [workspace.root]), '.'])];
  const manifests = [...new Set([manifest, workspace?.manifest, root])];
  const engines = manifests.flatMap((each) => fromField(each, 'engines', 'node'));
  const range = engines[0]?.value;
  const pinned = [
    ...folders.flatMap((folder) => versionFiles.flatMap((each) => fromFile(repository, folder, each))),
    ...manifests.flatMap((each) => fromField(each, 'volta', 'node')),
  ];
  const isOld = ({ value }: Fact<string>): boolean => range !== undefined && !admits(range, value);
  return [...pinned.filter((fact) => !isOld(fact)), ...engines, ...pinned.filter(isOld)];
}
