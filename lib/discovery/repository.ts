import type { Diagnostic } from '../diagnostics.js';

/**
 * All that discovery may see of the user's project. Paths are relative, with `/`, without `./`.
 * Implementations never leave the project (no `..`, no symbolic link to the outside) and never run anything.
 */
export interface Repository {
  /** The folder's own name, used when nothing in the project names it. */
  readonly name: string;
  exists(path: string): boolean;
  /** The text without byte order mark, or undefined when there is no readable text file of at most `maximumFileSize` bytes there. */
  read(path: string): string | undefined;
  /** Every file, sorted; folders in `ignoredFolders` are never entered. */
  files(): readonly string[];
  /** What could not be looked at while listing, such as a folder without read permission. */
  problems(): readonly Diagnostic[];
}

/** Never entered: installed, built or version-control folders. */
export const ignoredFolders: ReadonlySet<string> = new Set([
  'node_modules', '.git', '.hg', '.svn', 'dist', 'build', 'out', '.next', '.nuxt', '.output', '.svelte-kit', '.turbo', '.cache',
  'coverage', 'vendor', '.venv', 'venv', '__pycache__', 'target', '.idea', '.vscode', '.yarn', '.pnpm-store', '.docker-architect',
]);

/** Larger files are data, not something that a person wrote about the project. In bytes. */
export const maximumFileSize = 2 * 1024 * 1024;

/** Joins relative paths; `.` and `''` are the root. */
export function joinPath(folder: string, path: string): string {
  return folder === '' || folder === '.' ? path : `${folder}/${path}`;
}

/** The folder of a path, `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Resolves `./` and `../` segments; undefined where the path leaves the project. */
export function normalisePath(path: string): string | undefined {
  // nearly every path is as it should be
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/u.test(path)) return path;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}

/** The folder that holds every given one. */
export function commonFolder(folders: readonly string[]): string {
  const [first = [], ...rest] = folders.map((folder) => (folder === '.' ? [] : folder.split('/')));
  const differs = first.findIndex((segment, index) => rest.some((other) => other[index] !== segment));
  return first.slice(0, differs === -1 ? first.length : differs).join('/') || '.';
}

/** A path below a folder, as it is seen from there. */
export function below(folder: string, path: string): string {
  return folder === '' || folder === '.' ? path : path.slice(folder.length + 1);
}

/** The text that readers get: without byte order mark; undefined for what is not text. */
export function asText(content: string): string | undefined {
  return content.includes('\0') ? undefined : content.replace(/^\uFEFF/u, '');
}
