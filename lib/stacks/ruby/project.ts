import { withoutHashComments } from '../../discovery/comments.js';
import { envExamples } from '../../discovery/env-files.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';
import { parseGemfile, parseLock, runtimeGems } from './gemfile.js';
import type { Gem, Gemfile, Lock } from './gemfile.js';

/** One project, read once; what each question is answered from. */
export interface RubyProject {
  readonly repository: Repository;
  /** Relative to the repository, `.` for its root. */
  readonly path: string;
  /** Plain Ruby has none. */
  readonly gemfile: Gemfile | undefined;
  readonly lock: Lock;
  /** Gems that production installs. */
  readonly gems: readonly Gem[];
  readonly sources: readonly Source[];
  readonly env: readonly EnvEntry[];
}

const language: SourceLanguage = { name: /\.(?:rb|ru|rake)$|(?:^|\/)Rakefile$/u, notSource: /_(?:spec|test)\.rb$/u, withoutComments: withoutHashComments };

export function projectAt(repository: Repository, path: string, others: ReadonlySet<string>): RubyProject {
  const file = ['Gemfile', 'gems.rb'].map((name) => joinPath(path, name)).find((each) => repository.exists(each));
  const text = file === undefined ? undefined : repository.read(file);
  const gemfile = file === undefined || text === undefined ? undefined : parseGemfile(file, text);
  const lockFile = joinPath(path, 'Gemfile.lock');
  const sources = sourcesIn(repository, path, others, language);
  return {
    repository,
    path,
    gemfile,
    lock: parseLock(lockFile, repository.read(lockFile) ?? ''),
    gems: gemfile === undefined ? [] : runtimeGems(gemfile),
    sources,
    env: envExamples(repository, path, { sources }),
  };
}

export const gemOf = ({ gems }: Pick<RubyProject, 'gems'>, ...names: readonly string[]): Gem | undefined => gems.find(({ name }) => names.includes(name));

/** A file of the project, relative to the repository. */
export const fileOf = ({ path }: Pick<RubyProject, 'path'>, file: string): string => joinPath(path, file);

export const has = (project: Pick<RubyProject, 'repository' | 'path'>, file: string): boolean => project.repository.exists(fileOf(project, file));

/** The text of a file without comments, every character in its place; empty where there is none. */
export const codeOf = (project: Pick<RubyProject, 'repository' | 'path'>, file: string): string => withoutHashComments(project.repository.read(fileOf(project, file)) ?? '');

/** Runs a program of the bundle; without a Gemfile there is none. */
export const bundled = ({ gemfile }: Pick<RubyProject, 'gemfile'>, ...argv: readonly string[]): readonly string[] => (gemfile === undefined ? argv : ['bundle', 'exec', ...argv]);
