import { filesIn, filesNamed } from '../../discovery/file-index.js';
import { itemsAt, memberAt, readManifest, textAt } from '../../discovery/manifest.js';
import type { Located, Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** A project of Nx that shares the manifest at the root: what it is called, built from and built into is in `project.json`. */
export interface NxProject {
  readonly folder: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly isApp: boolean;
}

/** What the build of a project leaves. Paths are relative to the root of the workspace. */
export type NxOutcome =
  | { readonly kind: 'program'; readonly output: string; readonly file: string; readonly entry: string | undefined }
  | { readonly kind: 'files'; readonly output: string }
  | { readonly kind: 'next' };

/** Projects without a manifest of their own. `hasManifest` knows the folders of packages. */
export function nxProjects(repository: Repository, hasManifest: (folder: string) => boolean): readonly NxProject[] {
  if (!repository.exists('nx.json') || !hasManifest('.')) return [];
  return filesNamed(repository, 'project.json').flatMap((file) => {
    const folder = folderOf(file);
    if (folder === '' || hasManifest(folder)) return [];
    const { manifest } = readManifest(repository, file, { relaxed: true });
    if (manifest === undefined) return [];
    const name = textAt(manifest, 'name')?.value ?? folder.slice(folder.lastIndexOf('/') + 1);
    return [{ folder, name, manifest, isApp: textAt(manifest, 'projectType')?.value === 'application' }];
  });
}

const option = ({ manifest }: NxProject, ...path: readonly string[]): string | undefined => textAt(manifest, 'targets', 'build', 'options', ...path)?.value;

/** A path of the settings, where `{workspaceRoot}` and `{projectRoot}` stand for folders. */
function pathOf(text: string | undefined, { folder }: NxProject): string | undefined {
  const path = text?.replace('{workspaceRoot}', '.').replace('{projectRoot}', folder);
  return path === undefined ? undefined : normalisePath(path);
}

/** A settings file of a bundler in the project's folder. */
function settings(repository: Repository, { folder }: NxProject, name: string): string | undefined {
  const file = filesIn(repository, folder).find((each) => new RegExp(`(?:^|/)${name}\\.config\\.[cm]?[jt]s$`, 'u').test(each));
  return file === undefined ? undefined : repository.read(file);
}

const hasPage = (repository: Repository, { folder }: NxProject): boolean => ['index.html', 'src/index.html'].some((name) => repository.exists(joinPath(folder, name)));
const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/u, '');

/** How the file that starts is called: @nx/esbuild's own extensions, webpack's `outputFileName`, the compilers' tree of folders. */
function programFile(project: NxProject, executor: string, main: string | undefined): string {
  const entry = main ?? 'src/main.ts';
  if (/^js:(?:tsc|swc)$/u.test(executor)) {
    const below = entry.startsWith(`${project.folder}/`) ? entry.slice(project.folder.length + 1) : entry;
    return below.replace(/\.([cm]?)tsx?$/u, '.$1js');
  }
  const named = option(project, 'outputFileName');
  if (named !== undefined) return named;
  if (executor !== 'esbuild:esbuild') return 'main.js';
  const format = itemsAt(project.manifest, 'targets', 'build', 'options', 'format')[0] ?? 'esm';
  const extension = textAt(project.manifest, 'targets', 'build', 'options', 'esbuildOptions', 'outExtension', '.js')?.value;
  return `${stem(entry)}${extension ?? (format === 'cjs' ? '.cjs' : '.js')}`;
}

function program(project: NxProject, executor: string): NxOutcome {
  const main = pathOf(option(project, 'main'), project);
  return { kind: 'program', output: pathOf(option(project, 'outputPath'), project) ?? `dist/${project.folder}`, file: programFile(project, executor, main), entry: main };
}

/** Entries of a target besides its main one: files, or names with the file of each. */
function furtherEntries(project: NxProject): readonly { readonly name: string | undefined; readonly file: string }[] {
  const named = memberAt(project.manifest, 'targets', 'build', 'options', 'additionalEntryPoints')?.node;
  const items = named?.kind !== 'array' ? [] : named.items.map((item) => {
    if (item.kind === 'string') return { name: undefined, file: item.value };
    const text = (key: string): string | undefined => {
      const node = item.kind === 'object' ? item.members.get(key)?.node : undefined;
      return node?.kind === 'string' ? node.value : undefined;
    };
    return { name: text('entryName'), file: text('entryPath') };
  });
  return items.flatMap(({ name, file }) => {
    const path = pathOf(file, project);
    return path === undefined ? [] : [{ name, file: path }];
  });
}

