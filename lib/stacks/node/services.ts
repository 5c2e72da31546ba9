import { cite } from '../../discovery/cite.js';
import type { Confidence, Evidence } from '../../discovery/evidence.js';
import { distinct, ranked } from '../../discovery/evidence.js';
import type { ServiceFindings } from '../../discovery/findings.js';
import { textsAt } from '../../discovery/manifest.js';
import type { DetectableTechnology } from '../stack.js';
import type { NodePackage } from './app.js';
import { importNames } from './imports.js';

interface Sign {
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** Clients among the runtime dependencies. An ORM is none: it works with many databases. */
function packageSigns({ manifest }: NodePackage, { detection }: DetectableTechnology): readonly Sign[] {
  return ['dependencies', 'optionalDependencies'].flatMap((field) => textsAt(manifest, field)).flatMap(({ name, evidence }) => {
    const confidence = Object.hasOwn(detection.packages.npm, name) ? detection.packages.npm[name] : undefined;
    return confidence === undefined ? [] : [{ confidence, evidence }];
  });
}

/** Connection strings of the environment examples. */
function urlSigns({ env }: NodePackage, { detection }: DetectableTechnology): readonly Sign[] {
  return env.flatMap(({ example, evidence }) => {
    const scheme = /^([a-z][a-z\d]*)(?:\+\w+)?:\/\//iu.exec(example)?.[1]?.toLowerCase();
    return scheme !== undefined && detection.schemes.includes(scheme) ? [{ confidence: 'likely' as const, evidence }] : [];
  });
}

/** The provider of a Prisma schema, which is named as the URL's scheme is. */
function prismaSigns({ repository, path }: NodePackage, { detection }: DetectableTechnology): readonly Sign[] {
  const prefix = path === '.' ? '' : `${path}/`;
  return repository.files().filter((file) => file.startsWith(prefix) && file.endsWith('.prisma')).flatMap((file) => {
    const text = repository.read(file) ?? '';
    const source = /^[ \t]*datasource\s+\w+\s*\{[^}]{0,2000}?\bprovider\s*=\s*"(\w+)"/mu.exec(text);
    if (source === null || !detection.schemes.includes(source[1]!)) return [];
    return [{ confidence: 'certain' as const, evidence: cite(file, text, source.index + source[0].lastIndexOf('provider')) }];
  });
}

/** Says which of several databases is used, as in `DB_CLIENT=better-sqlite3`. */
const selector = /^(?:DB|DATABASE)_(?:CLIENT|DIALECT|TYPE|DRIVER|PROVIDER|CONNECTION)$/u;

/** Whether the environment example turns the technology off, or chooses another of several that an ORM loads by name. */
function isSwitchedOff(app: NodePackage, { id, detection }: DetectableTechnology): boolean {
  const off = app.env.some(({ name, example }) => name === `${id.toUpperCase()}_ENABLED` && /^(?:false|0|no|off)$/iu.test(example));
  const chosen = app.env.filter(({ name, example }) => selector.test(name) && example !== '').map(({ example }) => example);
  if (off || chosen.length === 0) return off;
  const packages = Object.keys(detection.packages.npm);
  const own = new Set([...packages, ...detection.schemes]);
  const imported = app.sources.some((source) => importNames(source).some((name) => own.has(name)));
  return !imported && !chosen.some((each) => own.has(each)) && urlSigns(app, { id, detection }).length === 0;
}

/** Backing services that an app uses, each with every sign of it. */
export function servicesOf(app: NodePackage, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return technologies.flatMap((technology) => {
    const signs = [...packageSigns(app, technology), ...prismaSigns(app, technology), ...urlSigns(app, technology)];
    const strongest = ranked(signs.map(({ confidence, evidence }) => ({ value: confidence, confidence, evidence: [evidence] })))[0]?.value;
    if (strongest === undefined) return [];
    const confidence = isSwitchedOff(app, technology) ? 'guess' : strongest;
    return [{ technology: technology.id, confidence, evidence: distinct(signs.map(({ evidence }) => evidence)) }];
  });
}
