import type { Diagnostic } from '../../diagnostics.js';
import { filesIn } from '../../discovery/file-index.js';
import type { Workspace } from '../../discovery/findings.js';
import { itemsAt, memberAt, readManifest, textAt, textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { scriptFact } from './scripts.js';
import type { ScriptRunner } from './scripts.js';
import { packageAround } from './workspaces.js';
import type { WorkspaceRoot, Workspaces } from './workspaces.js';

const runtimeFields = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;
const buildFields = [...runtimeFields, 'devDependencies'] as const;
/** A range that is fetched from somewhere else, whatever the package is called. */
const foreign = /^(?:npm|https?|git|git\+\w+|ssh|github|gitlab|bitbucket):/u;
const local = /^(?:file|link|portal):(.+)$/u;

/** Which package of the workspace a dependency is, if any. */
function dependencyAt({ byName }: WorkspaceRoot, { manifest }: Workspaces, path: string, name: string, range: string): string | undefined {
  const place = local.exec(range)?.[1];
  if (place !== undefined) {
    const folder = normalisePath(joinPath(path, place)) ?? '';
    return manifest(folder) === undefined ? undefined : folder;
  }
  // `workspace:other@*` gives another package under this name
  const alias = /^workspace:(@?[^@]+)@/u.exec(range)?.[1];
  return foreign.test(range) ? undefined : byName.get(alias ?? name);
}

function dependenciesOf(workspace: WorkspaceRoot, workspaces: Workspaces, path: string, fields: readonly string[]): readonly string[] {
  const manifest = workspaces.manifest(path);
  if (manifest === undefined) return [];
  const found = fields.flatMap((field) => textsAt(manifest, field)).flatMap(({ name, value }) => dependencyAt(workspace, workspaces, path, name, value) ?? []);
  return [...new Set(found)].filter((each) => each !== path);
}

/** Files and folders outside of a package that its compiler's configuration leads to. */
function configured(repository: Repository, path: string): readonly string[] {
  const files = filesIn(repository, path).filter((file) => /(?:^|\/)tsconfig[\w.-]*\.json$/u.test(file));
  return files.flatMap((file) => {
    const { manifest } = readManifest(repository, file, { relaxed: true });
    if (manifest === undefined) return [];
    const references = memberAt(manifest, 'references')?.node;
    const referred = references?.kind !== 'array' ? [] : references.items.flatMap((item) => {
      const target = item.kind === 'object' ? item.members.get('path')?.node : undefined;
      return target?.kind === 'string' ? [target.value] : [];
    });
    const named = [textAt(manifest, 'extends')?.value, ...itemsAt(manifest, 'extends'), ...referred].filter((each) => each?.startsWith('.') === true);
    return named.flatMap((each) => normalisePath(joinPath(folderOf(file), each!)) ?? []);
  }).filter((each) => path !== '.' && !each.startsWith(`${path}/`) && each !== path);
}

interface Closure {
  /** Each package after those that it needs. */
  readonly packages: readonly string[];
  /** Files outside of all of them. */
  readonly files: readonly string[];
  /** Packages that need one another in a circle. */
  readonly circle: readonly string[];
}

interface Walk {
  readonly edges: (path: string) => readonly string[];
  readonly entries: readonly string[];
}

/** Depth first without recursion, so that no chain of packages is too long. */
function ordered({ entries, edges }: Walk): { readonly order: readonly string[]; readonly circle: readonly string[] } {
  const done = new Set<string>();
  const open = new Set<string>();
  let circle: readonly string[] = [];
  for (const entry of entries) {
    const stack = done.has(entry) ? [] : [{ path: entry, next: edges(entry), index: 0 }];
    if (stack.length > 0) open.add(entry);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.next[top.index];
      top.index += 1;
      if (next === undefined) {
        done.add(top.path);
        open.delete(top.path);
        stack.pop();
      } else if (open.has(next)) {
        if (circle.length === 0) circle = [...open].slice([...open].indexOf(next));
      } else if (!done.has(next)) {
        open.add(next);
        stack.push({ path: next, next: edges(next), index: 0 });
      }
    }
  }
  return { order: [...done], circle };
}

/** What a package is built from, and, with `runtime`, what it runs with. */
function closureOf(repository: Repository, workspace: WorkspaceRoot, workspaces: Workspaces, path: string, kind: 'build' | 'runtime', extra: readonly string[]): Closure {
  const fields = kind === 'build' ? buildFields : runtimeFields;
  const files = new Set<string>();
  const edges = (each: string): readonly string[] => {
    const own = [...dependenciesOf(workspace, workspaces, each, fields), ...(each === path ? extra : [])];
    if (kind === 'runtime') return own;
    const around = configured(repository, each).flatMap((target) => {
      const owner = packageAround(workspaces, target);
      if (owner !== undefined && owner !== workspace.root) return owner === each ? [] : [owner];
      if (target.endsWith('.json') && repository.exists(target)) files.add(target);
      else if (repository.exists(`${target}.json`)) files.add(`${target}.json`);
      return [];
    });
    return [...own, ...around].filter((target) => target !== workspace.root);
  };
  // what the root itself needs is installed with it
  const ofRoot = dependenciesOf(workspace, workspaces, workspace.root, kind === 'build' ? buildFields : ['dependencies']);
  const { order, circle } = ordered({ entries: path === workspace.root ? [path] : [...ofRoot, path], edges });
  // a package of the circle comes before the app that everything is for
  return { packages: [...order.filter((each) => each !== path), path], files: [...files].toSorted(), circle };
}

