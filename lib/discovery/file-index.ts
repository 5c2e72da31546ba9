import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

/** A folder with what lies directly in it, in the order of whole paths. */
export interface Folder {
  readonly path: string;
  readonly files: string[];
  readonly folders: Folder[];
}

/** What stacks ask for: their manifests by name, and what lies around them. */
export interface FileIndex {
  readonly byName: Map<string, string[]>;
  /** By their paths. */
  readonly folders: Map<string, Folder>;
  /** What was looked for by a pattern, by its text: it is asked for again for each project. */
  readonly byPattern: Map<string, readonly string[]>;
}

export const emptyIndex = (): FileIndex => ({ byName: new Map(), folders: new Map(), byPattern: new Map() });

/** Enters a new folder, which lies in `parent` unless it is the root. */
export function addFolder({ folders }: FileIndex, path: string, parent?: Folder): Folder {
  const folder: Folder = { path, files: [], folders: [] };
  folders.set(path, folder);
  parent?.folders.push(folder);
  return folder;
}

/** Enters a file of this name in a folder. */
export function addFile({ byName }: FileIndex, folder: Folder, name: string, file: string): void {
  folder.files.push(file);
  const others = byName.get(name);
  if (others === undefined) byName.set(name, [file]);
  else others.push(file);
}

/** One for each listing. */
const indexes = new WeakMap<readonly string[], FileIndex>();

/** Who lists files knows folders and names already, and keeps the index with the listing: to take many paths apart again takes time. */
export function keepIndex(files: readonly string[], index: FileIndex): void {
  indexes.set(files, index);
}

function indexOf(repository: Repository): FileIndex {
  const files = repository.files();
  const kept = indexes.get(files);
  if (kept !== undefined) return kept;
  const index = emptyIndex();
  const folderWith = (path: string): Folder => index.folders.get(path) ?? addFolder(index, path, path === '' ? undefined : folderWith(folderOf(path)));
  for (const file of files) addFile(index, folderWith(folderOf(file)), file.slice(file.lastIndexOf('/') + 1), file);
  keepIndex(files, index);
  return index;
}

/** A folder (`''` and `.` are the root). Undefined where it holds no file at any depth. */
export function folderAt(repository: Repository, path: string): Folder | undefined {
  return indexOf(repository).folders.get(path === '.' ? '' : path);
}

/** Those inside the folder at any depth, all in the root. */
function inside(files: readonly string[], folder: string): readonly string[] {
  return folder === '' || folder === '.' ? files : files.filter((file) => file.startsWith(`${folder}/`));
}

/** Every file of exactly this name inside `folder`, at any depth, sorted. */
export function filesNamed(repository: Repository, name: string, folder = ''): readonly string[] {
  return inside(indexOf(repository).byName.get(name) ?? [], folder);
}

/** Every file inside `folder` whose name matches, at any depth, sorted; each different name is tested once. */
export function filesMatching(repository: Repository, name: RegExp, folder = ''): readonly string[] {
  const { byName, byPattern } = indexOf(repository);
  const pattern = String(name);
  const files = byPattern.get(pattern) ?? [...byName].filter(([each]) => name.test(each)).flatMap(([, all]) => all).toSorted();
  byPattern.set(pattern, files);
  return inside(files, folder);
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
