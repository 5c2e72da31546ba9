import { envExamples } from './env-files.js';
import { distinct } from './evidence.js';
import type { AppFindings, VariableFindings } from './findings.js';
import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

/** The folders above one, the nearest first; `''` is the root. */
function above(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path === '.' ? '' : path; folder !== '';) {
    folder = folderOf(folder);
    found.push(folder);
  }
  return found;
}

/** Variables that an app reads with their values in environment examples above its folder, where its own have none: a repository often has one for all its apps. */
function withExamples(repository: Repository, { path, variables }: AppFindings): readonly VariableFindings[] {
  const known = new Map(above(path).flatMap((folder) => envExamples(repository, folder)).toReversed().map((entry) => [entry.name, entry]));
  return variables.map((variable) => {
    const entry = variable.example === undefined ? known.get(variable.name) : undefined;
    return entry === undefined ? variable : { ...variable, example: entry.example, evidence: distinct([...variable.evidence, entry.evidence]) };
  });
}

export const withSharedExamples = (repository: Repository, apps: readonly AppFindings[]): readonly AppFindings[] => apps.map((app) => ({ ...app, variables: withExamples(repository, app) }));
