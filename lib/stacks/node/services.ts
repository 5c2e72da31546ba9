import { cite } from '../../discovery/cite.js';
import type { ServiceFindings, VariableFindings } from '../../discovery/findings.js';
import { textsAt } from '../../discovery/manifest.js';
import { isDisabled, packageSigns, readSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import type { DetectableTechnology } from '../stack.js';
import type { NodePackage } from './app.js';
import { importNames } from './imports.js';
import { schemaFiles } from './prisma.js';

/** The provider of a Prisma schema, which is named as the URL's scheme is. */
function prismaSigns(app: NodePackage, { detection }: DetectableTechnology): readonly ServiceSign[] {
  return schemaFiles(app).flatMap((file) => {
    const text = app.repository.read(file) ?? '';
    const source = /^[ \t]*datasource\s+\w+\s*\{[^}]{0,2000}?\bprovider\s*=\s*"(\w+)"/mu.exec(text);
    if (source === null || !detection.schemes.includes(source[1]!)) return [];
    return [{ confidence: 'certain' as const, evidence: cite(file, text, source.index + source[0].lastIndexOf('provider')) }];
  });
}

/** Says which of several databases is used, as in `DB_CLIENT=better-sqlite3`. */
const selector = /^(?:DB|DATABASE)_(?:CLIENT|DIALECT|TYPE|DRIVER|PROVIDER|CONNECTION)$/u;

/** Whether the environment example turns the technology off, or chooses another of several that an ORM loads by name. */
function isSwitchedOff(app: NodePackage, { id, detection }: DetectableTechnology): boolean {
  const off = isDisabled(app.env, id);
  const chosen = app.env.filter(({ name, example }) => selector.test(name) && example !== '').map(({ example }) => example);
  if (off || chosen.length === 0) return off;
  const packages = Object.keys(detection.packages.npm ?? {});
  const own = new Set([...packages, ...detection.schemes]);
  const imported = app.sources.some((source) => importNames(source).some((name) => own.has(name)));
  return !imported && !chosen.some((each) => own.has(each)) && environmentSigns(app.env, { id, detection }).length === 0;
}

/** Backing services that an app uses, each with every sign of it. `inside` are the packages of its workspace that it is made of; `variables` are those that it and they read. */
export function servicesOf(app: NodePackage, technologies: readonly DetectableTechnology[], inside: readonly NodePackage[] = [], variables: readonly VariableFindings[] = []): readonly ServiceFindings[] {
  const parts = [app, ...inside];
  const clientsOf = ({ manifest }: NodePackage, technology: DetectableTechnology): readonly ServiceSign[] => packageSigns('npm', ['dependencies', 'optionalDependencies'].flatMap((field) => textsAt(manifest, field)), technology);
  return servicesFrom(
    technologies,
    (technology) => [...parts.flatMap((part) => [...clientsOf(part, technology), ...prismaSigns(part, technology), ...environmentSigns(part.env, technology)]), ...readSigns(variables, clientsOf(app, technology), technology)],
    (technology) => isSwitchedOff(app, technology),
  );
}
