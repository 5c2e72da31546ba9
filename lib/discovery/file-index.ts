import type { Repository } from './repository.js';

type FileIndex = ReadonlyMap<string, readonly string[]>;

/** Files by name, made once for a listing: every stack asks for its manifests. */
const indexes = new WeakMap<readonly string[], FileIndex>();

function indexOf(repository: Repository): FileIndex {
  const files = repository.files();
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [file]);
    else list.push(file);
  }
  indexes.set(files, byName);
  return byName;
}

/** Every file of exactly this name, at any depth, sorted. */
export function filesNamed(repository: Repository, name: string): readonly string[] {
  return indexOf(repository).get(name) ?? [];
}

/** Every file whose name matches, at any depth; each different name is tested once. */
export function filesMatching(repository: Repository, name: RegExp): readonly string[] {
  return [...indexOf(repository)].filter(([each]) => name.test(each)).flatMap(([, files]) => files).toSorted();
}

/** Files directly inside `folder` (`''` and `.` are the root). */
export function filesIn(repository: Repository, folder: string): readonly string[] {
  const files = repository.files();
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  const found: string[] = [];
  for (let index = firstAtLeast(files, prefix); index < files.length && files[index]!.startsWith(prefix);) {
    const file = files[index]!;
    const slash = file.indexOf('/', prefix.length);
    // all that lies in a folder stands together, and '0' follows '/'
    if (slash === -1) found.push(file);
    index = slash === -1 ? index + 1 : firstAtLeast(files, `${file.slice(0, slash)}0`);
  }
  return found;
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
