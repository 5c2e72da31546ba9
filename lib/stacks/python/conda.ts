import type { Located } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { locate, parseRequirement } from './requirement.js';

/** conda writes `name=1.2` where PEP 508 writes `name==1.2`, and may name a channel. */
const asRequirement = (text: string): string => text.replace(/^[\w.-]+::/u, '').replace(/(?<![=<>!~])=(?!=).*$/u, '');

/** Dependencies of `environment.yml`, those for pip among them. The file is read by lines: its list is flat. */
export function condaDependencies(repository: Repository, path: string, present: readonly string[]): readonly Located[] {
  const name = present.find((each) => each.startsWith('environment.y'));
  if (name === undefined) return [];
  const file = joinPath(path, name);
  const text = repository.read(file) ?? '';
  const start = text.search(/^dependencies:/mu);
  if (start === -1) return [];
  return [...text.slice(start).matchAll(/^[ \t]*-[ \t]+["']?([^\s"'#][^"'#\n]*)/gmu)].flatMap((match) => {
    const requirement = match[1]!.trim().endsWith(':') ? undefined : parseRequirement(asRequirement(match[1]!.trim()));
    return requirement === undefined ? [] : locate(requirement, file, text, start + match.index);
  });
}
