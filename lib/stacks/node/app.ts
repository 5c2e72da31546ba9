import type { EnvEntry } from '../../discovery/env-files.js';
import type { Manifest } from '../../discovery/manifest.js';
import { memberAt, textAt } from '../../discovery/manifest.js';
import { joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { candidates } from './imports.js';
import type { ImportGraph } from './imports.js';
import type { Source } from '../../discovery/source.js';
import { commandOf } from '../../text/shell-words.js';
import type { CompilerLayout } from './typescript.js';

/** One package of the repository, read once; what each question is answered from. */
export interface NodePackage {
  readonly repository: Repository;
  /** Relative to the repository, `.` for its root. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly sources: readonly Source[];
  readonly graph: ImportGraph;
  readonly layout: CompilerLayout;
  readonly env: readonly EnvEntry[];
  /** The schema of Prisma, relative to the repository, where it is not at a usual place of the folder. */
  readonly schema?: string | undefined;
}

/** Folders that compilers write to, where the configuration does not say. */
const builtFolders = ['dist', 'build', 'lib', 'out'];
/** Nobody names the program after so many options. */
const maximumWords = 50;
/** Options whose value is a file that is loaded before the program, or no file at all. */
const valueOption = /^(?:-r|--require|--import|--loader|--experimental-loader|-P|--project|--tsconfig|-c|--config|--watch-path)$/u;

export function isTypescript({ manifest, repository, path }: NodePackage): boolean {
  return repository.exists(joinPath(path, 'tsconfig.json')) || runtimeOrDevelopment(manifest, 'typescript');
}

/** Whether the package stands in `dependencies` or `devDependencies`. */
export function runtimeOrDevelopment(manifest: Manifest, name: string): boolean {
  return ['dependencies', 'devDependencies'].some((field) => memberAt(manifest, field, name) !== undefined);
}

/** The app's own path of a file of the repository. */
export function ownPath({ path }: Pick<NodePackage, 'path'>, file: string): string {
  return path === '.' ? file : file.slice(path.length + 1);
}

/** A compiled file's place below the output folder, and where its source may be. */
function uncompiled({ path, layout }: NodePackage, file: string): readonly string[] {
  const outputs = [...(layout.outDir === undefined ? [] : [layout.outDir]), ...builtFolders.map((folder) => joinPath(path, folder))];
  const output = outputs.find((folder) => folder !== '' && file.startsWith(`${folder}/`));
  if (output === undefined) return [];
  const below = file.slice(output.length + 1);
  const roots = [...(layout.rootDir === undefined ? [] : [layout.rootDir]), joinPath(path, 'src'), path === '.' ? '' : path];
  return roots.map((root) => joinPath(root, below));
}

/** The source behind a file name of a command: the file itself, with its extension, or what it was compiled from. */
export function sourceFile(app: NodePackage, word: string): string | undefined {
  const file = normalisePath(joinPath(app.path, word));
  if (file === undefined) return undefined;
  return isOwnFolder(app, file) ? mainFile(app) : sourceAt(app, file);
}

const isOwnFolder = ({ path }: NodePackage, file: string): boolean => file === '' || file === path;

function sourceAt(app: NodePackage, file: string): string | undefined {
  return [file, ...uncompiled(app, file)].flatMap(candidates).find((path) => app.graph.has(path));
}

/** What `node .` runs. A manifest may name its own folder as its main file, which leads nowhere. */
function mainFile(app: NodePackage): string | undefined {
  const file = normalisePath(joinPath(app.path, textAt(app.manifest, 'main')?.value ?? 'index.js'));
  return file === undefined || isOwnFolder(app, file) ? undefined : sourceAt(app, file);
}

/** Scripts that a process manager's file names. */
function managedFiles(app: NodePackage, word: string): readonly string[] {
  if (!/\.(?:json|[cm]?js|ya?ml)$/u.test(word)) return [];
  const text = app.repository.read(joinPath(app.path, word)) ?? '';
  return [...text.matchAll(/["']?\bscript["']?\s*:\s*["']?([\w./-]+)/gu)].map((match) => match[1]!);
}

/** The word of a command that names the program's file, and the source behind it. */
export function entryOf(app: NodePackage, argv: readonly string[]): { readonly word: string; readonly file: string } | undefined {
  const { words } = commandOf(argv);
  const [program = '', ...rest] = words.flatMap((word) => word.split(/\s+/u));
  if (/^(?:npm|pnpm|yarn)$/u.test(program)) return undefined;
  if (program === 'nest') {
    const file = sourceFile(app, 'src/main.ts');
    return file === undefined ? undefined : { word: ownPath(app, file), file };
  }
  const managed = program.startsWith('pm2');
  for (const [index, word] of rest.slice(0, maximumWords).entries()) {
    if (word.startsWith('-') || valueOption.test(rest[index - 1] ?? '')) continue;
    const found = (managed ? [...managedFiles(app, word), word] : [word]).map((each) => sourceFile(app, each)).find((file) => file !== undefined);
    if (found !== undefined) return { word, file: found };
  }
  return undefined;
}

/** What Node.js runs of a TypeScript source once it is compiled, relative to the app. */
export function compiledFile(app: NodePackage, source: string): string {
  const { path, layout } = app;
  const outDir = layout.outDir === undefined || layout.outDir === '' ? joinPath(path, 'dist') : layout.outDir;
  const root = layout.rootDir ?? joinPath(path, 'src');
  const below = root !== '' && source.startsWith(`${root}/`) ? source.slice(root.length + 1) : ownPath(app, source);
  return ownPath(app, joinPath(outDir, below)).replace(/\.([cm]?)tsx?$/u, '.$1js');
}
