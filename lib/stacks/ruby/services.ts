import { cite } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import type { ServiceFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import type { DetectableTechnology } from '../stack.js';
import { databaseSettings } from './data.js';
import { fileOf } from './project.js';
import type { RubyProject } from './project.js';

/** Adapters in settings of Rails: of its database, and of its messages to browsers. */
function adapterSigns(project: RubyProject, { detection }: DetectableTechnology): readonly ServiceSign[] {
  return [databaseSettings(project)?.file ?? '', fileOf(project, 'config/cable.yml')].flatMap((file) => {
    const text = project.repository.read(file);
    if (text === undefined) return [];
    return [...withoutHashComments(text).matchAll(/^[ \t]*adapter:[ \t]*['"]?(\w+)/gmu)]
      .filter((match) => detection.schemes.includes(match[1]!))
      .map((match): ServiceSign => ({ confidence: 'likely', evidence: cite(file, text, match.index + match[0].search(/\S/u)) }));
  });
}

/** Backing services that a project uses, each with every sign of it. */
export function servicesOf(project: RubyProject, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return servicesFrom(
    technologies,
    (technology) => [...packageSigns('rubygems', project.gems, technology), ...adapterSigns(project, technology), ...environmentSigns(project.env, technology)],
    ({ id }) => isDisabled(project.env, id),
  );
}
