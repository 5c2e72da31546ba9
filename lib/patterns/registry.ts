import type { Brief } from '../brief/brief.js';
import { monolith } from './monolith.js';
import type { Pattern } from './pattern.js';
import { web } from './web.js';

/** Every pattern, the simplest first. */
export const patterns = [monolith, web] as const satisfies readonly Pattern[];

export type PatternId = (typeof patterns)[number]['id'];

export function findPattern(id: string): Pattern | undefined {
  return patterns.find((pattern) => pattern.id === id);
}

/** For ids that validation has already accepted. */
export function patternById(id: string): Pattern {
  const pattern = findPattern(id);
  if (pattern === undefined) throw new Error(`unknown pattern: ${id}`);
  return pattern;
}

/** The simplest pattern that holds these processes. */
export function simplestPattern(brief: Pick<Brief, 'apps'>): PatternId {
  return patterns.find((pattern) => pattern.fits(brief))?.id ?? web.id;
}
