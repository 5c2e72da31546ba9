import type { Diagnostic } from '../../diagnostics.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { cite, positionAt } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { unreadable } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { expand, maximumSize, readCommands } from './cmake.js';
import type { Command } from './cmake.js';
import { Conditions } from './conditions.js';
import { listedDependencies } from './dependencies.js';
import type { Dependency } from './dependencies.js';

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
  /** Whether an install rule names it. */
  readonly isInstalled: boolean;
  /** Whether it is built only where tests, examples or measurements are wanted, or where `add_test` runs it. */
  readonly isMaterial: boolean;
  readonly evidence: Evidence;
}

/** What a top list file and those that it adds say. */
export interface Collected {
  readonly targets: Map<string, Target>;
  readonly dependencies: Dependency[];
  readonly problems: Diagnostic[];
  /** Every list file that was looked at. */
  readonly read: Set<string>;
  /** Declared standards of the language, written as they stand. */
  readonly standards: Fact<string>[];
  /** Options that switch tests on. */
  readonly testOptions: Set<string>;
  /** Versions of CMake that list files ask for. */
  readonly minimums: Located[];
  /** Compilers that list files choose. */
  readonly compilers: Set<string>;
  downloads: boolean;
  hasTests: boolean;
  project: { readonly name: string; readonly languages: readonly string[]; readonly evidence: Evidence } | undefined;
}

interface Scope {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  readonly variables: Map<string, readonly string[]>;
  /** Whether what stands here is for tests, examples or measurements. */
  readonly isMaterial: boolean;
}

const maximumFiles = 200;
const keyword = /^(?:WIN32|MACOSX_BUNDLE|EXCLUDE_FROM_ALL|STATIC|SHARED|MODULE|OBJECT|INTERFACE|PUBLIC|PRIVATE|BASE_DIR|FILE_SET|TYPE|FILES|HEADERS|CXX_MODULES)$/u;
const linkKeyword = /^(?:PUBLIC|PRIVATE|INTERFACE|debug|optimized|general|LINK_PUBLIC|LINK_PRIVATE)$/u;
const testOption = /(?:^|_)(?:UNIT_?)?TEST(?:S|ING)?(?:_|$)/u;

const inside = (folder: string, path: string): string | undefined => normalisePath(path.startsWith('/') ? path.slice(1) : joinPath(folder, path));

function addTarget({ folder, file, text, isMaterial }: Scope, { targets }: Collected, kind: Target['kind'], [name = '', ...rest]: readonly string[], offset: number): void {
  if (!/^[\w.+-]+$/u.test(name) || rest.includes('ALIAS') || rest.includes('IMPORTED')) return;
  const listed = rest.filter((each) => !keyword.test(each));
  const sources = listed.flatMap((each) => (each.includes('$') ? [] : (inside(folder, each) ?? [])));
  const isComplete = listed.length > 0 && listed.every((each) => !/[$*]/u.test(each));
  targets.set(name, { name, output: name, kind, folder, sources, isComplete, links: [], isInstalled: false, isMaterial, evidence: cite(file, text, offset) });
}

function changeTarget(name: string | undefined, { targets }: Collected, change: (target: Target) => Partial<Target>): void {
  const known = name === undefined ? undefined : targets.get(name);
  if (known !== undefined) targets.set(known.name, { ...known, ...change(known) });
}

function addStandard({ file, text }: Scope, { standards }: Collected, value: string | undefined, offset: number): void {
  if (value !== undefined && /^(?:\d{2}|[12][a-z])$/u.test(value)) standards.push({ value, confidence: 'certain', evidence: [cite(file, text, offset)] });
}

