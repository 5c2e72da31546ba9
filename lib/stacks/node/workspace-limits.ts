import type { Diagnostic } from '../../diagnostics.js';
import { filesNamed } from '../../discovery/file-index.js';
import { readManifest, textAt, textsAt } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { NodePackage } from './app.js';

/** Packages that an app without a workspace takes from folders beside it: its image is made of its own folder alone. */
export function linkedOutside({ repository, path, manifest }: NodePackage): readonly Diagnostic[] {
  if (path === '.') return [];
  const linked = ['dependencies', 'devDependencies'].flatMap((field) => textsAt(manifest, field)).filter(({ value }) => {
    const place = /^(?:file|link|portal):(.+)$/u.exec(value)?.[1];
    const folder = place === undefined ? undefined : normalisePath(joinPath(path, place));
    return folder !== undefined && folder !== path && !folder.startsWith(`${path}/`) && repository.exists(folder);
  });
  return linked.map(({ name, value, evidence }) => ({
    code: 'package-outside-of-app',
    severity: 'warning',
    message: `${evidence.file}:${evidence.line}: ${name} is ${value}, which lies outside of ${path}: its image does not contain that folder`,
    help: 'Make both packages of one workspace: a package.json above them with "workspaces"',
  }));
}

/** Apps of Nx that have no manifest of their own share the root's, and no package says how they start. */
export function projectsWithoutManifest(repository: Repository, hasManifest: (folder: string) => boolean): readonly Diagnostic[] {
  if (!repository.exists('nx.json')) return [];
  const apps = filesNamed(repository, 'project.json').filter((file) => !hasManifest(folderOf(file))).filter((file) => {
    const { manifest } = readManifest(repository, file, { relaxed: true });
    return manifest !== undefined && textAt(manifest, 'projectType')?.value === 'application';
  });
  return apps.slice(0, 20).map((file) => ({
    code: 'nx-app-without-manifest',
    severity: 'warning',
    message: `${file}: this app of Nx has no package.json, so nothing is known of how it starts`,
    help: 'Describe it in a brief (--from FILE), or give it a package.json with a start script',
  }));
}
