import { filesMatching } from '../../discovery/file-index.js';
import type { SystemPackages } from '../../discovery/findings.js';
import type { Diagnostic } from '../../diagnostics.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import type { Program } from './app.js';
import type { Dependency } from './dependencies.js';
import { frameworkFacts } from './framework.js';
import { findFramework } from './frameworks/registry.js';
import { libraryOf } from './libraries.js';
import type { CppProject } from './project.js';

const words = (text: string | undefined): readonly string[] => (text ?? '').split(' ').filter((word) => word !== '');

/** Names that the linker is given: libraries of the system unless a target of the project is called so. */
function linked({ targets }: CppProject): readonly string[] {
  const own = new Set(targets.map(({ name }) => name));
  return targets.flatMap(({ links }) => links).map((name) => name.replace(/^-l/u, '')).filter((name) => !own.has(name) && !name.includes('::'));
}

/** The same for every name of a library, whoever writes it. */
const keyOf = (name: string): string => libraryOf(name)?.names ?? name;

const downloaded = ({ dependencies }: CppProject): ReadonlySet<string> => new Set(dependencies.filter(({ value }) => value === 'source').map(({ name }) => keyOf(name)));

/** What list files ask for and neither a package manager nor the build itself gives. */
function ofSystem(project: CppProject): readonly Dependency[] {
  const given = new Set([...project.managed.dependencies.map(({ name }) => keyOf(name)), ...downloaded(project)]);
  return project.dependencies.filter(({ name, value }) => value === 'package' && !given.has(keyOf(name)));
}

const zones = /\b(?:zoned_time|locate_zone|current_zone|get_tzdb)\b/gu;

/**
 * Debian packages that the build needs. Those that programs run on are read from the programs themselves when the image is built:
 * here stands what no link shows.
 */
export function systemPackages(project: CppProject, sources: readonly Source[]): SystemPackages {
  const { dependencies, downloads, compilers, managed } = project;
  const known = downloaded(project);
  const system = ofSystem(project).flatMap(({ name }) => words(libraryOf(name)?.debian));
  const compiled = dependencies.filter(({ value }) => value === 'source').flatMap(({ name }) => words(libraryOf(name)?.fromSource));
  const named = managed.name === undefined ? linked(project).filter((name) => !known.has(keyOf(name))).flatMap((name) => words(libraryOf(name)?.debian)) : [];
  const compiler = compilers.some((each) => /clang/u.test(each)) ? ['clang'] : [];
  return {
    build: [...new Set([...system, ...compiled, ...named, ...compiler, ...(downloads ? ['git'] : [])])].toSorted(),
    runtime: matches(sources, zones).length > 0 ? ['tzdata'] : [],
  };
}

/** Server libraries whose header is included, that nothing asks for, and that do not lie in the project either. */
export function unknownHeaders(program: Program, project: CppProject): readonly Diagnostic[] {
  const asked = new Set([...project.dependencies, ...project.managed.dependencies].map(({ name }) => keyOf(name)));
  for (const name of [...linked(project), ...program.target.links]) asked.add(keyOf(name));
  const files = project.repository.files();
  return frameworkFacts(program, project).flatMap(({ value }): readonly Diagnostic[] => {
    const framework = findFramework(value)!;
    if (framework.packages.some((name) => asked.has(keyOf(name)))) return [];
    const include = matches(program.sources, new RegExp(framework.includes, 'gu'))[0]!;
    const header = /[<"]([^>"]+)[>"]/u.exec(include.evidence.quote)?.[1] ?? '';
    if (header === '' || files.some((file) => `/${file}`.endsWith(`/${header}`))) return [];
    const { file, line } = include.evidence;
    return [{ code: 'library-unknown', severity: 'warning', message: `${file}:${line}: nothing in the project gives ${header}`, help: `Let ${project.file} ask for it with find_package, pkg_check_modules or FetchContent` }];
  });
}

/** Whether `find_package` finds in Debian's packages what it is told to. */
function isFound({ name, module }: Dependency): boolean {
  const library = libraryOf(name);
  if (library?.debian === undefined) return false;
  return module === undefined || library.modules === undefined || library.modules.split(' ').includes(module);
}

/** What is said of a library that the build will not find. */
function unfound({ name, module, evidence: { file, line } }: Dependency): Diagnostic {
  const debian = libraryOf(name)?.debian;
  return debian === undefined
    ? { code: 'library-unknown', severity: 'warning', message: `${file}:${line}: no package of Debian 13 is known that gives "${name}"`, help: 'Name its package in systemPackages.build of the app, or download it with FetchContent' }
    : { code: 'library-unknown', severity: 'warning', message: `${file}:${line}: find_package(${module}) finds nothing in Debian 13, whose ${debian.split(' ')[0]} speaks to pkg-config`, help: 'Ask for it with pkg_check_modules, add a find module, or download it with FetchContent' };
}

/** Libraries that neither Debian, nor a package manager, nor the project itself gives: each a problem with its first place. */
export function unknownLibraries(project: CppProject): readonly Diagnostic[] {
  const { repository, targets, managed } = project;
  const own = new Set(targets.map(({ name }) => name.toLowerCase()));
  const isGiven = (name: string): boolean => managed.dependencies.some((each) => each.name.replace(/^unofficial-/u, '').startsWith(name) || name.startsWith(each.name));
  const lists = filesMatching(repository, /\.cmake$/iu).map((file) => file.toLowerCase());
  const hasModule = (name: string): boolean => lists.some((file) => [`find${name}.cmake`, `${name}config.cmake`, `${name}-config.cmake`].some((each) => `/${file}`.endsWith(`/${each}`)));
  const missing = ofSystem(project).filter((each) => each.required && !each.name.includes('[') && !isFound(each) && !own.has(each.name) && !isGiven(each.name) && !hasModule(each.name));
  return missing.filter(({ name }, index) => missing.findIndex((each) => each.name === name) === index).slice(0, 10).map(unfound);
}
