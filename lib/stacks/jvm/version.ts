import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { JvmModule } from './module.js';

const files: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: '.java-version', pattern: /^[ \t]*([^\s#]+)/mu },
  { file: '.sdkmanrc', pattern: /^[ \t]*java[ \t]*=[ \t]*(\S+)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*java[ \t]+(\S+)/mu },
  { file: 'system.properties', pattern: /^[ \t]*java\.runtime\.version[ \t]*=[ \t]*(\S+)/mu },
];

function fromFiles(repository: Repository, folder: string): readonly Fact<string>[] {
  return files.flatMap(({ file, pattern }): Fact<string>[] => {
    const path = joinPath(folder, file);
    const text = repository.exists(path) ? repository.read(path) : undefined;
    const match = text === undefined ? null : pattern.exec(text);
    return text === undefined || match === null ? [] : [{ value: match[1]!, confidence: 'certain', evidence: [cite(path, text, match.index + match[0].search(/\S/u))] }];
  });
}

/** Every declaration of the Java version: what the build compiles for, then the files of version managers. Each value once. */
export function versionFacts(repository: Repository, { versions, path, root }: JvmModule): readonly Fact<string>[] {
  const folders = [...new Set([path, root, '.'])];
  const all = [...versions, ...folders.flatMap((folder) => fromFiles(repository, folder))];
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}
