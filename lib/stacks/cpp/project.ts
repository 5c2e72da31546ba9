import type { Diagnostic } from '../../diagnostics.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { cite, positionAt } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import { unreadable } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { expand, readCommands } from './cmake.js';
import type { Command } from './cmake.js';
import { listedDependencies } from './dependencies.js';

/** A program or a library of the project. */
export interface Target {
  readonly name: string;
  /** What its file is called. */
  readonly output: string;
  readonly kind: 'executable' | 'library';
  /** Of the list file that adds it, relative to the repository, `.` for its root. */
  readonly folder: string;
  /** Files that it names, relative to the repository. */
  readonly sources: readonly string[];
  /** Whether every source is known by name: a glob or a variable of somewhere else hides some. */
  readonly isComplete: boolean;
  readonly links: readonly string[];
  readonly evidence: Evidence;
}

/** A top list file and those that it adds. */
export interface CppProject {
  readonly repository: Repository;
  readonly folder: string;
  readonly file: string;
  readonly name: string | undefined;
  readonly languages: readonly string[];
  readonly evidence: Evidence;
  readonly targets: readonly Target[];
  readonly dependencies: readonly Located[];
  /** Whether the build downloads sources (FetchContent, ExternalProject, CPM). */
  readonly downloads: boolean;
  readonly hasTests: boolean;
}

const maximumFiles = 200;
const keyword = /^(?:WIN32|MACOSX_BUNDLE|EXCLUDE_FROM_ALL|STATIC|SHARED|MODULE|OBJECT|INTERFACE|PUBLIC|PRIVATE|BASE_DIR|FILE_SET|TYPE|FILES|HEADERS)$/u;
const linkKeyword = /^(?:PUBLIC|PRIVATE|INTERFACE|debug|optimized|general|LINK_PUBLIC|LINK_PRIVATE)$/u;

interface Collected {
  readonly targets: Map<string, Target>;
  readonly dependencies: Located[];
  readonly problems: Diagnostic[];
  readonly read: Set<string>;
  downloads: boolean;
  hasTests: boolean;
  project: { readonly name: string; readonly languages: readonly string[]; readonly evidence: Evidence } | undefined;
}

interface Scope {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  readonly variables: Map<string, readonly string[]>;
}

const inside = (folder: string, path: string): string | undefined => normalisePath(path.startsWith('/') ? path.slice(1) : joinPath(folder, path));

function addTarget({ folder, file, text }: Scope, { targets }: Collected, kind: Target['kind'], [name = '', ...rest]: readonly string[], offset: number): void {
  if (!/^[\w.+-]+$/u.test(name) || rest.includes('ALIAS') || rest.includes('IMPORTED')) return;
  const listed = rest.filter((each) => !keyword.test(each));
  const sources = listed.flatMap((each) => (each.includes('$') ? [] : (inside(folder, each) ?? [])));
  targets.set(name, { name, output: name, kind, folder, sources, isComplete: listed.length > 0 && listed.every((each) => !/[$*]/u.test(each)), links: [], evidence: cite(file, text, offset) });
}

function changeTarget(name: string | undefined, { targets }: Collected, change: (target: Target) => Partial<Target>): void {
  const known = name === undefined ? undefined : targets.get(name);
  if (known !== undefined) targets.set(known.name, { ...known, ...change(known) });
}

function setVariable({ variables }: Scope, [name = '', ...values]: readonly string[]): void {
  const end = values.findIndex((value) => value === 'CACHE' || value === 'PARENT_SCOPE');
  variables.set(name, end === -1 ? values : values.slice(0, end));
}

function startProject(scope: Scope, found: Collected, args: readonly string[], offset: number): void {
  const [name = ''] = args;
  scope.variables.set('PROJECT_NAME', [name]);
  if (!scope.variables.has('CMAKE_PROJECT_NAME')) scope.variables.set('CMAKE_PROJECT_NAME', [name]);
  const known = new Set(['C', 'CXX', 'CUDA', 'ASM']);
  const at = args.indexOf('LANGUAGES');
  const languages = (at === -1 ? args.slice(1) : args.slice(at + 1)).filter((each) => known.has(each));
  found.project ??= { name, languages, evidence: cite(scope.file, scope.text, offset) };
}

type Handler = (scope: Scope, found: Collected, args: readonly string[], command: Command, repository: Repository) => void;

