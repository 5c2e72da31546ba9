import type { Fact } from '../../discovery/evidence.js';
import { textAt } from '../../discovery/manifest.js';
import { declaredIn } from '../version-files.js';
import type { VersionFile } from '../version-files.js';
import type { PhpProject } from './project.js';

/** Files of version managers: the text that names the version. */
const versionFiles: readonly VersionFile[] = [
  { file: '.php-version', pattern: /^[ \t]*(?:php-)?(\d[\w.]*)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*php[ \t]+(\d[\w.]*)/mu },
  { file: 'mise.toml', pattern: /^[ \t]*php[ \t]*=[ \t]*["'](\d[\w.]*)["']/mu },
  { file: '.mise.toml', pattern: /^[ \t]*php[ \t]*=[ \t]*["'](\d[\w.]*)["']/mu },
];

/** Every declaration of the version of PHP, the most precise kind first; the project's own before the repository's. */
export function versionFacts({ repository, path, manifest, requires }: PhpProject): readonly Fact<string>[] {
  const fromFiles = declaredIn(repository, path, versionFiles);
  const platform = manifest === undefined ? undefined : textAt(manifest, 'config', 'platform', 'php');
  // the platform is what dependencies were chosen for, often the oldest that is supported; what may run is required
  const declared = [requires.find(({ name }) => name === 'php'), platform];
  return [
    ...fromFiles,
    ...declared.flatMap((each): readonly Fact<string>[] => (each === undefined || each.value.trim() === '' ? [] : [{ value: each.value.trim(), confidence: 'certain', evidence: [each.evidence] }])),
  ];
}
