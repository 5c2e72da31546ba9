import { cite } from '../discovery/cite.js';
import type { Fact } from '../discovery/evidence.js';
import { joinPath } from '../discovery/repository.js';
import type { Repository } from '../discovery/repository.js';

/** A file that names a version: the first group of the pattern is it. */
export interface VersionFile {
  readonly file: string;
  readonly pattern: RegExp;
}

/** What files of version managers say, those in the folder before those at the root of the repository. */
export function declaredIn(repository: Repository, folder: string, files: readonly VersionFile[]): readonly Fact<string>[] {
  return (folder === '.' ? ['.'] : [folder, '.']).flatMap((each) => files.flatMap(({ file, pattern }): readonly Fact<string>[] => {
    const path = joinPath(each, file);
    const text = repository.read(path);
    const match = text === undefined ? null : pattern.exec(text);
    if (text === undefined || match === null) return [];
    return [{ value: match[1]!, confidence: 'certain', evidence: [cite(path, text, match.index + match[0].search(/\S/u))] }];
  }));
}
