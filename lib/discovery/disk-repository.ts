import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import { asText, ignoredFolders, maximumFileSize, normalisePath } from './repository.js';
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
  readonly problems: Diagnostic[];
}

/** A symbolic link counts as the file that it leads to; folders behind links are not entered, so there are no loops. */
function isListedFile(entry: Dirent, path: string, inside: (path: string) => string | undefined): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  const target = inside(path);
  return target !== undefined && attempt(() => statSync(target).isFile()) === true;
}

function list(root: string, inside: (path: string) => string | undefined): Listing {
  const listing: Listing = { files: [], problems: [] };
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = attempt(() => readdirSync(join(root, folder!), { withFileTypes: true }));
    if (entries === undefined) {
      listing.problems.push({
        code: 'folder-unreadable',
        severity: 'warning',
        message: `${folder === '' ? '.' : folder}: the folder cannot be read, so nothing in it was looked at`,
        help: 'Check its permissions',
      });
      continue;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !ignoredFolders.has(entry.name)) pending.push(path);
      else if (isListedFile(entry, path, inside)) listing.files.push(path);
    }
  }
  listing.files.sort();
  return listing;
}

/** The project in a folder of the disk. Reads lazily; never leaves the folder, not even through symbolic links. */
export function diskRepository(root: string): Repository {
  const folder = resolve(root);
  const real = attempt(() => realpathSync(folder)) ?? folder;
  const inside = (path: string): string | undefined => {
    const relative = normalisePath(path);
    if (relative === undefined || path.startsWith('/')) return undefined;
    const target = attempt(() => realpathSync(join(real, relative)));
    const home = real.endsWith(sep) ? real : `${real}${sep}`;
    return target !== undefined && (target === real || target.startsWith(home)) ? target : undefined;
  };
  let listing: Listing | undefined;
  const listed = (): Listing => (listing ??= list(real, inside));
  return {
    name: basename(folder),
    exists: (path) => inside(path) !== undefined,
    read: (path) => {
      const target = inside(path);
      const status = target === undefined ? undefined : attempt(() => statSync(target));
      // only regular files: reading a named pipe would wait for ever
      if (target === undefined || !status?.isFile() || status.size > maximumFileSize) return undefined;
      const content = attempt(() => readFileSync(target, 'utf8'));
      return content === undefined ? undefined : asText(content);
    },
    files: () => listed().files,
    problems: () => listed().problems,
  };
}
