import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import { addFile, addFolder, emptyIndex, isListed, keepIndex } from './file-index.js';
import type { FileIndex, Folder } from './file-index.js';
import { asText, folderOf, ignoredFolders, maximumFileSize, normalisePath } from './repository.js';
import type { Repository } from './repository.js';

/** The answer of a file system call, or undefined where it fails: what cannot be read is not there for discovery. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

interface Listing {
  readonly files: string[];
  /** Those of the files that are symbolic links; every other one lies where its path says. */
  readonly links: Set<string>;
  readonly index: FileIndex;
  readonly problems: Diagnostic[];
}

/** A symbolic link counts as the file that it leads to; folders behind links are not entered, so there are no loops. */
function isListedFile(entry: Dirent, path: string, inside: (path: string) => string | undefined): boolean {
  if (!entry.isSymbolicLink()) return false;
  const target = inside(path);
  return target !== undefined && attempt(() => statSync(target).isFile()) === true;
}

/** A folder's name is followed by a slash in the order of whole paths. */
const orderKey = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name);

/** In the order of whole paths. Most systems list names in their order, so that there is seldom anything to sort. */
function inOrder(entries: readonly Dirent[]): readonly Dirent[] {
  let before = '';
  for (const entry of entries) {
    const key = orderKey(entry);
    if (key < before) return entries.map((each) => ({ each, key: orderKey(each) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ each }) => each);
    before = key;
  }
  return entries;
}

function unreadableFolder(folder: string): Diagnostic {
  return {
    code: 'folder-unreadable',
    severity: 'warning',
    message: `${folder === '' ? '.' : folder}: the folder cannot be read, so nothing in it was looked at`,
    help: 'Check its permissions',
  };
}

/** Every file in the order of its path, without sorting them all: folders wait on a stack, each with the entries that are left of it. */
function list(root: string, inside: (path: string) => string | undefined): Listing {
  const listing: Listing = { files: [], links: new Set(), index: emptyIndex(), problems: [] };
  const { files, links, index, problems } = listing;
  const open: { readonly folder: Folder; readonly prefix: string; readonly entries: readonly Dirent[]; next: number }[] = [];
  const enter = (path: string, parent?: Folder): void => {
    const entries = attempt(() => readdirSync(path === '' ? root : `${root}/${path}`, { withFileTypes: true }));
    const folder = addFolder(index, path, parent);
    if (entries === undefined) problems.push(unreadableFolder(path));
    else open.push({ folder, prefix: path === '' ? '' : `${path}/`, entries: inOrder(entries), next: 0 });
  };
  enter('');
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const entry = current.entries[current.next];
    current.next += 1;
    if (entry === undefined) {
      open.pop();
      continue;
    }
    const path = current.prefix + entry.name;
    if (entry.isDirectory()) {
      if (!ignoredFolders.has(entry.name)) enter(path, current.folder);
    } else if (entry.isFile() || isListedFile(entry, path, inside)) {
      files.push(path);
      addFile(index, current.folder, entry.name, path);
      if (!entry.isFile()) links.add(path);
    }
  }
  keepIndex(files, index);
  return listing;
}

/** Editors and shells of some systems write UTF-16 with a byte order mark. */
const isWide = (content: Buffer): boolean => (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);

function wideFile(file: string): Diagnostic {
  return { code: 'file-in-utf-16', severity: 'warning', message: `${file}: this is in UTF-16, which most programs do not read`, help: 'Save it in UTF-8' };
}

/** The text of a file's bytes. */
function decoded(content: Buffer): string {
  if (!isWide(content)) return content.toString('utf8');
  if (content[0] === 0xff) return content.toString('utf16le');
  return Buffer.from(content.subarray(0, content.length & ~1)).swap16().toString('utf16le');
}

/** The bytes of a regular file that is not too large. Without `O_NONBLOCK` opening a named pipe would wait for ever. */
function contentOf(target: string): Buffer | undefined {
  const file = openSync(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(file);
    if (!status.isFile() || status.size > maximumFileSize) return undefined;
    const content = Buffer.allocUnsafe(status.size);
    return content.subarray(0, readSync(file, content));
  } finally {
    closeSync(file);
  }
}

/** Characters of texts that are kept in memory. */
const maximumKept = 32 * 1024 * 1024;

/** The project in a folder of the disk. Reads lazily; never leaves the folder, not even through symbolic links. */
export function diskRepository(root: string): Repository {
  const folder = resolve(root);
  const real = attempt(() => realpathSync(folder)) ?? folder;
  const home = real.endsWith(sep) ? real : `${real}${sep}`;
  const inside = (path: string): string | undefined => {
    const relative = normalisePath(path);
    if (relative === undefined || path.startsWith('/')) return undefined;
    const target = attempt(() => realpathSync.native(join(real, relative)));
    return target !== undefined && (target === real || target.startsWith(home)) ? target : undefined;
  };
  let listing: Listing | undefined;
  /** What was read and is no text as programs expect it; a few say enough. */
  const wide = new Set<string>();
  const listed = (): Listing => (listing ??= list(real, inside));
  /** Where a path leads. What the listing knows needs no look at the disk: discovery asks for thousands of files that are not there. */
  const locate = (path: string): string | undefined => {
    const relative = normalisePath(path);
    if (relative === undefined || path.startsWith('/')) return undefined;
    const { index, links } = listed();
    if (links.has(relative)) return inside(path);
    if (relative === '' || index.folders.has(relative) || isListed(index.folders.get(folderOf(relative))?.files ?? [], relative)) return `${home}${relative}`;
    const isUnlisted = relative.split('/').some((segment) => ignoredFolders.has(segment));
    return isUnlisted || links.size > 0 ? inside(path) : undefined;
  };
  const readOnce = (path: string): string | undefined => {
    const target = locate(path);
    const content = target === undefined ? undefined : attempt(() => contentOf(target));
    if (content !== undefined && isWide(content) && wide.size < 10) wide.add(normalisePath(path) ?? path);
    return content === undefined ? undefined : asText(decoded(content));
  };
  /** What was read, because stacks ask for the same files; of large repositories only so much. */
  const texts = new Map<string, string | undefined>();
  let kept = 0;
  return {
    name: basename(folder),
    exists: (path) => locate(path) !== undefined,
    read: (path) => {
      if (texts.has(path)) return texts.get(path);
      const text = readOnce(path);
      kept += text?.length ?? 0;
      if (kept <= maximumKept) texts.set(path, text);
      return text;
    },
    files: () => listed().files,
    problems: () => [...listed().problems, ...[...wide].toSorted().map(wideFile)],
  };
}
