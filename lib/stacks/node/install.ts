import { filesUnder } from '../../discovery/file-index.js';
import { textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** Read by package managers while they install, beside the manifest and the lock file. */
const files = [
  '.npmrc', '.yarnrc', '.yarnrc.yml', '.yarn/releases', '.yarn/plugins', '.yarn/patches', 'patches', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'bunfig.toml',
];

export function installFiles(repository: Repository, path: string): readonly string[] {
  return files.filter((file) => repository.exists(joinPath(path, file)));
}

/** Of a workspace, whose root installs for all: folders end with a slash. */
export function workspaceInstallFiles(repository: Repository, root: string): readonly string[] {
  return files.filter((file) => repository.exists(joinPath(root, file))).map((file) => (filesUnder(repository, joinPath(root, file)).length > 0 || isHiddenFolder(file) ? `${file}/` : file));
}

/** Folders below `.yarn`, which no listing enters. */
const isHiddenFolder = (file: string): boolean => file.startsWith('.yarn/');

/** Scripts of the project that every installation runs. */
export function installScripts(manifest: Manifest): readonly string[] {
  return ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => textAt(manifest, 'scripts', name) !== undefined);
}
