import { filesMatching, isInside } from '../../discovery/file-index.js';
import { withoutSlashComments } from '../../discovery/comments.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';
import type { GoModule } from './modules.js';

const language: SourceLanguage = {
  name: /\.go$/u,
  notSource: /_test\.go$|\.pb\.go$|_mock\.go$|(?:^|\/)mock_\w+\.go$/u,
  withoutComments: withoutSlashComments,
  // a package may be called anything: only folders that the Go tool itself passes over are no part of the program
  excludes: (own) => /(?:^|\/)[_.][^/]*\//u.test(own),
};

/** Folders of programs that develop the project: nobody deploys them. */
const tooling = /(?:^|\/)(?:tools?|scripts?|hack|e2e|tests?|testutils?|testdata|examples?|samples?|internal\/(?:gen|tools?|cmd)|codegen|gen|generators?|benchmarks?|mocks?|docs?|ci|magefiles|contrib|demo)(?:\/|$)/u;

/** One package of a module: its folder, its files, and the packages of the project that it imports. */
export interface GoPackage {
  /** Relative to the repository, `.` for its root. */
  readonly folder: string;
  readonly sources: readonly Source[];
  /** Everything that its files import. */
  readonly imports: ReadonlySet<string>;
  readonly isMain: boolean;
}

/** Packages by folder, of one module and of those that it may import from the same repository. */
export type Packages = ReadonlyMap<string, GoPackage>;

const importBlock = /^import\s*(?:\(([^)]*)\)|(?:[\w.]+\s+)?"([^"\n]+)")/gmu;

/** Import paths of a file. */
export function importsOf({ code }: Source): readonly string[] {
  return [...code.matchAll(importBlock)].flatMap((match) => (match[2] === undefined ? [...(match[1] ?? '').matchAll(/"([^"\n]+)"/gu)].map((each) => each[1]!) : [match[2]]));
}

/** Built only when asked for by a tag, as tools are. */
const isIgnored = ({ text }: Source): boolean => /^\/\/(?:go:build|\s*\+build)\s+(?:ignore|tools?|generate|mage|wireinject)\b/mu.test(text.slice(0, 2000));

/** Every package of a module. */
export function packagesOf(repository: Repository, module: GoModule, others: ReadonlySet<string>): Packages {
  const apart = new Set([...others].filter((folder) => folder !== module.folder && folder !== '.'));
  const byFolder = new Map<string, Source[]>();
  for (const source of sourcesIn(repository, module.folder, apart, language)) {
    if (isIgnored(source)) continue;
    const folder = folderOf(source.file) || '.';
    const known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, [source]);
    else known.push(source);
  }
  return new Map([...byFolder].map(([folder, sources]) => [folder, {
    folder,
    sources,
    imports: new Set(sources.flatMap(importsOf)),
    isMain: sources.some(({ code }) => /^package\s+main\b/mu.test(code)) && sources.some(({ code }) => /^func\s+main\s*\(/mu.test(code)),
  }]));
}

/** The folder of an import path inside the repository; undefined for what comes from elsewhere. */
function folderOfImport(path: string, modules: readonly GoModule[]): string | undefined {
  const module = modules.filter(({ name }) => path === name || path.startsWith(`${name}/`)).toSorted((a, b) => b.name.length - a.name.length)[0];
  if (module === undefined) return undefined;
  return path === module.name ? module.folder : joinPath(module.folder, path.slice(module.name.length + 1));
}

/** The package and everything of the repository that it imports, the nearest first. */
export function reachable(start: GoPackage, packages: Packages, modules: readonly GoModule[]): readonly GoPackage[] {
  const found = new Map([[start.folder, start]]);
  // a map may grow while it is walked
  for (const [, each] of found) {
    for (const path of each.imports) {
      const folder = folderOfImport(path, modules);
      const next = folder === undefined || found.has(folder) ? undefined : packages.get(folder);
      if (next !== undefined) found.set(next.folder, next);
    }
  }
  return [...found.values()];
}

/** Programs of a module that may be deployed, the one at its root first. */
export function mainPackages(module: GoModule, packages: Packages): readonly GoPackage[] {
  const own = (folder: string): string => (module.folder === '.' ? folder : folder.slice(module.folder.length + 1));
  return [...packages.values()].filter(({ folder, isMain }) => isMain && !tooling.test(own(folder)) && isPartOfProject(own(folder)));
}

/** Whether the module has tests of its own. */
export function hasTests(repository: Repository, module: GoModule, others: ReadonlySet<string>): boolean {
  return filesMatching(repository, /_test\.go$/u, module.folder).some((file) => !isInside(file, module.folder, new Set([...others].filter((folder) => folder !== module.folder && folder !== '.'))));
}
