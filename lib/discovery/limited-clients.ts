import type { Diagnostic } from '../diagnostics.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import { withTechnologies } from './existing-compose.js';
import type { ComposeService, Found } from './existing-compose.js';
import type { LimitFindings, ServiceFindings } from './findings.js';

const numbersOf = (version: string): readonly number[] => version.replace(/[^\d.].*$/u, '').split('.').map(Number);

/** Whether a version is of a newer line; one that nobody names is. */
function isNewer(version: string | undefined, line: string): boolean {
  if (version === undefined) return true;
  const given = numbersOf(version);
  const limit = numbersOf(line);
  const different = limit.findIndex((number, index) => (given[index] ?? number) !== number);
  return different !== -1 && given[different]! > limit[different]!;
}

const titleOf = ({ id, title = id }: DetectableTechnology): string => title;
const said = ({ client, until, evidence }: LimitFindings, technology: DetectableTechnology): string => `${evidence.file}:${evidence.line}: the client "${client}" cannot log in to ${titleOf(technology)} newer than ${until}`;

/** Another server that speaks the same, and that lets the client in. */
function otherServer(technology: DetectableTechnology, { client }: LimitFindings, technologies: readonly DetectableTechnology[]): DetectableTechnology | undefined {
  const turnsAway = ({ detection }: DetectableTechnology): boolean => Object.values(detection.limited ?? {}).some((clients) => Object.hasOwn(clients, client));
  return technology.protocol === undefined ? undefined : technologies.find((other) => other.id !== technology.id && other.protocol === technology.protocol && !turnsAway(other));
}

/**
 * What was found, with servers that the apps' clients can log in to: where the project names no server itself, another one that
 * speaks the same takes the place of one that turns them away; where it does, that is a problem that names the client.
 */
export function withAbleServers({ apps, services }: Found, compose: readonly ComposeService[], technologies: readonly DetectableTechnology[]): Found & { readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const replacements = new Map<string, string>();
  for (const { technology: id, limited, version, confidence } of services) {
    const technology = technologies.find((each) => each.id === id);
    if (limited === undefined || technology === undefined || confidence === 'guess') continue;
    const place = compose.find((each) => each.technology === id)?.evidence;
    const other = place === undefined ? otherServer(technology, limited, technologies) : undefined;
    if (other !== undefined) {
      replacements.set(id, other.id);
      problems.push({ code: 'client-limited', severity: 'info', message: `${said(limited, technology)}, so ${titleOf(other)} is used, which speaks the same`, help: `Depend on ${limited.instead} to use ${titleOf(technology)}` });
    } else if (isNewer(version, limited.until)) {
      problems.push({ code: 'client-limited', severity: 'warning', message: `${said(limited, technology)}${place === undefined ? '' : `, and ${place.file}:${place.line} asks for ${version ?? 'the newest'}`}`, help: `Depend on ${limited.instead} instead` });
    }
  }
  const replacement = (id: string): string => replacements.get(id) ?? id;
  return {
    apps: withTechnologies(apps, replacement),
    services: services.map((service): ServiceFindings => ({ ...service, technology: replacement(service.technology) })),
    problems,
  };
}
