import type { Diagnostic } from '../../diagnostics.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import type { Crate } from './manifests.js';

/** Where sqlx saves what it knows of a database, so that nothing has to be there while it compiles: a folder, before 0.7 a file (docs.rs/sqlx, "Offline Mode"). */
const saved = ['.sqlx/', 'sqlx-data.json'] as const;

/** What is saved of the database, relative to the workspace. */
export function savedQueries(repository: Repository, { workspace }: Crate): readonly string[] {
  return saved.filter((each) => repository.exists(joinPath(workspace, each.replace(/\/$/u, '')))).slice(0, 1);
}

/** Whether queries are checked against what is saved. */
export const isOffline = (installFiles: readonly string[]): boolean => saved.some((each) => installFiles.includes(each));

/** Queries that are checked against a database while the program is compiled, and nothing that stands for one. */
export function queryProblems(repository: Repository, crate: Crate, sources: readonly Source[]): readonly Diagnostic[] {
  if (savedQueries(repository, crate).length > 0 || saved.some((each) => repository.exists(joinPath(crate.folder, each.replace(/\/$/u, ''))))) return [];
  const [first] = matches(sources, /\b(?:sqlx::)?query(?:_as|_scalar|_file|_file_as|_file_scalar)?!\s*\(/gu);
  if (first === undefined || !crate.dependencies.some(({ name }) => /^sqlx(?:\[|$)/u.test(name))) return [];
  const { file, line } = first.evidence;
  return [{
    code: 'queries-need-database',
    severity: 'warning',
    message: `${file}:${line}: sqlx checks this query against a database while it compiles, and the build of an image has none`,
    help: 'Run `cargo sqlx prepare` and commit what it saves',
  }];
}
