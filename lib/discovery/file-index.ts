import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

interface FileIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

/** Made once for a listing: every stack asks for its manifests, and every app for the files around it. */
const indexes = new WeakMap<readonly string[], FileIndex>();

function indexOf(repository: Repository): FileIndex {
  const files = repository.files();
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, file: string): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [file]);
    else list.push(file);
  };
  for (const file of files) {
    add(byName, file.slice(file.lastIndexOf('/') + 1), file);
    add(byFolder, folderOf(file), file);
  }
  const index = { byName, byFolder };
  indexes.set(files, index);
  return index;
}

/** Every file of exactly this name, at any depth, sorted. */
export function filesNamed(repository: Repository, name: string): readonly string[] {
  return indexOf(repository).byName.get(name) ?? [];
}

/** Every file whose name matches, at any depth; each different name is tested once. */
export function filesMatching(repository: Repository, name: RegExp): readonly string[] {
  return [...indexOf(repository).byName].filter(([each]) => name.test(each)).flatMap(([, files]) => files).toSorted();
}

/** Files directly inside `folder` (`''` and `.` are the root). */
export function filesIn(repository: Repository, folder: string): readonly string[] {
  return indexOf(repository).byFolder.get(folder === '.' ? '' : folder) ?? [];
}

/** Every file inside `folder` at any depth. The listing is sorted, so they stand together. */
export function filesUnder(repository: Repository, folder: string): readonly string[] {
  const files = repository.files();
  if (folder === '' || folder === '.') return files;
  const prefix = `${folder}/`;
  const first = firstAtLeast(files, prefix);
  let end = first;
  while (end < files.length && files[end]!.startsWith(prefix)) end += 1;
  return files.slice(first, end);
}

function firstAtLeast(files: readonly string[], text: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a folder between `top` and the file is one of `others`: then the file is not of the project at `top`. */
export function isInside(file: string, top: string, others: ReadonlySet<string>): boolean {
  const limit = top === '' || top === '.' ? 0 : top.length;
  for (let end = file.lastIndexOf('/'); end > limit; end = file.lastIndexOf('/', end - 1)) if (others.has(file.slice(0, end))) return true;
  return false;
}
