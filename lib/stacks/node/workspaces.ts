import { isSeq, isScalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics.js';
import { positionAt } from '../../discovery/cite.js';
import { filesIn, filesNamed } from '../../discovery/file-index.js';
import { itemsAt, memberAt, textAt, textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { parseYaml } from '../../discovery/yaml.js';
import { folderMatcher } from './workspace-globs.js';

/** A folder whose packages are installed together, from one lock file. */
export interface WorkspaceRoot {
  /** Relative to the repository, `.` for its root. */
  readonly root: string;
  readonly manifest: Manifest;
  /** Folders of its packages, sorted, the root's own first. */
  readonly members: readonly string[];
  /** Folders of its packages by the names that they have. */
  readonly byName: ReadonlyMap<string, string>;
}

export interface Workspaces {
  /** The workspace that the package in a folder belongs to, as a member or as its root. */
  readonly of: (path: string) => WorkspaceRoot | undefined;
  /** The package in a folder. */
  readonly manifest: (path: string) => Manifest | undefined;
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** The patterns of a workspace and the file that has them. */
interface Patterns {
  readonly file: string;
  readonly text: string;
  readonly patterns: readonly string[];
}

function pnpmText(repository: Repository, file: string): string | undefined {
  return filesIn(repository, folderOf(file)).includes(file) ? repository.read(file) : undefined;
}

function ofPnpm(repository: Repository, root: string): Patterns | undefined {
  const file = joinPath(root, 'pnpm-workspace.yaml');
  const text = pnpmText(repository, file);
  if (text === undefined) return undefined;
  const list = parseYaml(file, text).document?.get('packages');
  // settings alone make no workspace
  return isSeq(list) ? { file, text, patterns: list.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : [])) } : undefined;
}

/** Of `workspaces` as a list, and of yarn's older form with `packages` in it. */
function patternsOf(repository: Repository, root: string, manifest: Manifest): Patterns | undefined {
  const pnpm = ofPnpm(repository, root);
  if (pnpm !== undefined || memberAt(manifest, 'workspaces') === undefined) return pnpm;
  return { file: manifest.file, text: manifest.text, patterns: [...itemsAt(manifest, 'workspaces'), ...itemsAt(manifest, 'workspaces', 'packages')] };
}

/** A pattern that means nothing is often a folder that was renamed. */
function emptyPatterns({ file, text, patterns }: Patterns, folders: readonly string[]): readonly Diagnostic[] {
  return patterns.slice(0, 100).filter((each) => !each.startsWith('!') && !folders.some(folderMatcher([each]))).map((pattern) => {
    const { line } = positionAt(text, Math.max(0, text.indexOf(pattern)));
    return {
      code: 'workspace-pattern-empty',
      severity: 'info',
      message: `${file}:${line}: the workspace pattern "${pattern}" means no folder with a package.json`,
      help: 'Correct it, or take it out',
    };
  });
}

function unreadablePatterns(repository: Repository, root: string): readonly Diagnostic[] {
  const file = joinPath(root, 'pnpm-workspace.yaml');
  return filesIn(repository, folderOf(file)).includes(file) ? parseYaml(file, repository.read(file)).problems : [];
}

/** Every workspace of the repository. `manifests` are all packages by folder, in the order of their folders. */
export function workspacesOf(repository: Repository, manifests: ReadonlyMap<string, Manifest>): Workspaces {
  const paths = [...manifests.keys()];
  const owners = new Map<string, WorkspaceRoot>();
  const problems: Diagnostic[] = [];
  for (const [root, manifest] of manifests) {
    problems.push(...unreadablePatterns(repository, root));
    const found = patternsOf(repository, root, manifest);
    if (found === undefined) continue;
    const prefix = root === '.' ? '' : `${root}/`;
    const below = filesNamed(repository, 'package.json', root).map(folderOf).filter((path) => path !== root && manifests.has(path)).map((path) => path.slice(prefix.length));
    const matches = folderMatcher(found.patterns);
    const members = [root, ...below.filter(matches).map((folder) => joinPath(root, folder))];
    problems.push(...emptyPatterns(found, below));
    if (members.length === 1) continue;
    const byName = new Map(members.flatMap((path) => {
      const name = textAt(manifests.get(path)!, 'name')?.value;
      return name === undefined ? [] : [[name, path] as const];
    }));
    const workspace = { root, manifest, members, byName };
    for (const path of members) owners.set(path, workspace);
  }
  return { of: (path) => owners.get(path), manifest: (path) => manifests.get(path), paths, problems };
}

/** The package that a file or folder of the repository lies in: the nearest folder above that has one. */
export function packageAround({ manifest }: Workspaces, path: string): string | undefined {
  for (let folder = path; folder !== ''; folder = folderOf(folder)) if (manifest(folder) !== undefined) return folder;
  return manifest('.') === undefined ? undefined : '.';
}


/** For each package that another one of the repository depends on by name, one that does. */
export function importersOf({ paths, manifest }: Workspaces): ReadonlyMap<string, string> {
  const byName = new Map(paths.flatMap((path) => {
    const name = textAt(manifest(path)!, 'name')?.value;
    return name === undefined ? [] : [[name, path] as const];
  }));
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const { name } of ['dependencies', 'devDependencies'].flatMap((field) => textsAt(manifest(path)!, field))) {
      const target = byName.get(name);
      if (target !== undefined && target !== path && !found.has(target)) found.set(target, path === '.' ? 'the root package' : path);
    }
  }
  return found;
}
