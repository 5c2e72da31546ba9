import { plainWorkspace } from '../../discovery/app-findings.js';
import type { Workspace } from '../../discovery/findings.js';
import { filesIn } from '../../discovery/file-index.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { DotnetProject } from './project.js';

const plain = /^[\w.@+/ -]+$/u;
const feedNames = /^(?:nuget|NuGet)\.(?:config|Config)$/u;

function feeds(repository: Repository, path: string): readonly string[] {
  const folders = [...new Set([path, ...path.split('/').map((_, index, parts) => parts.slice(0, index).join('/')), ''])];
  return folders.flatMap((folder) => filesIn(repository, folder).filter((file) => feedNames.test(file.slice(file.lastIndexOf('/') + 1))));
}

export function usesLockFile(repository: Repository, project: DotnetProject): boolean {
  return repository.exists(joinPath(project.path, 'packages.lock.json'));
}

/** Files that restoring needs, relative to the repository: project files, what is said for all of them, feeds and lock files. */
export function installFiles(repository: Repository, closure: readonly DotnetProject[]): readonly string[] {
  const found = closure.flatMap((project) => [
    project.file,
    ...project.shared,
    ...project.links.filter((link) => /\.(?:props|targets)$/u.test(link)),
    ...feeds(repository, project.path),
    ...(usesLockFile(repository, project) ? [joinPath(project.path, 'packages.lock.json')] : []),
  ]);
  return [...new Set([...(repository.exists('global.json') ? ['global.json'] : []), ...found])].filter((file) => plain.test(file) && !file.includes('..'));
}

/** Folders that the build reads: those of its projects and of what they link to. What lies inside another is part of it. */
export function workspaceOf(closure: readonly DotnetProject[]): Workspace {
  const folders = closure.flatMap(({ path, links }) => [path, ...links.map((link) => (/\.\w+$/u.test(link) ? folderOf(link) || '.' : link))]);
  if (folders.includes('.')) return plainWorkspace('.', ['.']);
  const all = [...new Set(folders)].filter((folder) => plain.test(folder));
  return plainWorkspace('.', all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(`${other}/`))).toSorted());
}

/** Variables that `NuGet.config` takes credentials of private feeds from. */
export function buildSecrets(repository: Repository, { path }: DotnetProject): readonly string[] {
  return [...new Set(feeds(repository, path).flatMap((file) => [...(repository.read(file) ?? '').matchAll(/%([A-Za-z_]\w*)%/gu)].map((match) => match[1]!)))];
}