/** Settings of tools at the root that builds of packages read. */
const rootSettings = /^(?:[\w-]+\.config\.(?:[cm]?[jt]s|json)|\.(?:babelrc|swcrc|browserslistrc|eslintrc|postcssrc)(?:\.\w+)?|(?:tsconfig|jsconfig)[\w.-]*\.json|turbo\.jsonc?|nx\.json|lerna\.json|project\.json|babel\.config\.\w+|\.env\.production)$/u;

/** Settings of tools that no build runs. */
const forPeople = /^(?:commitlint|playwright|cypress|lint-staged|stylelint|release|renovate|knip|prettier)\./u;

function rootFiles(repository: Repository, { root }: WorkspaceRoot): readonly string[] {
  return filesIn(repository, root).map((file) => file.slice(file.lastIndexOf('/') + 1)).filter((file) => rootSettings.test(file) && !forPeople.test(file));
}

const isTask = (manifest: Manifest | undefined): boolean => manifest !== undefined && ['tasks', 'pipeline'].some((field) => memberAt(manifest, field, 'build') !== undefined);

/** Whether Turborepo is installed here and knows what a build needs. */
function hasTurbo(repository: Repository, { root, manifest }: WorkspaceRoot): boolean {
  const file = ['turbo.json', 'turbo.jsonc'].map((name) => joinPath(root, name)).find((each) => repository.exists(each));
  const installed = ['dependencies', 'devDependencies'].some((field) => memberAt(manifest, field, 'turbo') !== undefined);
  return installed && file !== undefined && isTask(readManifest(repository, file, { relaxed: true }).manifest);
}

/** The command that builds an app and all that it needs where the workspace has a tool for it; undefined where it has none. */
export function toolBuild(repository: Repository, workspace: WorkspaceRoot, manifest: Manifest): readonly string[] | undefined {
  const name = textAt(manifest, 'name')?.value;
  if (name === undefined || textAt(manifest, 'scripts', 'build') === undefined || !hasTurbo(repository, workspace)) return undefined;
  return ['turbo', 'run', 'build', `--filter=${name}`];
}

function buildsOf(repository: Repository, workspace: WorkspaceRoot, workspaces: Workspaces, path: string, packages: readonly string[], runner: ScriptRunner): Workspace['builds'] {
  const built = packages.filter((each) => each !== path && each !== workspace.root && textAt(workspaces.manifest(each)!, 'scripts', 'build') !== undefined);
  const name = textAt(workspaces.manifest(path)!, 'name')?.value;
  if (built.length > 0 && name !== undefined && path !== workspace.root && hasTurbo(repository, workspace)) {
    return [{ folder: workspace.root, command: ['turbo', 'run', 'build', `--filter=${name}^...`] }];
  }
  return built.map((folder) => {
    const manifest = workspaces.manifest(folder)!;
    const isScript = textAt(manifest, 'scripts', 'build')!.evidence.file === manifest.file;
    return { folder, command: (isScript ? undefined : scriptFact(manifest, 'build', runner)?.value) ?? [runner, 'run', 'build'] };
  });
}

/** The package's place in its workspace without `members`, which all apps decide together. `extra` are packages whose build it serves. */
export function workspaceOf(
  repository: Repository,
  workspaces: Workspaces,
  path: string,
  runner: ScriptRunner,
  extra: readonly string[] = [],
): { readonly workspace: Workspace; readonly problems: readonly Diagnostic[] } | undefined {
  const found = workspaces.of(path);
  if (found === undefined) return undefined;
  const { packages, files, circle } = closureOf(repository, found, workspaces, path, 'build', extra);
  const runtime = closureOf(repository, found, workspaces, path, 'runtime', []).packages.filter((each) => packages.includes(each));
  const prefix = found.root === '.' ? '' : `${found.root}/`;
  const inside = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  const problems: readonly Diagnostic[] = circle.length === 0 ? [] : [{
    code: 'workspace-circle',
    severity: 'warning',
    message: `${found.manifest.file}: packages need one another in a circle: ${[...circle, circle[0]!].join(' needs ')}`,
    help: 'They are built in one of the possible orders; take one of the dependencies out',
  }];
  return {
    workspace: {
      root: found.root,
      packages,
      runtime,
      members: packages,
      builds: buildsOf(repository, found, workspaces, path, packages, runner),
      files: [...new Set([...rootFiles(repository, found), ...inside])].toSorted(),
    },
    problems,
  };
}
