import { citeFile } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { readToml, stringAt, stringsAt, tableAt } from '../../discovery/toml.js';
import type { TextManifest } from '../../discovery/toml.js';
import { pyprojectDependencies } from './pyproject.js';
import { isArchive, localPath, normalName } from './requirement.js';

/** A path that installation reads, with where it is asked for. */
export interface LocalPath {
  /** Relative to the repository; undefined where it leads out of it. */
  readonly path: string | undefined;
  readonly said: string;
  readonly evidence: Evidence;
}

/** What of the repository an installation takes besides the manifests of the app. Paths are relative to the repository. */
export interface LocalPackages {
  /** Folders of packages, of wheels, and the app's own where it installs itself. */
  readonly folders: readonly string[];
  /** Archives, and manifests of the folders. */
  readonly files: readonly string[];
  /** What the packages depend on in turn. */
  readonly dependencies: readonly Located[];
  /** Asked for and not there. */
  readonly missing: readonly LocalPath[];
}

/** A path that is written in a file of a folder; `.` is the repository itself. */
export function localFrom(folder: string, said: string, evidence: Evidence): LocalPath {
  const path = normalisePath(folder === '' || folder === '.' ? said : `${folder}/${said}`);
  return { path: path === '' ? '.' : path, said, evidence };
}

/** Values below a table that say a path: `{ path = "../core" }`, also one of several for different systems. */
function pathsIn(table: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(table).flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap((value: unknown) => stringAt(value, 'path') ?? stringAt(value, 'file') ?? []);
}

/** Paths that the tables of uv, Poetry, PDM and Pipenv name. */
export function manifestPaths({ file, data }: TextManifest): readonly LocalPath[] {
  const poetry = tableAt(data, 'tool', 'poetry');
  const tables = [
    tableAt(data, 'tool', 'uv', 'sources'), tableAt(poetry, 'dependencies'), tableAt(poetry, 'dev-dependencies'),
    ...Object.keys(tableAt(poetry, 'group')).map((name) => tableAt(poetry, 'group', name, 'dependencies')),
    tableAt(data, 'packages'), tableAt(data, 'dev-packages'),
  ];
  const pdm = Object.keys(tableAt(data, 'tool', 'pdm', 'dev-dependencies')).flatMap((name) => stringsAt(data, 'tool', 'pdm', 'dev-dependencies', name));
  const groups = Object.keys(tableAt(data, 'dependency-groups')).flatMap((name) => stringsAt(data, 'dependency-groups', name));
  const written = [...stringsAt(data, 'project', 'dependencies'), ...pdm, ...groups].filter((line) => line.includes('file:')).flatMap((line) => localPath(line) ?? []);
  return [...tables.flatMap(pathsIn), ...written].filter((said) => !/^(?:[/~]|[a-z][\w+.-]*:\/\/)/iu.test(said)).map((said) => localFrom(folderOf(file), said, citeFile(file)));
}

/** The nearest folder, from the given one up, whose manifest says that it is a workspace of uv. */
export function uvWorkspaceRoot(repository: Repository, path: string): string | undefined {
  for (let folder = path === '.' ? '' : path; ; folder = folderOf(folder)) {
    if (/^\[tool\.uv\.workspace\]/mu.test(repository.read(joinPath(folder, 'pyproject.toml')) ?? '')) return folder === '' ? '.' : folder;
    if (folder === '') return undefined;
  }
}

/** Folders of a workspace's members by the name that others depend on. */
function membersOf(repository: Repository, root: string): ReadonlyMap<string, string> {
  const manifests = filesNamed(repository, 'pyproject.toml').filter((file) => root === '.' || file.startsWith(`${root}/`));
  return new Map(manifests.flatMap((file) => {
    const name = stringAt(readToml(repository, file).manifest?.data, 'project', 'name');
    return name === undefined ? [] : [[normalName(name), folderOf(file) || '.'] as const];
  }));
}

const manifests = ['pyproject.toml', 'setup.py', 'setup.cfg'] as const;

/** The packages that these paths and dependencies lead to, and those that they need in turn; each once, so that a circle ends. */
export function localPackages(repository: Repository, path: string, asked: readonly LocalPath[], dependencies: readonly Located[]): LocalPackages {
  const root = uvWorkspaceRoot(repository, path);
  const members = root === undefined ? new Map<string, string>() : membersOf(repository, root);
  const member = ({ name, evidence }: Located): readonly LocalPath[] => {
    const folder = members.get(name);
    return folder === undefined || folder === path ? [] : [{ path: folder, said: name, evidence }];
  };
  const queue = [...asked, ...dependencies.flatMap(member)];
  const found: Located[] = [];
  const folders = new Set<string>();
  const files = new Set<string>();
  const missing: LocalPath[] = [];
  // the queue grows while it is walked
  for (const each of queue) {
    const place = each.path;
    if (place === undefined || (place !== '.' && !repository.exists(place))) missing.push(each);
    else if (isArchive(place) || place.endsWith('.html')) files.add(place);
    else if (!folders.has(place)) {
      folders.add(place);
      if (place === path) continue;
      for (const name of manifests) if (repository.exists(joinPath(place, name))) files.add(joinPath(place, name));
      const { manifest } = repository.exists(joinPath(place, 'pyproject.toml')) ? readToml(repository, joinPath(place, 'pyproject.toml')) : {};
      const needed = pyprojectDependencies(manifest).runtime;
      found.push(...needed);
      queue.push(...(manifest === undefined ? [] : manifestPaths(manifest)), ...needed.flatMap(member));
    }
  }
  return { folders: [...folders], files: [...files], dependencies: found, missing };
}

