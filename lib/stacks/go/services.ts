import type { ServiceFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { DetectableTechnology } from '../stack.js';
import type { GoApp } from './app.js';

/** Backing services whose clients the program, or something of the repository that it is made of, imports. */
export function servicesOf({ module, program, env }: GoApp, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  const imports = new Set(program.reached.flatMap((each) => [...each.imports]));
  const used = module.requires.filter(({ name }) => [...imports].some((path) => path === name || path.startsWith(`${name}/`)));
  return servicesFrom(technologies, (technology) => [...packageSigns('go', used, technology), ...environmentSigns(env, technology)], ({ id }) => isDisabled(env, id));
}
