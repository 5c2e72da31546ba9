import { cite } from '../../discovery/cite.js';
import type { Confidence, Evidence } from '../../discovery/evidence.js';
import { ranked } from '../../discovery/evidence.js';
import type { ServiceFindings } from '../../discovery/findings.js';
import { textsAt } from '../../discovery/manifest.js';
import type { DetectableTechnology } from '../stack.js';
import type { NodePackage } from './app.js';

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
    const source = /^[ \t]*datasource\s+\w+\s*\{[^}]*?\bprovider\s*=\s*"(\w+)"/mu.exec(text);
    if (source === null || !detection.schemes.includes(source[1]!)) return [];
    return [{ confidence: 'certain' as const, evidence: cite(file, text, source.index + source[0].lastIndexOf('provider')) }];
  });
}

/** Backing services that an app uses, each with every sign of it. */
export function servicesOf(app: NodePackage, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return technologies.flatMap((technology) => {
    const signs = [...packageSigns(app, technology), ...prismaSigns(app, technology), ...urlSigns(app, technology)];
    const strongest = ranked(signs.map(({ confidence, evidence }) => ({ value: confidence, confidence, evidence: [evidence] })))[0]?.value;
    return strongest === undefined ? [] : [{ technology: technology.id, confidence: strongest, evidence: signs.map(({ evidence }) => evidence) }];
  });
}
