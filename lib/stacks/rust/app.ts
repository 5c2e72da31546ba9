import { withoutSlashComments } from '../../discovery/comments.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';
import { programPath } from '../compiled.js';
import { builtOn } from './manifests.js';
import type { Binary, Crate } from './manifests.js';

const language: SourceLanguage = {
  name: /\.rs$/u,
  notSource: /(?:^|\/)(?:tests?|benches|bench|examples?)\.rs$|_tests?\.rs$|^build\.rs$/u,
  withoutComments: withoutSlashComments,
  excludes: (own) => /^(?:tests|benches|examples|target)\//u.test(own),
};

/** Every crate of the repository by its folder, and the sources of each, read when they are asked for. */
export interface RustProject {
  readonly repository: Repository;
  readonly crates: ReadonlyMap<string, Crate>;
  readonly sourcesOf: (crate: Crate) => readonly Source[];
}

/** One program of a crate and what it is made of. */
export interface Program {
  readonly crate: Crate;
  readonly binary: Binary;
  /** The crate and those of the repository that it is built on. */
  readonly built: readonly Crate[];
  /** Its own file first, then its crate's, then those of the others. */
  readonly sources: readonly Source[];
}

export interface RustApp extends RustProject {
  readonly path: string;
  readonly program: Program;
  readonly env: readonly EnvEntry[];
}

export function projectOf(repository: Repository, crates: readonly Crate[]): RustProject {
  const folders = new Set(crates.map(({ folder }) => folder));
  const read = new Map<string, readonly Source[]>();
  const sourcesOf = ({ folder }: Crate): readonly Source[] => {
    const known = read.get(folder) ?? sourcesIn(repository, folder, new Set([...folders].filter((other) => other !== folder && other !== '.')), language);
    read.set(folder, known);
    return known;
  };
  return { repository, crates: new Map(crates.map((crate) => [crate.folder, crate])), sourcesOf };
}

/** Files of one binary alone: its folder in `src/bin/`, or the file itself. */
const isOf = (binary: Binary, file: string): boolean => file === binary.file || (/\/src\/bin\/[^/]+\/main\.rs$/u.test(`/${binary.file}`) && file.startsWith(`${folderOf(binary.file)}/`));

export function programAt(project: RustProject, crate: Crate, binary: Binary): Program {
  const built = builtOn(crate, project.crates);
  const own = project.sourcesOf(crate).filter(({ file }) => isOf(binary, file) || !crate.binaries.some((other) => isOf(other, file)));
  const ordered = [...own.filter(({ file }) => isOf(binary, file)), ...own.filter(({ file }) => !isOf(binary, file))];
  return { crate, binary, built, sources: [...ordered, ...built.slice(1).flatMap((each) => project.sourcesOf(each).filter(({ file }) => !each.binaries.some((other) => isOf(other, file))))] };
}

export const commandOfProgram = ({ binary }: Program, ...args: readonly string[]): readonly string[] => [programPath(binary.name), ...args];

export const watchOf = ({ binary }: Program, ...args: readonly string[]): readonly string[] => ['watch', binary.name, ...args];

/** The lock file lies at the root of the workspace. */
export function lockOf({ repository }: RustProject, crate: Crate): string | undefined {
  return repository.exists(joinPath(crate.workspace, 'Cargo.lock')) ? 'Cargo.lock' : undefined;
}
