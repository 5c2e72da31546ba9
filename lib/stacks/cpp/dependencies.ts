import { cite } from '../../discovery/cite.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Command } from './cmake.js';

/** Names are compared in lower case: `Drogon`, `drogon` and `DROGON` are one library. */
const plain = (name: string): string => name.toLowerCase();

const repositoryName = /(?:github|gitlab)\.com[/:][\w.-]+\/([\w.+-]+?)(?:\.git|\/|$)/iu;

/** Libraries that one call of a list file asks for: packages of the system, modules of pkg-config, sources that the build downloads. */
export function listedDependencies({ file, text }: { readonly file: string; readonly text: string }, { name, args, offset }: Command): readonly Located[] {
  const at = (names: readonly string[], value: string): readonly Located[] => names.map((each) => ({ name: plain(each), value, evidence: cite(file, text, offset) }));
  const [first = ''] = args;
  if (name === 'find_package') {
    const start = args.findIndex((each) => each === 'COMPONENTS' || each === 'REQUIRED');
    const components = start === -1 ? [] : args.slice(start).filter((each) => /^[a-z]\w*$/iu.test(each) && each !== each.toUpperCase());
    return at([first, ...components.map((each) => `${first}[${each}]`)], 'package');
  }
  if (name === 'pkg_check_modules' || name === 'pkg_search_module') return at(args.slice(1).filter((each) => /^[a-z][\w.+-]*/u.test(each)).map((each) => each.replace(/[<>=].*$/u, '')), 'package');
  if (name === 'fetchcontent_declare' || name === 'externalproject_add') {
    const source = args.flatMap((each) => repositoryName.exec(each)?.[1] ?? []).slice(0, 1);
    return at([...new Set([first, ...source].map(plain))], 'source');
  }
  if (/^cpm\w*$/u.test(name)) return at(args.flatMap((each) => /^(?:gh|gl):[\w.-]+\/([\w.+-]+)/u.exec(each)?.[1] ?? repositoryName.exec(each)?.[1] ?? []).slice(0, 1), 'source');
  return [];
}

/** Libraries of `vcpkg.json`: names, or objects with one. */
function ofVcpkg(repository: Repository, folder: string): readonly Located[] {
  const file = joinPath(folder, 'vcpkg.json');
  const text = repository.read(file);
  if (text === undefined) return [];
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return [];
  }
  const list = typeof data === 'object' && data !== null && 'dependencies' in data && Array.isArray(data.dependencies) ? (data.dependencies as readonly unknown[]) : [];
  return list.flatMap((each) => {
    const name = typeof each === 'string' ? each : typeof each === 'object' && each !== null && 'name' in each && typeof each.name === 'string' ? each.name : undefined;
    return name === undefined ? [] : [{ name: plain(name), value: 'manager', evidence: cite(file, text, Math.max(0, text.indexOf(`"${name}"`))) }];
  });
}

const required = /^[ \t]*([a-z][\w.+-]*)\/[\w.[\]<>=~^* -]+(?:@\S*)?[ \t]*$/gmu;
const requires = /\brequires\(?\s*=?\s*["']([a-z][\w.+-]*)\/[^"']+["']|["']([a-z][\w.+-]*)\/\d[^"']*["']/gu;

/** Libraries of Conan's recipes. `conanfile.py` is a program: only what stands in it as text is read. */
function ofConan(repository: Repository, folder: string): readonly Located[] {
  return [{ name: 'conanfile.txt', pattern: required }, { name: 'conanfile.py', pattern: requires }].flatMap(({ name, pattern }) => {
    const file = joinPath(folder, name);
    const text = repository.read(file) ?? '';
    return [...text.slice(0, 100_000).matchAll(pattern)].map((match) => ({ name: plain(match[1] ?? match[2] ?? ''), value: 'manager', evidence: cite(file, text, match.index + match[0].search(/\S/u)) }));
  });
}

export const managedDependencies = (repository: Repository, folder: string): readonly Located[] => [...ofVcpkg(repository, folder), ...ofConan(repository, folder)];
