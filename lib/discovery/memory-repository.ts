import { asText, ignoredFolders, maximumFileSize, normalisePath } from './repository.js';
import type { Repository } from './repository.js';

/** A project that is written in a test: texts by path. Behaves as the one on disk does. */
export function memoryRepository(files: Readonly<Record<string, string>>, name = 'project'): Repository {
  const contents = new Map(Object.entries(files));
  const paths = [...contents.keys()].toSorted();
  const listed = paths.filter((path) => !path.split('/').slice(0, -1).some((folder) => ignoredFolders.has(folder)));
  return {
    name,
    exists: (path) => {
      const relative = normalisePath(path);
      if (relative === undefined || path.startsWith('/')) return false;
      return relative === '' || contents.has(relative) || paths.some((each) => each.startsWith(`${relative}/`));
    },
    read: (path) => {
      const content = contents.get(normalisePath(path) ?? '');
      return content === undefined || Buffer.byteLength(content) > maximumFileSize ? undefined : asText(content);
    },
    files: () => listed,
    problems: () => [],
  };
}
