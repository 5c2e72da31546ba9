import { plainWorkspace } from '../../discovery/app-findings.js';
import type { AppFindings } from '../../discovery/findings.js';
import { below, commonFolder, folderOf } from '../../discovery/repository.js';

/** Paths that a brief can hold: what has other characters stays out of the first copy, and the build says what it misses. */
const plain = /^(?!\/)(?!.*\.\.)[\w.@+/ -]+$/u;

/** What installation reads, relative to the repository. */
export interface Installed {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly lockFile?: string;
}

/**
 * The folder that the image is laid out from: the app's own, or the nearest above it that holds all that installation reads, such as
 * packages beside the app and the lock file of a workspace. Files and the lock file are given relative to it, folders end with a slash.
 */
export function layoutOf(path: string, { files, folders, lockFile }: Installed): Pick<AppFindings, 'installFiles' | 'lockFile' | 'workspace'> {
  const above = (file: string): string => folderOf(file) || '.';
  const root = commonFolder([path, ...files.map(above), ...folders, ...(lockFile === undefined ? [] : [above(lockFile)])]);
  const inside = folders.map((folder) => `${folder === root ? '.' : below(root, folder)}/`);
  const installFiles = [...files.map((file) => below(root, file)), ...inside].filter((file) => plain.test(file));
  return {
    installFiles: [...new Set(installFiles)],
    ...(lockFile === undefined ? {} : { lockFile: below(root, lockFile) }),
    ...(root === path ? {} : { workspace: plainWorkspace(root, [...folders.filter((folder) => folder !== path && folder !== root), path]) }),
  };
}
