import type { Detection, Ecosystem } from '../catalog/technology.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import type { EnvEntry } from './env-files.js';
import { distinct, ranked } from './evidence.js';
import type { Confidence, Evidence } from './evidence.js';
import type { LimitFindings, ServiceFindings } from './findings.js';
import type { Located } from './manifest.js';

/** One thing that speaks for a backing service. */
export interface ServiceSign {
  readonly confidence: Confidence;
  readonly evidence: Evidence;
  /** The image that it asks for, where that of the technology does not do. */
  readonly variant?: string;
  /** A client library, and what keeps it from newer releases of the server. */
  readonly client?: { readonly limited?: LimitFindings };
}

/** What is looked for: the technology's own signs, and those of each variant. */
const detections = ({ detection, variants = {} }: DetectableTechnology): readonly { readonly detection: Pick<Detection, 'packages' | 'schemes'>; readonly variant?: string }[] => [
  { detection },
  ...Object.entries(variants).map(([variant, each]) => ({ detection: each.detection, variant })),
];

/** A name as a table has it: one without the major version of a Go module, `/v9`, stands for all of them. */
const nameIn = (known: object, name: string): string => (Object.hasOwn(known, name) ? name : name.replace(/\/v\d+$/u, ''));

/** Clients among the direct runtime dependencies. An ORM is none: it works with many databases. Names are compared as they stand. */
export function packageSigns(ecosystem: Ecosystem, dependencies: readonly Located[], technology: DetectableTechnology): readonly ServiceSign[] {
  return detections(technology).flatMap(({ detection, ...variant }) => {
    const known = detection.packages[ecosystem] ?? {};
    return dependencies.flatMap((each) => (Object.hasOwn(known, nameIn(known, each.name)) ? [{ confidence: known[nameIn(known, each.name)]!, evidence: each.evidence, client: clientOf(each, ecosystem, dependencies, technology), ...variant }] : []));
  });
}

/** What keeps a client from newer releases, where no package beside it makes it able. */
function clientOf({ name, evidence }: Located, ecosystem: Ecosystem, dependencies: readonly Located[], { detection }: DetectableTechnology): NonNullable<ServiceSign['client']> {
  const limit = detection.limited?.[ecosystem]?.[name];
  if (limit === undefined || dependencies.some((each) => limit.unless?.includes(each.name) === true)) return {};
  return { limited: { client: name, until: limit.until, instead: limit.instead, evidence } };
}

/** Of several clients one that is able is enough. */
function limitOf(signs: readonly ServiceSign[]): LimitFindings | undefined {
  const clients = signs.flatMap(({ client }) => client ?? []);
  return clients.every(({ limited }) => limited !== undefined) ? clients[0]?.limited : undefined;
}

/** Nobody reaches a service by such a value: it stands for one that is switched off. */
const says = (example: string): boolean => example !== '' && !/^(?:false|no|off|none|null|0)$/iu.test(example);

/** Connection strings of the environment examples, and variables whose names only this technology has. */
export function environmentSigns(env: readonly EnvEntry[], technology: DetectableTechnology): readonly ServiceSign[] {
  return env.flatMap(({ name, example, evidence }): readonly ServiceSign[] => {
    if (technology.detection.variables?.test(name) === true && says(example)) return [{ confidence: 'likely' as const, evidence }];
    if (technology.detection.values?.test(example) === true) return [{ confidence: 'likely' as const, evidence }];
    const scheme = /^([a-z][a-z\d]*)(?:\+\w+)?:\/\//iu.exec(example)?.[1]?.toLowerCase();
    const found = scheme === undefined ? undefined : detections(technology).find(({ detection }) => detection.schemes.includes(scheme));
    return found === undefined ? [] : [{ confidence: 'likely', evidence, ...(found.variant === undefined ? {} : { variant: found.variant }) }];
  });
}

/**
 * Variables that the source reads and that only this technology has. A setting that nobody has to give says something only where a
 * client of it is there too, which `clients` shows.
 */
export function readSigns(reads: readonly { readonly name: string; readonly evidence: readonly Evidence[] }[], clients: readonly ServiceSign[], { detection }: DetectableTechnology): readonly ServiceSign[] {
  if (detection.reads === undefined || clients.length === 0) return [];
  return reads.filter(({ name }) => detection.reads!.test(name)).flatMap(({ evidence }) => evidence.slice(0, 1).map((each) => ({ confidence: 'likely' as const, evidence: each })));
}

/** Whether the environment example turns the technology off by `<ID>_ENABLED`. */
export function isDisabled(env: readonly EnvEntry[], id: string): boolean {
  return env.some(({ name, example }) => name === `${id.toUpperCase()}_ENABLED` && /^(?:false|0|no|off)$/iu.test(example));
}

/** Backing services, each with every sign of it. What the environment example turns off is a guess: shown, not used. */
export function servicesFrom(
  technologies: readonly DetectableTechnology[],
  signsOf: (technology: DetectableTechnology) => readonly ServiceSign[],
  isSwitchedOff: (technology: DetectableTechnology) => boolean,
): readonly ServiceFindings[] {
  const found = technologies.flatMap((technology) => {
    const signs = signsOf(technology);
    const strongest = ranked(signs.map(({ confidence, evidence }) => ({ value: confidence, confidence, evidence: [evidence] })))[0]?.value;
    if (strongest === undefined) return [];
    const confidence = isSwitchedOff(technology) ? 'guess' : strongest;
    const variant = signs.find((sign) => sign.variant !== undefined)?.variant;
    const limited = limitOf(signs);
    return [{ technology: technology.id, ...(variant === undefined ? {} : { variant }), ...(limited === undefined ? {} : { limited }), confidence, evidence: distinct(signs.map(({ evidence }) => evidence)) }];
  });
  return oneOfEach(found, technologies);
}

/**
 * An app that can work with several relational databases works with one: that of which most is seen, of equals the first. The others
 * are guesses: shown, not used.
 */
function oneOfEach(found: readonly ServiceFindings[], technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  const relational = new Set(technologies.filter(({ detection }) => detection.relational === true).map(({ id }) => id));
  const alternatives = found.filter(({ technology, confidence }) => relational.has(technology) && confidence !== 'guess');
  const chosen = alternatives.toSorted((a, b) => b.evidence.length - a.evidence.length)[0];
  return found.map((each) => (alternatives.includes(each) && each !== chosen ? { ...each, confidence: 'guess' } : each));
}

/** Ids of the services that an app uses. */
export function usesOf(services: readonly ServiceFindings[]): readonly string[] {
  return services.filter(({ confidence }) => confidence !== 'guess').map(({ technology }) => technology);
}
