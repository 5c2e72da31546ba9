import type { Fact } from '../discovery/evidence.js';
import type { Located } from '../discovery/manifest.js';

/** A framework: data, one file each. Stacks add what they need to know of theirs. */
export interface FrameworkEntry {
  /** The id of its file, and what users call it in a brief. */
  readonly id: string;
  /** Runtime dependencies that mean this framework, as the ecosystem writes them. */
  readonly packages: readonly string[];
  /** Ids of frameworks that it is built on: seen together, it is the answer and they are lesser facts. */
  readonly refines: readonly string[];
  /** Schedules pipelines of data. */
  readonly pipelines?: true;
}

/** Frameworks among dependencies, the specific ones first: one that is built on another makes that one a lesser fact. */
export function frameworkFacts(frameworks: readonly FrameworkEntry[], dependencies: readonly Located[]): readonly Fact<string>[] {
  const seen = frameworks.flatMap((framework) => {
    const found = dependencies.find(({ name }) => framework.packages.includes(name));
    return found === undefined ? [] : [{ framework, fact: { value: framework.id, confidence: 'certain', evidence: [found.evidence] } satisfies Fact<string> }];
  });
  const refined = new Set(seen.flatMap(({ framework }) => framework.refines));
  return [
    ...seen.filter(({ framework }) => !refined.has(framework.id)).map(({ fact }) => fact),
    ...seen.filter(({ framework }) => refined.has(framework.id)).map(({ fact }): Fact<string> => ({ ...fact, confidence: 'likely' })),
  ];
}