/** What runs of a source once the app is built, relative to the root; undefined where no target builds it. */
export function builtFile(project: NxProject, outcome: NxOutcome & { readonly kind: 'program' }, source: string): string | undefined {
  const executor = executorOf(project);
  // compilers keep the tree of folders
  if (/^js:(?:tsc|swc)$/u.test(executor)) return source.startsWith(`${project.folder}/`) ? `${outcome.output}/${programFile(project, executor, source)}` : undefined;
  const entry = furtherEntries(project).find(({ file }) => file === source);
  if (entry === undefined) return undefined;
  if (executor !== 'esbuild:esbuild') return `${outcome.output}/${entry.name ?? stem(entry.file)}.js`;
  // esbuild lays several entries out from the folder that they have in common
  const top = folderOf(outcome.entry ?? '');
  return folderOf(source) === top ? `${outcome.output}/${stem(source)}${outcome.file.slice(stem(outcome.file).length)}` : undefined;
}

/** Where Vite writes to: the settings of the target, those of Vite relative to the project, else its default. */
function viteOutput(repository: Repository, project: NxProject): string {
  const written = /\boutDir\s*:\s*['"]([^'"\n]+)['"]/u.exec(settings(repository, project, 'vite') ?? '')?.[1];
  return pathOf(option(project, 'outputPath'), project) ?? normalisePath(joinPath(project.folder, written ?? 'dist')) ?? `dist/${project.folder}`;
}

/** Angular's newer builder puts files for browsers in a folder of their own. */
function angularOutput(project: NxProject, executor: string): string {
  const output = pathOf(option(project, 'outputPath') ?? option(project, 'outputPath', 'base'), project) ?? `dist/${project.folder}`;
  return executor.endsWith(':application') ? `${output}/browser` : output;
}

/** Builders of webpack and Rspack name their platform in the target or in their settings file. */
function bundled(repository: Repository, project: NxProject, bundler: string): NxOutcome {
  const text = settings(repository, project, bundler) ?? '';
  const written = /\bpath\s*:\s*(?:path\.)?(?:join|resolve)\(\s*(?:__dirname|import\.meta\.dirname)\s*,\s*['"]([^'"\n]+)['"]/u.exec(text)?.[1];
  const output = pathOf(option(project, 'outputPath'), project) ?? (written === undefined ? undefined : normalisePath(joinPath(project.folder, written))) ?? `dist/${project.folder}`;
  const isNode = (option(project, 'target') ?? /\btarget\s*:\s*['"](\w+)['"]/u.exec(text)?.[1]) === 'node';
  if (!isNode && hasPage(repository, project)) return { kind: 'files', output };
  const main = pathOf(option(project, 'main'), project) ?? pathOf(/\bmain\s*:\s*['"]([^'"\n]+)['"]/u.exec(text)?.[1]?.replace(/^\.\//u, `${project.folder}/`), project);
  return { kind: 'program', output, file: programFile(project, `${bundler}:${bundler}`, main), entry: main };
}

const executorOf = ({ manifest }: NxProject): string => textAt(manifest, 'targets', 'build', 'executor')?.value.replace(/^@n(?:x|rwl)\//u, '') ?? '';

/** What the build of an app leaves, by its executor or by the settings that a plugin infers the target from; undefined where neither shows it. */
export function outcomeOf(repository: Repository, project: NxProject): NxOutcome | undefined {
  const executor = executorOf(project);
  if (/^(?:esbuild:esbuild|js:(?:tsc|swc)|node:(?:build|webpack))$/u.test(executor)) return program(project, executor);
  if (/^(?:webpack:webpack|rspack:rspack)$/u.test(executor)) return bundled(repository, project, executor.slice(0, executor.indexOf(':')));
  if (/^(?:angular:|@angular-devkit\/build-angular:|@angular\/build:)/u.test(executor)) return { kind: 'files', output: angularOutput(project, executor) };
  if (executor === 'next:build') return { kind: 'next' };
  const isInferred = memberAt(project.manifest, 'targets', 'build', 'executor') === undefined;
  if (executor === 'vite:build' || (isInferred && settings(repository, project, 'vite') !== undefined)) return hasPage(repository, project) ? { kind: 'files', output: viteOutput(repository, project) } : undefined;
  if (!isInferred) return undefined;
  if (settings(repository, project, 'next') !== undefined) return { kind: 'next' };
  const bundler = ['webpack', 'rspack'].find((name) => settings(repository, project, name) !== undefined);
  return bundler === undefined ? undefined : bundled(repository, project, bundler);
}

/** The line that says how the project is built, or the file where a plugin infers it. */
export const buildEvidence = ({ manifest }: NxProject): Located | undefined => textAt(manifest, 'targets', 'build', 'executor') ?? textAt(manifest, 'name');
