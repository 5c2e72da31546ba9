import { hasFilesUnder, isListed } from '../discovery/file-index.js';
import { joinPath } from '../discovery/repository.js';
import type { Repository } from '../discovery/repository.js';
import { matches } from '../discovery/source.js';
import type { Source } from '../discovery/source.js';

/** A text that may be a path in the app: `templates/*.html`, `./static`, `file://migrations`. */
const text = /"(?:file:\/\/)?(?:\.\/)?([A-Za-z][\w-]*(?:\.[\w-]+)?(?:\/[^"\s\\]*)?)"/gu;
/** What is source, secret or made by somebody else is no file of the running program. */
const notData = /^(?:src|cmd|internal|pkg|lib|app|crates?|include|tests?|vendor|node_modules|target|build|bin|docs?|docker|scripts?|secrets|README.*|LICENSE.*|go\.(?:mod|sum)|Cargo\.\w+|CMakeLists\.txt|Dockerfile.*|Makefile|.*\.(?:go|rs|c|cc|cpp|h|hpp|md|proto))$/iu;
const usualFolder = /^(?:templates?|views|static|public|assets|migrations?|locales?|web|www|data|resources|i18n|configs?|conf)$/u;
const secretFile = /(?:^|\/)\.env|\.(?:pem|key|p12)$/iu;

/** Paths without those that lie in another one of them. */
const outermost = (paths: readonly string[]): readonly string[] => {
  const all = [...new Set(paths)].toSorted();
  return all.filter((each) => !all.some((other) => each.startsWith(`${other}/`)));
};

/** The same with files and folders of the app that no source names, because a framework opens them by itself. */
export function withUsualFiles(repository: Repository, path: string, found: readonly string[], usual: readonly string[]): readonly string[] {
  const isThere = (own: string): boolean => isListed(repository.files(), joinPath(path, own)) || hasFilesUnder(repository, joinPath(path, own));
  return outermost([...found, ...usual.filter(isThere)]);
}

/** The part of a path before a pattern or a placeholder. */
const fixed = (path: string): readonly string[] => {
  const segments = path.split('/').filter((segment) => segment !== '');
  const open = segments.findIndex((segment) => /[*{}%$?[\]]/u.test(segment));
  return open === -1 ? segments : segments.slice(0, open);
};

/**
 * Files and folders of the app that the source names, and that a compiled program therefore opens while it runs: templates, settings,
 * migrations. `embedded` says of a file that the compiler takes it into the program itself.
 */
export function runtimeFiles(repository: Repository, path: string, sources: readonly Source[], embedded: (source: Source, index: number) => boolean = () => false): readonly string[] {
  const isFile = (own: string): boolean => isListed(repository.files(), joinPath(path, own));
  const isFolder = (own: string): boolean => hasFilesUnder(repository, joinPath(path, own));
  const named = matches(sources, text).flatMap(({ groups, source, index }) => {
    const segments = fixed(groups[1]!);
    const first = segments[0] ?? '';
    // a word in quotes may mean anything: alone, only what can be no other word counts
    if (segments.length === 1 && !groups[1]!.includes('/') && !isFile(first) && !usualFolder.test(first)) return [];
    if (segments.some((segment) => notData.test(segment)) || secretFile.test(groups[1]!) || embedded(source, index)) return [];
    const whole = segments.join('/');
    const folder = isFolder(whole) ? whole : segments.length > 1 && isFile(whole) ? segments.slice(0, -1).join('/') : undefined;
    return folder ?? (isFile(whole) ? whole : []);
  });
  return outermost(named);
}
