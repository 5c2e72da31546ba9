import { isPartOfProject } from '../../discovery/app-findings.js';
import { positionAt } from '../../discovery/cite.js';
import { unreadable } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { expand, maximumSize, readCommands } from './cmake.js';
import type { Command } from './cmake.js';
import { Conditions } from './conditions.js';
import { listedDependencies } from './dependencies.js';
import { handlers, inside } from './targets.js';
import type { Collected, Scope } from './targets.js';

/** A function or a macro of the project's own. */
interface Procedure {
  readonly kind: string;
  readonly parameters: readonly string[];
  readonly body: readonly Command[];
  readonly file: string;
  readonly text: string;
}

/** What is the same for all list files of one project. */
interface Reading {
  readonly repository: Repository;
  readonly found: Collected;
  readonly procedures: Map<string, Procedure>;
  /** Calls that may still be looked at: loops in loops would never end. */
  steps: number;
}

const maximumFiles = 200;
const maximumSteps = 20_000;
const maximumItems = 100;
const maximumDepth = 20;
const downloading = /^(?:fetchcontent_(?:declare|makeavailable|populate)|externalproject_add|cpm\w*)$/u;

/** The text of a list file; what cannot be read is a problem that names it. */
function textOf({ repository, found }: Reading, file: string): string | undefined {
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
function includedFile({ repository }: Reading, { folder, variables }: Scope, name: string): string | undefined {
  if (name.endsWith('.cmake')) return inside(folder, name);
  const folders = (variables.get('CMAKE_MODULE_PATH') ?? []).flatMap((each) => (each.includes('$') ? [] : (inside(folder, each) ?? [])));
  return folders.map((each) => joinPath(each, `${name}.cmake`)).find((file) => repository.exists(file));
}

/** Where the block that begins at `start` ends. */
function endOf(commands: readonly Command[], start: number): number {
  const { name } = commands[start]!;
  let depth = 0;
  for (let index = start; index < commands.length; index += 1) {
    if (commands[index]!.name === name) depth += 1;
    if (commands[index]!.name === `end${name}`) depth -= 1;
    if (depth === 0) return index;
  }
  return commands.length;
}

/** What a loop goes through: `foreach(x a b)`, `IN ITEMS a b`, `IN LISTS names`. */
function itemsOf(args: readonly string[], variables: Scope['variables']): readonly string[] {
  if (args[0] !== 'IN') return args[0] === 'RANGE' ? [] : args;
  let isList = false;
  return args.slice(1).flatMap((word) => {
    if (word === 'LISTS' || word === 'ITEMS') {
      isList = word === 'LISTS';
      return [];
    }
    return isList ? (variables.get(word) ?? []) : [word];
  });
}

function loop(reading: Reading, scope: Scope, args: readonly string[], body: readonly Command[], depth: number): void {
  const [name = '', ...rest] = args;
  for (const item of itemsOf(rest, scope.variables).slice(0, maximumItems)) {
    scope.variables.set(name, [item]);
    run(reading, scope, body, depth + 1);
  }
}

function call(reading: Reading, scope: Scope, { kind, parameters, body, file, text }: Procedure, args: readonly string[], depth: number): void {
  const variables = kind === 'macro' ? scope.variables : new Map(scope.variables);
  for (const [index, name] of parameters.entries()) variables.set(name, args.slice(index, index + 1));
  variables.set('ARGN', args.slice(parameters.length));
  variables.set('ARGV', args);
  run(reading, { ...scope, file, text, variables }, body, depth + 1);
}

function step(reading: Reading, scope: Scope, command: Command, depth: number): void {
  const { found, procedures } = reading;
  const args = command.args.flatMap((each) => expand(each, scope.variables));
  const procedure = procedures.get(command.name);
  if (procedure !== undefined) call(reading, scope, procedure, args, depth);
  else if (Object.hasOwn(handlers, command.name)) handlers[command.name]!(scope, found, args, command);
  if (downloading.test(command.name)) found.downloads = true;
  found.dependencies.push(...listedDependencies(scope, { ...command, args }));
  if (command.name === 'include') include(reading, scope, args[0] ?? '', depth);
  const next = command.name === 'add_subdirectory' ? inside(scope.folder, args[0] ?? '') : undefined;
  if (next !== undefined && isPartOfProject(next)) read(reading, next, scope.variables, scope.isMaterial);
}

/** Goes through calls in their order. Branches that depend on the machine are all taken. */
function run(reading: Reading, scope: Scope, commands: readonly Command[], depth: number): void {
  if (depth > maximumDepth) return;
  const conditions = new Conditions();
  for (let index = 0; index < commands.length; index += 1) {
    const command = commands[index]!;
    reading.steps -= 1;
    if (reading.steps < 0) return;
    if (!conditions.enter(command)) continue;
    const here: Scope = conditions.isMaterial ? { ...scope, isMaterial: true } : scope;
    if (/^(?:foreach|function|macro|while)$/u.test(command.name)) {
      const end = endOf(commands, index);
      const body = commands.slice(index + 1, end);
      index = end;
      if (command.name === 'foreach') loop(reading, here, command.args.flatMap((each) => expand(each, here.variables)), body, depth);
      else if (command.name !== 'while' && command.args[0] !== undefined) reading.procedures.set(command.args[0].toLowerCase(), { kind: command.name, parameters: command.args.slice(1), body, file: scope.file, text: scope.text });
    } else step(reading, here, command, depth);
  }
}

function start(reading: Reading, scope: Scope, depth: number): void {
  const { commands, open } = readCommands(scope.text);
  if (open !== undefined) {
    const { line, column } = positionAt(scope.text, open);
    reading.found.problems.push(unreadable(scope.file, `${line}:${column}`, 'this call is never closed', 'Close it with ) and run again'));
  }
  run(reading, scope, commands, depth);
}

function include(reading: Reading, scope: Scope, name: string, depth: number): void {
  const { found } = reading;
  if (name === 'CTest') {
    found.hasTests = true;
    found.testOptions.add('BUILD_TESTING');
  }
  const file = includedFile(reading, scope, name);
  if (file === undefined || found.read.has(file) || found.read.size >= maximumFiles) return;
  found.read.add(file);
  const text = textOf(reading, file);
  if (text !== undefined) start(reading, { ...scope, file, text }, depth + 1);
}

function read(reading: Reading, folder: string, inherited: ReadonlyMap<string, readonly string[]>, isMaterial: boolean): void {
  const { found } = reading;
  const file = joinPath(folder, 'CMakeLists.txt');
  if (found.read.has(file) || found.read.size >= maximumFiles) return;
  found.read.add(file);
  const text = textOf(reading, file);
  if (text === undefined) return;
  const place = `/${folder === '.' ? '' : folder}`.replace(/\/$/u, '');
  const root = inherited.get('CMAKE_SOURCE_DIR') ?? [place];
  const variables = new Map([...inherited, ['CMAKE_SOURCE_DIR', root], ['CMAKE_CURRENT_SOURCE_DIR', [place]], ['CMAKE_CURRENT_LIST_DIR', [place]], ['PROJECT_SOURCE_DIR', root]] as const);
  start(reading, { folder, file, text, variables, isMaterial }, 0);
}

/** What the list file of a folder and those that it adds say. Nothing is executed: what a machine decides stays open. */
export function readListFiles(repository: Repository, folder: string): Collected {
  const found: Collected = {
    targets: new Map(), dependencies: [], problems: [], read: new Set(), standards: [], testOptions: new Set(), minimums: [], compilers: new Set(), downloads: false, hasTests: false, project: undefined,
  };
  read({ repository, found, procedures: new Map(), steps: maximumSteps }, folder, new Map(), false);
  return found;
}
