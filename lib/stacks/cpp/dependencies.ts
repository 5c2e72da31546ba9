import { cite } from '../../discovery/cite.js';
import type { Located } from '../../discovery/manifest.js';
import type { Command } from './cmake.js';

/** A library that a list file asks for: `package` where the system or a package manager has to give it, `source` where the build downloads it. */
export interface Dependency extends Located {
  /** Whether the build fails without it. */
  readonly required: boolean;
  /** As `find_package` names it; undefined where something else looks for it. */
  readonly module?: string;
}

/** Names are compared in lower case: `Drogon`, `drogon` and `DROGON` are one library. */
const plain = (name: string): string => name.toLowerCase();

const repositoryName = /(?:github|gitlab|bitbucket)\.(?:com|org)[/:][\w.-]+\/([\w.+-]+?)(?:\.git|\/|$)/iu;

/** Libraries that one call of a list file asks for: packages of the system, modules of pkg-config, sources that the build downloads. */
export function listedDependencies({ file, text, isMaterial }: { readonly file: string; readonly text: string; readonly isMaterial: boolean }, { name, args, offset }: Command): readonly Dependency[] {
  const required = args.includes('REQUIRED') && !isMaterial;
  const at = (names: readonly string[], value: string): readonly Dependency[] => names.filter((each) => !each.includes('$')).map((each) => ({ name: plain(each), value, required, evidence: cite(file, text, offset) }));
  const [first = ''] = args;
  if (name === 'find_package' && first !== '') {
    const start = args.findIndex((each) => each === 'COMPONENTS' || each === 'REQUIRED' || each === 'OPTIONAL_COMPONENTS');
    const components = start === -1 ? [] : args.slice(start).filter((each) => /^[a-z]\w*$/iu.test(each) && each !== each.toUpperCase());
    return at([first, ...components.map((each) => `${first}[${each}]`)], 'package').map((each, index) => (index === 0 ? { ...each, module: first } : each));
  }
  if (name === 'find_library') return at(args.slice(1).filter((each) => /^[a-z][\w+.-]*$/u.test(each)).slice(0, 1), 'package');
  if (name === 'pkg_check_modules' || name === 'pkg_search_module') return at(args.slice(1).filter((each) => /^[a-z][\w.+-]*/u.test(each)).map((each) => each.replace(/[<>=].*$/u, '')), 'package');
  if (name === 'fetchcontent_declare' || name === 'externalproject_add') {
    const source = args.flatMap((each) => repositoryName.exec(each)?.[1] ?? []).slice(0, 1);
    return at([...new Set([first, ...source].map(plain))], 'source');
  }
  if (/^cpm\w*$/u.test(name)) return at(args.flatMap((each) => /^(?:gh|gl|bb):[\w.-]+\/([\w.+-]+?)(?:[#@]|$)/u.exec(each)?.[1] ?? repositoryName.exec(each)?.[1] ?? []).slice(0, 1), 'source');
  return [];
}
