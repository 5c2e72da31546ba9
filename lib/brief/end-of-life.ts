import type { Diagnostic } from '../diagnostics.js';
import { stackById } from '../stacks/registry.js';
import { isSupported } from '../stacks/version-lines.js';
import type { Brief } from './brief.js';

/**
 * Runtimes that get no security fixes any more on a day (`YYYY-MM-DD`). They are used as the project wants them; a person should
 * know. Depends on the day, so it is said and never written into a file.
 */
export function endedVersions({ apps }: Pick<Brief, 'apps'>, day: string): readonly Diagnostic[] {
  const said = new Set<string>();
  return apps.flatMap(({ stack: id, version }): readonly Diagnostic[] => {
    const { title, lines, defaultVersion } = stackById(id);
    const line = lines.find((each) => each.version === version);
    const key = `${id} ${version}`;
    if (line === undefined || isSupported(line, day) || said.has(key)) return [];
    said.add(key);
    return [{
      code: 'version-ended',
      severity: 'warning',
      message: `${title} ${version} ${line.ends === undefined ? 'gets no security fixes any more' : `has had no security fixes since ${line.ends}`}; it is used because the project asks for it`,
      help: `Move to ${title} ${defaultVersion}`,
    }];
  });
}
