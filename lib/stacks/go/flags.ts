import { hasFilesUnder, isListed } from '../../discovery/file-index.js';
import { joinPath, normalisePath } from '../../discovery/repository.js';
import { matches } from '../../discovery/source.js';
import { packageArgument } from './app.js';
import type { GoApp } from './app.js';

/** A flag that says where a file or a folder is. */
interface FlagPath {
  readonly flag: string;
  /** Relative to the app. */
  readonly path: string;
}

/** `flag.StringVar(&x, "conf", "../../configs", ...)`, `flag.String("f", "../etc/api.yaml", ...)` */
const upwards = /\bflag\.String(?:Var)?\(\s*(?:&?[\w.]+\s*,\s*)?"([\w-]+)"\s*,\s*"(\.\.\/[\w./-]+)"/gu;

/**
 * Flags of the program whose default leads up from its own folder to something of the app: that is right for who starts it there, and
 * wrong in the app's folder, where containers do. They are given the same place as seen from the app.
 */
export function flagPaths({ repository, path, program }: GoApp): readonly FlagPath[] {
  return matches(program.main.sources, upwards).flatMap(({ groups }): readonly FlagPath[] => {
    const found = normalisePath(joinPath(program.main.folder, groups[2]!));
    if (found === undefined || found === '' || (path !== '.' && !found.startsWith(`${path}/`))) return [];
    const isThere = isListed(repository.files(), found) || hasFilesUnder(repository, found);
    return isThere ? [{ flag: `-${groups[1]!}`, path: packageArgument(path, found).replace(/^\.\//u, '') }] : [];
  });
}
