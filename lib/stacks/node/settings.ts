import type { Diagnostic } from '../../diagnostics.js';
import { filesIn, filesNamed } from '../../discovery/file-index.js';
import { readManifest } from '../../discovery/manifest.js';
import { folderOf } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** Settings of compilers and of tools for monorepos, which decide what is built and where. */
const ofPackages = /(?:^|\/)(?:tsconfig(?:\.build)?|jsconfig)\.json$/u;
const ofRoot = /(?:^|\/)(?:turbo\.jsonc?|nx\.json)$/u;
/** More of the same help nobody. */
const most = 20;

/**
 * Settings that cannot be read, with the place. They stop nothing, because the manifest is there, but what is found without them may be
 * wrong. `folders` are those of packages.
 */
export function unreadableSettings(repository: Repository, folders: ReadonlySet<string>): readonly Diagnostic[] {
  const files = [...folders].flatMap((folder) => filesIn(repository, folder).filter((file) => ofPackages.test(file) || ofRoot.test(file)));
  const projects = repository.exists('nx.json') ? filesNamed(repository, 'project.json').filter((file) => !folders.has(folderOf(file) || '.')) : [];
  const problems = [...files, ...projects].flatMap((file) => readManifest(repository, file, { relaxed: true }).problems);
  return problems.slice(0, most).map((problem) => ({ ...problem, code: 'settings-unreadable', severity: 'warning' }));
}
