import { technologyById } from '../catalog/registry.js';
import { endOf, ownVersion } from '../catalog/releases.js';
import type { Diagnostic } from '../diagnostics.js';
import { stackById } from '../stacks/registry.js';
import { isSupported } from '../stacks/version-lines.js';
import type { Brief } from './brief.js';

/**
 * Runtimes and servers that get no security fixes any more on a day (`YYYY-MM-DD`). They are used as the project wants them; a person should
 * know. Depends on the day, so it is said and never written into a file.
 */
export function endedVersions({ apps, services }: Pick<Brief, 'apps' | 'services'>, day: string): readonly Diagnostic[] {
  return [...endedRuntimes(apps, day), ...endedServices(services, day)];
}

const ended = (title: string, version: string, ends: string | undefined, help: string): Diagnostic => ({
  code: 'version-ended',
  severity: 'warning',
  message: `${title} ${version} ${ends === undefined ? 'gets no security fixes any more' : `has had no security fixes since ${ends}`}; it is used because the project asks for it`,
  help,
});

function endedServices(services: Brief['services'], day: string): readonly Diagnostic[] {
  return services.flatMap((service): readonly Diagnostic[] => {
    const technology = technologyById(service.technology);
    const ends = endOf(technology, service);
    if (ends === undefined || ends >= day) return [];
    const own = ownVersion(technology);
    const { version = own } = service;
    // where there is no newer one, the entry says why and what else there is
    const isLast = endOf(technology, {}) === ends;
    return [ended(technology.title, version, ends, isLast ? technology.reason : `Move to ${technology.title} ${own}: back up first, its data has to be taken along`)];
  });
}

function endedRuntimes(apps: Brief['apps'], day: string): readonly Diagnostic[] {
  const said = new Set<string>();
  return apps.flatMap(({ stack: id, version }): readonly Diagnostic[] => {
    const { title, lines, defaultVersion } = stackById(id);
    const line = lines.find((each) => each.version === version);
    const key = `${id} ${version}`;
    if (line === undefined || isSupported(line, day) || said.has(key)) return [];
    said.add(key);
    return [ended(title, version, line.ends, `Move to ${title} ${defaultVersion}`)];
  });
}