const handlers: Readonly<Record<string, Handler>> = {
  project: (scope, found, args, { offset }) => startProject(scope, found, args, offset),
  set: (scope, _, args) => setVariable(scope, args),
  list: ({ variables }, _, [action, name = '', ...values]) => {
    if (action === 'APPEND') variables.set(name, [...(variables.get(name) ?? []), ...values]);
  },
  file: ({ variables }, _, [action = '', name = '']) => {
    // which files a pattern takes is for the folder to say
    if (action.startsWith('GLOB')) variables.set(name, ['*']);
  },
  aux_source_directory: ({ variables }, _, [, name = '']) => void variables.set(name, ['*']),
  add_executable: (scope, found, args, { offset }) => addTarget(scope, found, 'executable', args, offset),
  add_library: (scope, found, args, { offset }) => addTarget(scope, found, 'library', args, offset),
  target_sources: ({ folder }, found, [name, ...rest]) => changeTarget(name, found, ({ sources, isComplete }) => {
    const listed = rest.filter((each) => !keyword.test(each));
    return { sources: [...sources, ...listed.flatMap((each) => (each.includes('$') ? [] : (inside(folder, each) ?? [])))], isComplete: (isComplete || sources.length === 0) && listed.every((each) => !/[$*]/u.test(each)) };
  }),
  target_link_libraries: (_, found, [name, ...rest]) => changeTarget(name, found, ({ links }) => ({ links: [...links, ...rest.filter((each) => !linkKeyword.test(each))] })),
  set_target_properties: (_, found, args) => {
    const at = args.indexOf('PROPERTIES');
    const output = args[args.indexOf('OUTPUT_NAME', at) + 1];
    if (at > 0 && args.includes('OUTPUT_NAME') && output !== undefined && /^[\w.+-]+$/u.test(output)) for (const name of args.slice(0, at)) changeTarget(name, found, () => ({ output }));
  },
  enable_testing: (_, found) => void (found.hasTests = true),
  include: (_, found, [name]) => {
    if (name === 'CTest') found.hasTests = true;
  },
};

const downloading = /^(?:fetchcontent_(?:declare|makeavailable|populate)|externalproject_add|cpm\w*)$/u;

function visit(repository: Repository, folder: string, found: Collected, inherited: ReadonlyMap<string, readonly string[]>): void {
  const file = joinPath(folder, 'CMakeLists.txt');
  if (found.read.has(file) || found.read.size >= maximumFiles) return;
  found.read.add(file);
  const raw = repository.read(file);
  if (raw === undefined || raw.includes('\u0000')) {
    if (repository.exists(file)) found.problems.push(unreadable(file, '1:1', 'this is not a readable text file', 'Make it a text file in UTF-8 that you may read'));
    return;
  }
  const { commands, open } = readCommands(raw);
  if (open !== undefined) {
    const { line, column } = positionAt(raw, open);
    found.problems.push(unreadable(file, `${line}:${column}`, 'this call is never closed', 'Close it with ) and run again'));
  }
  const place = `/${folder === '.' ? '' : folder}`.replace(/\/$/u, '');
  const root = inherited.get('CMAKE_SOURCE_DIR') ?? [place];
  const variables = new Map([...inherited, ['CMAKE_SOURCE_DIR', root], ['CMAKE_CURRENT_SOURCE_DIR', [place]], ['CMAKE_CURRENT_LIST_DIR', [place]], ['PROJECT_SOURCE_DIR', root]] as const);
  const scope: Scope = { folder, file, text: raw, variables };
  for (const command of commands) {
    const args = command.args.flatMap((each) => expand(each, variables));
    if (Object.hasOwn(handlers, command.name)) handlers[command.name]!(scope, found, args, command, repository);
    if (downloading.test(command.name)) found.downloads = true;
    found.dependencies.push(...listedDependencies(scope, { ...command, args }));
    const next = command.name === 'add_subdirectory' ? inside(folder, args[0] ?? '') : undefined;
    if (next !== undefined && isPartOfProject(next)) visit(repository, next, found, variables);
  }
}

/** Whether the folder is added by one above it. */
function projectAt(repository: Repository, folder: string): { readonly project: CppProject | undefined; readonly problems: readonly Diagnostic[]; readonly read: ReadonlySet<string> } {
  const found: Collected = { targets: new Map(), dependencies: [], problems: [], read: new Set(), downloads: false, hasTests: false, project: undefined };
  visit(repository, folder, found, new Map());
  const { targets, dependencies, problems, read, downloads, hasTests } = found;
  const file = joinPath(folder, 'CMakeLists.txt');
  const first = [...targets.values()][0];
  const evidence = found.project?.evidence ?? first?.evidence;
  if (evidence === undefined) return { project: undefined, problems, read };
  return { project: { repository, folder, file, name: found.project?.name, languages: found.project?.languages ?? [], evidence, targets: [...targets.values()], dependencies, downloads, hasTests }, problems, read };
}

/** Every project of the repository: list files that no other one adds. */
export function cppProjects(repository: Repository): { readonly projects: readonly CppProject[]; readonly problems: readonly Diagnostic[] } {
  const depth = (folder: string): number => (folder === '.' ? 0 : folder.split('/').length);
  const folders = filesNamed(repository, 'CMakeLists.txt').map((file) => folderOf(file) || '.').filter((folder) => isPartOfProject(folder)).toSorted((a, b) => depth(a) - depth(b));
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
