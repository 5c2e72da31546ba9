import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

/** A folder with what lies directly in it, in the order of whole paths. */
export interface Folder {
  readonly path: string;
  readonly files: string[];
  readonly folders: Folder[];
}

interface FileIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly folders: ReadonlyMap<string, Folder>;
}

/** Made once for a listing: every stack asks for its manifests, and for what lies around them. */
const indexes = new WeakMap<readonly string[], FileIndex>();

/** The folder of a path; it and those that it lies in are entered where they are new. */
function entered(folders: Map<string, Folder>, path: string): Folder {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const folder: Folder = { path, files: [], folders: [] };
  folders.set(path, folder);
  if (path !== '') entered(folders, folderOf(path)).folders.push(folder);
  return folder;
}

function indexOf(repository: Repository): FileIndex {
  const files = repository.files();
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const byName = new Map<string, string[]>();
  const folders = new Map<string, Folder>();
  let folder = entered(folders, '');
  for (const file of files) {
    const slash = file.lastIndexOf('/');
    // the listing is sorted: mostly it is the folder of the file before
    if (slash !== folder.path.length || !file.startsWith(folder.path)) folder = entered(folders, file.slice(0, Math.max(0, slash)));
    folder.files.push(file);
    const name = file.slice(slash + 1);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [file]);
    else list.push(file);
  }
  const index = { byName, folders };
  indexes.set(files, index);
  return index;
}

/** A folder (`''` and `.` are the root), where it holds a file at any depth. */
export function folderAt(repository: Repository, path: string): Folder | undefined {
  return indexOf(repository).folders.get(path === '.' ? '' : path);
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
  return folderAt(repository, folder)?.files ?? [];
}

/** Every file inside `folder` at any depth. The listing is sorted, so they stand together. */
export function filesUnder(repository: Repository, folder: string): readonly string[] {
  const files = repository.files();
  if (folder === '' || folder === '.') return files;
  const prefix = `${folder}/`;
  return files.slice(firstAtLeast(files, prefix), firstAtLeast(files, `${folder}0`));
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

/** Whether `folder` holds a file, at any depth. */
export function hasFilesUnder(repository: Repository, folder: string): boolean {
  const files = repository.files();
  return files[firstAtLeast(files, `${folder}/`)]?.startsWith(`${folder}/`) === true;
}

/** Whether a path is in a sorted listing. */
export function isListed(files: readonly string[], path: string): boolean {
  return files[firstAtLeast(files, path)] === path;
}

/** Whether a folder between `top` and the file is one of `others`: then the file is not of the project at `top`. */
export function isInside(file: string, top: string, others: ReadonlySet<string>): boolean {
  const limit = top === '' || top === '.' ? 0 : top.length;
  for (let end = file.lastIndexOf('/'); end > limit; end = file.lastIndexOf('/', end - 1)) if (others.has(file.slice(0, end))) return true;
  return false;
}
