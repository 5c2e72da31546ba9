import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed, filesUnder } from '../../discovery/file-index.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { citeFirst, readToml, stringAt, stringsAt, tableAt, valueAt } from '../../discovery/toml.js';
import type { TextManifest } from '../../discovery/toml.js';

/** A program of a crate. */
export interface Binary {
  readonly name: string;
  /** Its source, relative to the repository. */
  readonly file: string;
}

/** A `Cargo.toml` with a package. */
export interface Crate {
  readonly manifest: TextManifest;
  /** Relative to the repository, `.` for its root. */
  readonly folder: string;
  readonly name: string;
  readonly evidence: Evidence;
  readonly binaries: readonly Binary[];
  readonly defaultRun: string | undefined;
  /** Runtime dependencies, and `crate[feature]` for each feature that is turned on. */
  readonly dependencies: readonly Located[];
  /** Names of what its build script uses. */
  readonly generators: readonly string[];
  /** Folders of crates of this repository that it is built on. */
  readonly local: readonly string[];
  /** Folder of the workspace that it is a member of; its own where it stands alone. */
  readonly workspace: string;
}

/** Every binary of a package: declared ones, `src/main.rs`, and what lies in `src/bin/`. */
function binariesOf(repository: Repository, { data }: TextManifest, folder: string, name: string): readonly Binary[] {
  const declared = valueAt(data, 'bin');
  const named = (Array.isArray(declared) ? declared : []).flatMap((each: unknown): readonly Binary[] => {
    const binary = stringAt(each, 'name');
    if (binary === undefined) return [];
    const path = stringAt(each, 'path');
    const usual = [`src/bin/${binary}.rs`, `src/bin/${binary}/main.rs`, 'src/main.rs'].find((file) => repository.exists(joinPath(folder, file)));
    const file = normalisePath(joinPath(folder, path ?? usual ?? 'src/main.rs'));
    return file === undefined ? [] : [{ name: binary, file }];
  });
  const taken = new Set(named.flatMap((each) => [each.name, each.file]));
  const main = joinPath(folder, 'src/main.rs');
  const automatic = valueAt(data, 'package', 'autobins') === false ? [] : [
    ...(repository.exists(main) ? [{ name, file: main }] : []),
    ...filesUnder(repository, joinPath(folder, 'src/bin')).flatMap((file) => {
      const own = /\/src\/bin\/(?:([\w-]+)\.rs|([\w-]+)\/main\.rs)$/u.exec(`/${file}`);
      return own === null ? [] : [{ name: own[1] ?? own[2]!, file }];
    }),
  ];
  return [...named, ...automatic.filter((each) => !taken.has(each.name) && !taken.has(each.file))];
}

function located(manifest: TextManifest, name: string, value: string): Located {
  const line = new RegExp(String.raw`^[ \t]*(?:\[[\w.-]*dependencies\.)?"?${name}"?[ \t]*(?:[.=\]]|$)`, 'mu').exec(manifest.text);
  return { name, value, evidence: line === null ? citeFirst(manifest, name) : cite(manifest.file, manifest.text, line.index) };
}

interface Dependency {
  readonly located: Located;
  readonly features: readonly string[];
  readonly path: string | undefined;
}

/** A dependency, with what the workspace says of it where it is inherited. */
function dependenciesOf(manifest: TextManifest, shared: TextManifest | undefined): readonly Dependency[] {
  const tables = [tableAt(manifest.data, 'dependencies'), ...Object.values(tableAt(manifest.data, 'target')).map((target) => tableAt(target, 'dependencies'))];
  return tables.flatMap((table) => Object.entries(table)).map(([key, value]) => {
    const inherited = valueAt(value, 'workspace') === true;
    const base = inherited ? valueAt(shared?.data, 'workspace', 'dependencies', key) : undefined;
    const name = stringAt(value, 'package') ?? stringAt(base, 'package') ?? key;
    const version = typeof value === 'string' ? value : (stringAt(value, 'version') ?? (typeof base === 'string' ? base : stringAt(base, 'version')) ?? '');
    const path = stringAt(value, 'path');
    const from = path === undefined && inherited ? stringAt(base, 'path') : undefined;
    const folder = path === undefined ? (from === undefined ? undefined : joinPath(folderOf(shared!.file), from)) : joinPath(folderOf(manifest.file), path);
    return {
      located: { ...located(manifest, key, version), name },
      features: [...stringsAt(value, 'features'), ...stringsAt(base, 'features')],
      path: folder === undefined ? undefined : (normalisePath(folder) ?? undefined),
    };
  });
}

