import type { Diagnostic } from '../../diagnostics.js';
import { textsAt } from '../../discovery/manifest.js';
import { joinPath, normalisePath } from '../../discovery/repository.js';
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
