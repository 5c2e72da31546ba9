import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import { unreadable } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { commonFolder, folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** A `go.mod`, read once. */
export interface GoModule {
  readonly file: string;
  /** Relative to the repository, `.` for its root. */
  readonly folder: string;
  /** The import path of its root package. */
  readonly name: string;
  readonly module: Evidence;
  readonly go?: Located | undefined;
  readonly toolchain?: Located | undefined;
  /** Modules that the source itself imports: those without `// indirect`. */
  readonly requires: readonly Located[];
  /** Folders of the repository that stand in for modules, relative to it. */
  readonly replacements: readonly string[];
  /** Dependencies are committed under `vendor/`. */
  readonly vendored: boolean;
  /** The folder of the `go.work` that lists it. */
  readonly workspace?: string | undefined;
}

interface Line {
  readonly words: readonly string[];
  readonly comment: string;
  readonly offset: number;
}

/** The directives of a module or workspace file, those in blocks with the block's verb before them. */
function directives(text: string): readonly Line[] {
  const found: Line[] = [];
  let block: string | undefined;
  for (const match of text.matchAll(/^.*$/gmu)) {
    const [code = '', comment = ''] = match[0].split(/\/\/(.*)/su);
    const words = code.trim().split(/\s+/u).map((word) => word.replace(/^"|"$/gu, '')).filter((word) => word !== '');
    if (words.length === 0) continue;
    if (words[0] === ')') block = undefined;
    else if (words.at(-1) === '(') block = words[0];
    else found.push({ words: block === undefined ? words : [block, ...words], comment: comment.trim(), offset: match.index + match[0].search(/\S/u) });
  }
  return found;
}

function readModule(repository: Repository, file: string, workspaces: ReadonlyMap<string, string>): GoModule | Diagnostic {
  const text = repository.read(file);
  if (text === undefined) return unreadable(file, '1:1', 'this is not a readable text file', 'Make it a go.mod in UTF-8 that you may read');
  const found = directives(text);
  const folder = folderOf(file) || '.';
  const at = (verb: string): Located | undefined => {
    const line = found.find(({ words }) => words[0] === verb);
    return line?.words[1] === undefined ? undefined : { name: verb, value: line.words[1], evidence: cite(file, text, line.offset) };
  };
  const module = at('module');
  if (module === undefined) return unreadable(file, '1:1', 'there is no line "module PATH"', 'Run go mod init, or remove the file');
  const requires = found.filter(({ words, comment }) => words[0] === 'require' && words[1] !== undefined && !/^indirect\b/u.test(comment));
  return {
    file,
    folder,
    name: module.value,
    module: module.evidence,
    go: at('go'),
    toolchain: at('toolchain'),
    requires: requires.map(({ words, offset }) => ({ name: words[1]!, value: words[2] ?? '', evidence: cite(file, text, offset) })),
    replacements: found.filter(({ words }) => words[0] === 'replace').flatMap(({ words }) => {
      const target = words[words.indexOf('=>') + 1] ?? '';
      const path = /^\.\.?\//u.test(target) ? normalisePath(joinPath(folder, target)) : undefined;
      return path === undefined ? [] : [path === '' ? '.' : path];
    }),
    vendored: repository.exists(joinPath(folder, 'vendor/modules.txt')) || (workspaces.has(folder) && repository.exists(joinPath(workspaces.get(folder)!, 'vendor/modules.txt'))),
    workspace: workspaces.get(folder),
  };
}

/** Folders of modules by the workspace that lists them. */
function workspacesOf(repository: Repository): ReadonlyMap<string, string> {
  return new Map(filesNamed(repository, 'go.work').flatMap((file) => {
    const root = folderOf(file) || '.';
    return directives(repository.read(file) ?? '').filter(({ words }) => words[0] === 'use').flatMap(({ words }) => {
      const folder = normalisePath(joinPath(root, words[1] ?? ''));
      return folder === undefined ? [] : [[folder === '' ? '.' : folder, root] as const];
    });
  }));
}

/** Every module of the repository; an unreadable one is a problem that names its file. */
export function goModules(repository: Repository): { readonly modules: readonly GoModule[]; readonly problems: readonly Diagnostic[] } {
  const workspaces = workspacesOf(repository);
  const read = filesNamed(repository, 'go.mod').map((file) => readModule(repository, file, workspaces));
  return {
    modules: read.filter((each): each is GoModule => 'folder' in each),
    problems: read.filter((each): each is Diagnostic => 'code' in each),
  };
}

/** Where a build of the module starts, and the folders of all modules that it needs: itself, its workspace's, those that replace others. */
export function layoutOf(module: GoModule, modules: readonly GoModule[]): { readonly root: string; readonly packages: readonly string[] } {
  const together = module.workspace === undefined ? [] : modules.filter(({ workspace }) => workspace === module.workspace).map(({ folder }) => folder);
  const known = new Set(modules.map(({ folder }) => folder));
  const reached = new Set([module.folder, ...together]);
  // a set may grow while it is walked
  for (const folder of reached) for (const other of modules.find((each) => each.folder === folder)?.replacements ?? []) if (known.has(other)) reached.add(other);
  return { root: commonFolder([...reached, ...(module.workspace === undefined ? [] : [module.workspace])]), packages: [...reached].toSorted() };
}