function setVariable(scope: Scope, found: Collected, [name = '', ...values]: readonly string[], offset: number): void {
  const end = values.findIndex((value) => value === 'CACHE' || value === 'PARENT_SCOPE');
  scope.variables.set(name, end === -1 ? values : values.slice(0, end));
  if (/^CMAKE_C(?:XX)?_STANDARD$/u.test(name)) addStandard(scope, found, values[0], offset);
  if (/^CMAKE_C(?:XX)?_COMPILER$/u.test(name)) found.compilers.add(values[0] ?? '');
  if (values[end] === 'CACHE' && values[end + 1] === 'BOOL' && testOption.test(name)) found.testOptions.add(name);
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

/** `set_target_properties(a b PROPERTIES OUTPUT_NAME x CXX_STANDARD 20)`. */
function setProperties(scope: Scope, found: Collected, args: readonly string[], offset: number): void {
  const at = args.findIndex((each) => each === 'PROPERTIES' || each === 'PROPERTY');
  if (at < 1) return;
  const valueOf = (name: string): string | undefined => (args.includes(name, at) ? args[args.indexOf(name, at) + 1] : undefined);
  const output = valueOf('OUTPUT_NAME');
  if (output !== undefined && /^[\w.+-]+$/u.test(output)) for (const name of args.slice(0, at)) changeTarget(name, found, () => ({ output }));
  addStandard(scope, found, valueOf('CXX_STANDARD') ?? valueOf('C_STANDARD'), offset);
}

/** Programs that `install(TARGETS a b RUNTIME DESTINATION bin)` names. */
function install(found: Collected, args: readonly string[]): void {
  if (args[0] !== 'TARGETS') return;
  for (const name of args.slice(1)) {
    if (/^(?:EXPORT|RUNTIME_DEPENDENC\w+|RUNTIME|LIBRARY|ARCHIVE|DESTINATION|COMPONENT|PERMISSIONS|CONFIGURATIONS|OPTIONAL|BUNDLE)$/u.test(name)) return;
    changeTarget(name, found, () => ({ isInstalled: true }));
  }
}

function addTest(found: Collected, args: readonly string[]): void {
  found.hasTests = true;
  const at = args.indexOf('COMMAND');
  changeTarget(at === -1 ? args[1] : args[at + 1], found, () => ({ isMaterial: true }));
}

type Handler = (scope: Scope, found: Collected, args: readonly string[], command: Command) => void;

const handlers: Readonly<Record<string, Handler>> = {
  project: (scope, found, args, { offset }) => startProject(scope, found, args, offset),
  cmake_minimum_required: ({ file, text }, { minimums }, [, version = ''], { offset }) => {
    const least = /^\d+(?:\.\d+)*/u.exec(version)?.[0];
    if (least !== undefined) minimums.push({ name: 'cmake', value: least, evidence: cite(file, text, offset) });
  },
  set: (scope, found, args, { offset }) => setVariable(scope, found, args, offset),
  option: (_, found, [name = '']) => void (testOption.test(name) && found.testOptions.add(name)),
  list: ({ variables }, _, [action, name = '', ...values]) => {
    if (action === 'APPEND' || action === 'PREPEND') variables.set(name, [...(variables.get(name) ?? []), ...values]);
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
  target_compile_features: (scope, found, args, { offset }) => addStandard(scope, found, args.flatMap((each) => /^c(?:xx)?_std_(\d{2})$/u.exec(each)?.[1] ?? []).at(-1), offset),
  set_target_properties: (scope, found, args, { offset }) => setProperties(scope, found, args, offset),
  set_property: (scope, found, [kind, ...args], { offset }) => {
    if (kind === 'TARGET') setProperties(scope, found, args, offset);
  },
  install: (_, found, args) => install(found, args),
  enable_testing: (_, found) => void (found.hasTests = true),
  add_test: (_, found, args) => addTest(found, args),
};

const downloading = /^(?:fetchcontent_(?:declare|makeavailable|populate)|externalproject_add|cpm\w*)$/u;

/** The text of a list file; what cannot be read is a problem that names it. */
function textOf(repository: Repository, file: string, found: Collected): string | undefined {
  const text = repository.read(file);
  if (text === undefined) {
    if (repository.exists(file)) found.problems.push(unreadable(file, '1:1', 'this is not a readable text file', 'Make it a text file in UTF-8 that you may read'));
    return undefined;
  }
  if (text.length <= maximumSize) return text;
  found.problems.push(unreadable(file, '1:1', `this list file has more than ${maximumSize / 1024 / 1024} MiB and is not read`, 'Move what is generated in it into a file that it includes'));
  return undefined;
}

/** Where `include(cmake/x.cmake)` and `include(x)` lead within the project; nothing for a module of CMake itself. */
function includedFile(repository: Repository, { folder, variables }: Scope, name: string): string | undefined {
  if (name.endsWith('.cmake')) return inside(folder, name);
  const folders = (variables.get('CMAKE_MODULE_PATH') ?? []).flatMap((each) => (each.includes('$') ? [] : (inside(folder, each) ?? [])));
  return folders.map((each) => joinPath(each, `${name}.cmake`)).find((file) => repository.exists(file));
}

function run(repository: Repository, scope: Scope, found: Collected): void {
  const { folder, file, text, variables } = scope;
  const { commands, open } = readCommands(text);
  if (open !== undefined) {
    const { line, column } = positionAt(text, open);
    found.problems.push(unreadable(file, `${line}:${column}`, 'this call is never closed', 'Close it with ) and run again'));
  }
  const conditions = new Conditions();
  for (const command of commands) {
    if (!conditions.enter(command)) continue;
    const here: Scope = { ...scope, isMaterial: scope.isMaterial || conditions.isMaterial };
    const args = command.args.flatMap((each) => expand(each, variables));
    if (Object.hasOwn(handlers, command.name)) handlers[command.name]!(here, found, args, command);
    if (downloading.test(command.name)) found.downloads = true;
    found.dependencies.push(...listedDependencies(here, { ...command, args }));
    if (command.name === 'include') include(repository, here, found, args[0] ?? '');
    const next = command.name === 'add_subdirectory' ? inside(folder, args[0] ?? '') : undefined;
    if (next !== undefined && isPartOfProject(next)) visit(repository, next, found, variables, here.isMaterial);
  }
}

function include(repository: Repository, scope: Scope, found: Collected, name: string): void {
  if (name === 'CTest') {
    found.hasTests = true;
    found.testOptions.add('BUILD_TESTING');
  }
  const file = includedFile(repository, scope, name);
  if (file === undefined || found.read.has(file) || found.read.size >= maximumFiles) return;
  found.read.add(file);
  const text = textOf(repository, file, found);
  if (text !== undefined) run(repository, { ...scope, file, text }, found);
}

/** Reads the list file of a folder and those that it adds. Nothing is executed: what a generator decides stays open. */
export function visit(repository: Repository, folder: string, found: Collected, inherited: ReadonlyMap<string, readonly string[]>, isMaterial = false): void {
  const file = joinPath(folder, 'CMakeLists.txt');
  if (found.read.has(file) || found.read.size >= maximumFiles) return;
  found.read.add(file);
  const text = textOf(repository, file, found);
  if (text === undefined) return;
  const place = `/${folder === '.' ? '' : folder}`.replace(/\/$/u, '');
  const root = inherited.get('CMAKE_SOURCE_DIR') ?? [place];
  const variables = new Map([...inherited, ['CMAKE_SOURCE_DIR', root], ['CMAKE_CURRENT_SOURCE_DIR', [place]], ['CMAKE_CURRENT_LIST_DIR', [place]], ['PROJECT_SOURCE_DIR', root]] as const);
  run(repository, { folder, file, text, variables, isMaterial }, found);
}
