import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath, normalisePath } from '../../discovery/repository.js';
import type { Command } from './cmake.js';
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

/** Where a call stands, and what it sees. */
export interface Scope {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  readonly variables: Map<string, readonly string[]>;
  /** Whether what stands here is for tests, examples or measurements. */
  readonly isMaterial: boolean;
}

const keyword = /^(?:WIN32|MACOSX_BUNDLE|EXCLUDE_FROM_ALL|STATIC|SHARED|MODULE|OBJECT|INTERFACE|PUBLIC|PRIVATE|BASE_DIR|FILE_SET|TYPE|FILES|HEADERS|CXX_MODULES)$/u;
const linkKeyword = /^(?:PUBLIC|PRIVATE|INTERFACE|debug|optimized|general|LINK_PUBLIC|LINK_PRIVATE)$/u;
const testOption = /(?:^|_)(?:UNIT_?)?TEST(?:S|ING)?(?:_|$)/u;

/** A path of a list file, relative to the repository; undefined where it leaves it. */
export const inside = (folder: string, path: string): string | undefined => normalisePath(path.startsWith('/') ? path.slice(1) : joinPath(folder, path));

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
  // what is forced is the switch of a library
  if (values[end] === 'CACHE' && values[end + 1] === 'BOOL' && !values.includes('FORCE') && testOption.test(name)) found.testOptions.add(name);
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

/** What each call says, by its name in lower case. */
export const handlers: Readonly<Record<string, Handler>> = {
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
