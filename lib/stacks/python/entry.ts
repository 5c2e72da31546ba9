import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import type { Framework, Target } from './frameworks/framework.js';
import type { PythonProject } from './project.js';

/** An application object that a server can be pointed at. */
export interface Entry extends Target {
  readonly source: Source;
  readonly evidence: Evidence;
  /** It is what a function of the project returns that makes one. */
  readonly called?: true;
}

/** The path of a file inside the project. */
export const ownFile = ({ path }: Pick<PythonProject, 'path'>, file: string): string => (path === '.' ? file : file.slice(path.length + 1));

/**
 * The folder, relative to the project, that a file's module is imported from, and its name there: above the packages around it, or
 * above its folder where its own imports name that, else its folder.
 */
export function moduleOf(project: PythonProject, { file, code }: Source): { readonly root: string; readonly module: string } {
  const own = ownFile(project, file);
  let root = folderOf(own);
  while (root !== '' && (project.repository.exists(joinPath(project.path, `${root}/__init__.py`)) || importsFrom(code, root))) root = folderOf(root);
  const module = own.slice(root === '' ? 0 : root.length + 1).replace(/\.py$/u, '').replace(/\/__init__$/u, '').replaceAll('/', '.');
  return { root: root === '' ? '.' : root, module };
}

function importsFrom(code: string, folder: string): boolean {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return /^[A-Za-z_]\w*$/u.test(name) && new RegExp(String.raw`^\s*(?:from|import)\s+${name}(?:\.|\s)`, 'mu').test(code);
}

const escaped = (text: string): string => text.replaceAll('.', String.raw`\.`);
const assigned = (names: readonly string[]): RegExp =>
  new RegExp(String.raw`^([ \t]*)(?:(\w+)(?:[ \t]*:[ \t]*[\w.\[\]"']+)?[ \t]*=[ \t]*|return[ \t]+)(?:\w+\.){0,3}(?:${names.map(escaped).join('|')})[ \t]*\(`, 'gmu');

const preferred = ['asgi', 'wsgi', 'main', 'app', 'application', 'server', 'api', 'run', '__init__'];

function rank({ file, factory, variable }: Target): number {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.py$/u, '');
  const known = preferred.indexOf(name);
  return (factory ? 40 : 0) + file.split('/').length * 3 + (known === -1 ? 12 : known) + (/^(?:app|application|api|server)$/u.test(variable) ? 0 : 2);
}

/** The function that a line in it belongs to: the nearest `def` at the margin above. */
function functionAround(code: string, index: number): string | undefined {
  const start = code.lastIndexOf('\ndef ', index);
  const asynchronous = code.lastIndexOf('\nasync def ', index);
  if (start === -1 || asynchronous > start) return code.startsWith('def ') ? /^def (\w+)/u.exec(code)?.[1] : undefined;
  return /^\ndef (\w+)/u.exec(code.slice(start, start + 200))?.[1];
}

function entryAt(project: PythonProject, source: Source, index: number, variable: string, factory: boolean): Entry {
  return { file: ownFile(project, source.file), ...moduleOf(project, source), variable, factory, source, evidence: cite(source.file, source.text, index) };
}

/** Places at the margin that call one of these functions and keep what it returns. */
function callers(project: PythonProject, functions: ReadonlySet<string>): readonly Entry[] {
  if (functions.size === 0) return [];
  const pattern = new RegExp(String.raw`^(\w+)(?:[ \t]*:[ \t]*[\w.]+)?[ \t]*=[ \t]*(?:\w+\.)?(?:${[...functions].join('|')})\(`, 'gmu');
  return matches(project.sources, pattern).map(({ source, index, groups }): Entry => ({ ...entryAt(project, source, index, groups[1]!, false), called: true }));
}

/** Application objects of a framework, the most likely one first: names at the margin, then functions that make one. */
export function entriesOf(project: PythonProject, { constructors }: Pick<Framework, 'constructors'>): readonly Entry[] {
  if (constructors.length === 0) return [];
  // a class of the project's own that is one
  const own = matches(project.sources, new RegExp(String.raw`^class[ \t]+(\w+)\((?:\w+\.)*(?:${constructors.map(escaped).join('|')})\)`, 'gmu')).map(({ groups }) => groups[1]!);
  const found = matches(project.sources, assigned([...constructors, ...own.slice(0, 20)]));
  const direct = found.filter(({ groups }) => groups[1] === '' && groups[2] !== undefined).map(({ source, index, groups }) => entryAt(project, source, index, groups[2]!, false));
  const made = found.filter(({ groups }) => groups[1] !== '').flatMap(({ source, index }) => {
    const name = functionAround(source.code, index);
    return name === undefined ? [] : [entryAt(project, source, index, name, true)];
  });
  const called = callers(project, new Set(made.slice(0, 50).map(({ variable }) => variable)));
  return [...direct, ...called, ...made].toSorted((a, b) => rank(a) - rank(b));
}

/** Files that run on their own, those with usual names at the top first. */
export function programsOf(project: PythonProject): readonly Source[] {
  const isProgram = ({ code, file }: Source): boolean => /^if __name__ ==/mu.test(code) || file.endsWith('/__main__.py');
  return project.sources.filter(isProgram).toSorted((a, b) => rank({ file: ownFile(project, a.file), factory: false, variable: 'app', module: '', root: '.' }) - rank({ file: ownFile(project, b.file), factory: false, variable: 'app', module: '', root: '.' }));
}
