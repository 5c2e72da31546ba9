import type { Fact } from '../../discovery/evidence.js';
import type { Repository } from '../../discovery/repository.js';
import { declaredIn } from '../version-files.js';
import type { GoModule } from './modules.js';

/** Files of version managers: the text that names the Go version. */
const versionFiles = [
  { file: '.go-version', pattern: /^[ \t]*(?:go)?(\d[^\s#]*)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*(?:golang|go)[ \t]+v?(\d[^\s#]*)/mu },
  { file: 'mise.toml', pattern: /^[ \t]*"?go"?[ \t]*=[ \t]*"(\d[^"\s]*)"/mu },
  { file: '.mise.toml', pattern: /^[ \t]*"?go"?[ \t]*=[ \t]*"(\d[^"\s]*)"/mu },
] as const;

/** Every declaration of the Go version: the toolchain that the module asks for, its least version, then files of version managers. */
export function versionFacts(repository: Repository, module: GoModule): readonly Fact<string>[] {
  const declared = [module.toolchain, module.go].flatMap((line): readonly Fact<string>[] => {
    const value = line?.value.replace(/^go/u, '');
    return line === undefined || value === undefined || !/^\d/u.test(value) ? [] : [{ value, confidence: 'certain', evidence: [line.evidence] }];
  });
  return [...declared, ...declaredIn(repository, module.folder, versionFiles)];
}
