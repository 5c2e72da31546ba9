import { withoutSlashComments } from '../../discovery/comments.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Match, Source, SourceLanguage } from '../../discovery/source.js';
import { programPath } from '../compiled.js';
import type { Target } from './targets.js';
import type { CppProject } from './project.js';

/** Backquotes quote nothing here: outside of a comment one stands in a text only, where a pair must not hide the rest of the file. */
const language: SourceLanguage = {
  name: /\.(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|ipp|inl|cppm|ixx)$/iu,
  notSource: /(?:^|[/_-])(?:tests?|bench(?:mark)?s?)\.\w+$/iu,
  // a single quote between digits is no text
  withoutComments: (text) => withoutSlashComments(text.replaceAll('`', "'").replace(/(?<=[\da-fA-F])'(?=[\da-fA-F])/gu, '_')),
};

const isHeader = (file: string): boolean => /\.(?:h|hh|hpp|hxx|ipp|inl)$/iu.test(file);

/** A program and what it is made of. */
export interface Program {
  readonly target: Target;
  readonly sources: readonly Source[];
}

export interface CppApp {
  readonly project: CppProject;
  readonly path: string;
  readonly program: Program;
  readonly env: readonly EnvEntry[];
}

/** The target and the libraries of the project that it links. */
function linked(target: Target, targets: ReadonlyMap<string, Target>): readonly Target[] {
  const found = new Set([target]);
  for (const each of found) for (const name of each.links) {
    const library = targets.get(name.slice(name.lastIndexOf(':') + 1)) ?? targets.get(name);
    if (library?.kind === 'library') found.add(library);
  }
  return [...found];
}

/** Headers of the project that sources include, and those that these include. */
function withHeaders(own: readonly Source[], all: readonly Source[]): readonly Source[] {
  const byName = new Map<string, Source[]>();
  for (const source of all.filter(({ file }) => isHeader(file))) {
    const name = source.file.slice(source.file.lastIndexOf('/') + 1);
    byName.set(name, [...(byName.get(name) ?? []), source]);
  }
  const found = new Set(own);
  for (const { code } of found) {
    for (const [, path = ''] of code.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"](?:\.{1,2}\/)*([\w./+-]+)[>"]/gmu)) {
      for (const header of byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? []) if (`/${header.file}`.endsWith(`/${path.replaceAll('../', '')}`)) found.add(header);
    }
  }
  return [...found];
}

/** Every program of the project with its sources. */
export function programsIn(project: CppProject, others: ReadonlySet<string>): readonly Program[] {
  const { repository, folder, targets } = project;
  const executables = targets.filter(({ kind }) => kind === 'executable');
  if (executables.length === 0) return [];
  const all = sourcesIn(repository, folder, others, language);
  const byName = new Map(targets.map((target) => [target.name, target]));
  const owners = new Map(targets.flatMap((target) => target.sources.map((file) => [file, target] as const)));
  const under = (top: string, file: string): boolean => top === '.' || file.startsWith(`${top}/`);
  // where a pattern hides files, those of the folder count that nothing else names, nor a list file further down
  const isOf = (target: Target, file: string): boolean => target.sources.includes(file)
    || (!target.isComplete && !isHeader(file) && under(target.folder, file) && !owners.has(file)
      && !targets.some((other) => other !== target && other.folder !== target.folder && under(target.folder, `${other.folder}/`) && under(other.folder, file)));
  return executables.map((target) => {
    const parts = linked(target, byName);
    return { target, sources: withHeaders(parts.flatMap((part) => all.filter(({ file }) => isOf(part, file))), all) };
  });
}

/** What a pattern's named group took. */
export const named = ({ groups }: Match, name: string): string | undefined => (groups as Partial<RegExpExecArray>).groups?.[name];

export const commandOfProgram = ({ target }: Program, ...args: readonly string[]): readonly string[] => [programPath(target.output), ...args];
export const watchOf = ({ target }: Program, ...args: readonly string[]): readonly string[] => ['watch', target.output, ...args];

/** The file with `main`, or the first that the target names. */
export function mainSource({ target, sources }: Program): Source | undefined {
  const own = sources.filter(({ file }) => target.sources.includes(file));
  return own.find(({ code }) => /\bmain\s*\(/u.test(code)) ?? sources.find(({ code }) => /\bint\s+main\s*\(/u.test(code)) ?? own[0];
}
