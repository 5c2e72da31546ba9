import { cite } from './cite.js';
import type { EnvEntry } from './env-files.js';
import { distinct } from './evidence.js';
import type { Evidence } from './evidence.js';
import type { VariableFindings } from './findings.js';
import { matches } from './source.js';
import type { Source } from './source.js';

/** A place that reads a variable. */
export interface VariableRead {
  readonly name: string;
  readonly evidence: Evidence;
}

/** Set by the system, or by whatever starts the process. */
const ofSystem = /^(?:PATH|HOME|CI|PWD|USER|SHELL|TERM|LANG|TZ|TMPDIR|HOSTNAME)$/u;

/** Variables of the environment example in its order, then those that only the source names, by name. */
export function variablesFrom(env: readonly EnvEntry[], reads: readonly VariableRead[], isForeign: (name: string) => boolean = () => false): readonly VariableFindings[] {
  const examples = new Map(env.toReversed().map((entry) => [entry.name, entry]));
  const places = new Map<string, Evidence[]>();
  for (const { name, evidence } of [...env, ...reads]) {
    const known = places.get(name);
    if (known === undefined) places.set(name, [evidence]);
    else known.push(evidence);
  }
  const ordered = [...new Set([...env.map((entry) => entry.name), ...reads.map((each) => each.name).toSorted()])];
  return ordered.filter((name) => !ofSystem.test(name) && !isForeign(name)).map((name) => {
    const entry = examples.get(name);
    return { name, ...(entry === undefined ? {} : { example: entry.example }), evidence: distinct(places.get(name) ?? []) };
  });
}

/** The same with an example for what must be set and only the source names. */
export function withDefaults(variables: readonly VariableFindings[], defaults: Readonly<Record<string, string>>): readonly VariableFindings[] {
  return variables.map((variable) => (variable.example === undefined && Object.hasOwn(defaults, variable.name) ? { ...variable, example: defaults[variable.name]! } : variable));
}

/** Variables that sources read: the first group of each global pattern is the name. */
export function readsIn(sources: readonly Source[], patterns: readonly RegExp[]): readonly VariableRead[] {
  return patterns.flatMap((pattern) => matches(sources, pattern).map(({ groups, index, end, source }) => {
    const offset = Math.max(0, source.code.slice(index, end).indexOf(groups[1]!));
    return { name: groups[1]!, evidence: cite(source.file, source.text, index + offset) };
  }));
}
