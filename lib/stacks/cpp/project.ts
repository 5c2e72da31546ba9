import type { Diagnostic } from '../../diagnostics.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { managedDependencies } from './managers.js';
import type { Managed } from './managers.js';
import { readListFiles } from './list-file.js';
import type { Collected, Target } from './targets.js';

/** A top list file and those that it adds. */
export interface CppProject extends Pick<Collected, 'dependencies' | 'standards' | 'minimums' | 'downloads' | 'hasTests'> {
  readonly repository: Repository;
  readonly folder: string;
  readonly file: string;
  readonly name: string | undefined;
  readonly languages: readonly string[];
  readonly evidence: Evidence;
  readonly targets: readonly Target[];
  readonly testOptions: readonly string[];
  readonly compilers: readonly string[];
  /** What a package manager of the project gives. */
  readonly managed: Managed;
}

/** What lies there was made by somebody else; `vendor` is never listed. */
const foreign = /(?:^|\/)(?:3rd[_-]?party|deps|external|externals|extern|submodules|subprojects|contrib)(?:\/|$)/iu;

/** The project whose top list file lies in the folder, and every list file that belongs to it. */
function projectAt(repository: Repository, folder: string): { readonly project: CppProject | undefined; readonly problems: readonly Diagnostic[]; readonly read: ReadonlySet<string> } {
  const { targets, dependencies, problems, read, standards, testOptions, minimums, compilers, downloads, hasTests, project } = readListFiles(repository, folder);
  const evidence = project?.evidence ?? [...targets.values()][0]?.evidence;
  if (evidence === undefined) return { project: undefined, problems, read };
  const managed = managedDependencies(repository, folder);
  const file = joinPath(folder, 'CMakeLists.txt');
  return {
    project: {
      repository, folder, file, name: project?.name, languages: project?.languages ?? [], evidence, targets: [...targets.values()], dependencies,
      standards, minimums, downloads, hasTests, testOptions: [...testOptions], compilers: [...compilers], managed,
    },
    problems: [...problems, ...managed.problems],
    read,
  };
}

const depth = (folder: string): number => (folder === '.' ? 0 : folder.split('/').length);

/** Every project of the repository: list files that no other one adds. */
export function cppProjects(repository: Repository): { readonly projects: readonly CppProject[]; readonly problems: readonly Diagnostic[] } {
  const folders = filesNamed(repository, 'CMakeLists.txt').map((file) => folderOf(file) || '.').filter((folder) => isPartOfProject(folder) && !foreign.test(folder)).toSorted((a, b) => depth(a) - depth(b));
  const projects: CppProject[] = [];
  const problems: Diagnostic[] = [];
  const read = new Set<string>();
  for (const folder of folders) {
    if (read.has(joinPath(folder, 'CMakeLists.txt'))) continue;
    const each = projectAt(repository, folder);
    for (const file of each.read) read.add(file);
    if (each.project !== undefined) projects.push(each.project);
    problems.push(...each.problems);
  }
  return { projects, problems };
}
