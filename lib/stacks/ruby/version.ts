import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { joinPath } from '../../discovery/repository.js';
import type { RubyProject } from './project.js';

/** Files of version managers: the text that names the version. */
const versionFiles: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: '.ruby-version', pattern: /^[ \t]*(?:ruby-)?(\d+(?:\.\d+){0,2})/mu },
  { file: '.tool-versions', pattern: /^[ \t]*ruby[ \t]+(\d+(?:\.\d+){0,2})/mu },
  { file: 'mise.toml', pattern: /^[ \t]*ruby[ \t]*=[ \t]*["'](\d+(?:\.\d+){0,2})["']/mu },
  { file: '.mise.toml', pattern: /^[ \t]*ruby[ \t]*=[ \t]*["'](\d+(?:\.\d+){0,2})["']/mu },
];

/** Every declaration of the version of Ruby; the project's own before the repository's. */
export function versionFacts({ repository, path, gemfile, lock }: RubyProject): readonly Fact<string>[] {
  const folders = path === '.' ? ['.'] : [path, '.'];
  const fromFiles = folders.flatMap((folder) => versionFiles.flatMap(({ file, pattern }): readonly Fact<string>[] => {
    const name = joinPath(folder, file);
    const text = repository.read(name);
    const match = text === undefined ? null : pattern.exec(text);
    return text === undefined || match === null ? [] : [{ value: match[1]!, confidence: 'certain', evidence: [cite(name, text, match.index + match[0].search(/\S/u))] }];
  }));
  const declared = [gemfile?.ruby, lock.ruby].flatMap((each): readonly Fact<string>[] => (each === undefined ? [] : [{ value: each.value, confidence: 'certain', evidence: [each.evidence] }]));
  // Bundler refuses a release that an exact line of the Gemfile does not name
  const isExact = /^\d+\.\d+\.\d+$/u.test(gemfile?.ruby?.value ?? '');
  return isExact ? [...declared.slice(0, 1), ...fromFiles, ...declared.slice(1)] : [...fromFiles, ...declared];
}
