import type { Fact } from '../../discovery/evidence.js';
import { declaredIn } from '../version-files.js';
import type { VersionFile } from '../version-files.js';
import type { RubyProject } from './project.js';

/** Files of version managers: the text that names the version. */
const versionFiles: readonly VersionFile[] = [
  { file: '.ruby-version', pattern: /^[ \t]*(?:ruby-)?(\d+(?:\.\d+){0,2})/mu },
  { file: '.tool-versions', pattern: /^[ \t]*ruby[ \t]+(\d+(?:\.\d+){0,2})/mu },
  { file: 'mise.toml', pattern: /^[ \t]*ruby[ \t]*=[ \t]*["'](\d+(?:\.\d+){0,2})["']/mu },
  { file: '.mise.toml', pattern: /^[ \t]*ruby[ \t]*=[ \t]*["'](\d+(?:\.\d+){0,2})["']/mu },
];

/** Every declaration of the version of Ruby; the project's own before the repository's. */
export function versionFacts({ repository, path, gemfile, lock }: RubyProject): readonly Fact<string>[] {
  const fromFiles = declaredIn(repository, path, versionFiles);
  const declared = [gemfile?.ruby, lock.ruby].flatMap((each): readonly Fact<string>[] => (each === undefined ? [] : [{ value: each.value, confidence: 'certain', evidence: [each.evidence] }]));
  // Bundler refuses a release that an exact line of the Gemfile does not name
  const isExact = /^\d+\.\d+\.\d+$/u.test(gemfile?.ruby?.value ?? '');
  return isExact ? [...declared.slice(0, 1), ...fromFiles, ...declared.slice(1)] : [...fromFiles, ...declared];
}