/** Whether a folder is one of a workspace's members, which may be patterns. */
function isMember(patterns: readonly string[], own: string): boolean {
  return patterns.some((pattern) => {
    const text = pattern.replace(/^\.\//u, '').replace(/\/+$/u, '').replace(/[.+^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('**', '\u0000').replaceAll('*', '[^/]*').replaceAll('\u0000', '.*').replaceAll('?', '[^/]');
    return new RegExp(`^${text}$`, 'u').test(own);
  });
}

/** The workspace that a crate belongs to: the nearest one above it that lists it. */
function workspaceOf(folder: string, workspaces: readonly TextManifest[]): string {
  const found = workspaces.filter(({ file, data }) => {
    const root = folderOf(file) || '.';
    if (root === folder) return true;
    if (root !== '.' && !folder.startsWith(`${root}/`)) return false;
    const own = root === '.' ? folder : folder.slice(root.length + 1);
    if (isMember(stringsAt(data, 'workspace', 'exclude'), own)) return false;
    // what the root package is built on in a folder below it is a member without being listed (doc.rust-lang.org/cargo, workspaces)
    const automatic = Object.values(tableAt(data, 'dependencies')).flatMap((each) => stringAt(each, 'path') ?? []);
    return isMember([...stringsAt(data, 'workspace', 'members'), ...automatic], own);
  });
  return found.map(({ file }) => folderOf(file) || '.').toSorted((a, b) => b.length - a.length)[0] ?? folder;
}

/** Every crate of the repository; an unreadable manifest is a problem that names its place. */
export function cratesOf(repository: Repository): { readonly crates: readonly Crate[]; readonly workspaces: readonly TextManifest[]; readonly problems: readonly Diagnostic[] } {
  const readings = filesNamed(repository, 'Cargo.toml').map((file) => readToml(repository, file));
  const manifests = readings.flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest]));
  const workspaces = manifests.filter(({ data }) => valueAt(data, 'workspace') !== undefined);
  const crates = manifests.flatMap((manifest): readonly Crate[] => {
    const name = stringAt(manifest.data, 'package', 'name');
    if (name === undefined) return [];
    const folder = folderOf(manifest.file) || '.';
    const workspace = workspaceOf(folder, workspaces);
    const shared = workspaces.find(({ file }) => (folderOf(file) || '.') === workspace);
    const dependencies = dependenciesOf(manifest, shared);
    return [{
      manifest,
      folder,
      name,
      evidence: citeFirst(manifest, /^[ \t]*name[ \t]*=/mu),
      binaries: binariesOf(repository, manifest, folder, name),
      defaultRun: stringAt(manifest.data, 'package', 'default-run'),
      dependencies: dependencies.flatMap(({ located: each, features }) => [each, ...features.map((feature) => ({ ...each, name: `${each.name}[${feature}]` }))]),
      generators: Object.keys(tableAt(manifest.data, 'build-dependencies')),
      local: dependencies.flatMap(({ path }) => (path === undefined ? [] : [path === '' ? '.' : path])),
      workspace,
    }];
  });
  return { crates, workspaces, problems: readings.flatMap(({ problems }) => problems) };
}

/** The crate and those of the repository that it is built on, the nearest first. */
export function builtOn(crate: Crate, crates: ReadonlyMap<string, Crate>): readonly Crate[] {
  const found = new Map([[crate.folder, crate]]);
  // a map may grow while it is walked
  for (const [, each] of found) {
    for (const folder of each.local) {
      const next = crates.get(folder);
      if (next !== undefined && !found.has(folder)) found.set(folder, next);
    }
  }
  return [...found.values()];
}
