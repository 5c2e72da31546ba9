/**
 * How far a fact may be relied on.
 * `certain`: declared by the project. `likely`: the usual reading of what was seen. `guess`: a convention, nothing was seen.
 */
export type Confidence = 'certain' | 'likely' | 'guess';

/** Where a fact was seen. `line` counts from 1; the line contains `quote` literally. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
  readonly quote: string;
}

/** One reading of one question. Contradictory readings stand side by side, the most reliable first. */
export interface Fact<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/** The usual reading of what was seen, as the list of facts that it is alone. */
export const likely = <T>(value: T, ...evidence: readonly Evidence[]): readonly Fact<T>[] => [{ value, confidence: 'likely', evidence }];

const order: Record<Confidence, number> = { certain: 0, likely: 1, guess: 2 };

/** Most reliable first; equally reliable facts keep the order in which they were found. */
export function ranked<T>(facts: readonly Fact<T>[]): readonly Fact<T>[] {
  return facts.toSorted((a, b) => order[a.confidence] - order[b.confidence]);
}

/** The value to go on with, or undefined when nothing was found. */
export function best<T>(facts: readonly Fact<T>[]): T | undefined {
  return ranked(facts)[0]?.value;
}

/** Each place once, in the order in which they were found. */
export function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((each) => [`${each.file}:${each.line}`, each])).values()];
}
