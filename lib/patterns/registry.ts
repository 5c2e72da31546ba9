import { data } from './data.js';
import { eventDriven } from './event-driven.js';
import { microservices } from './microservices.js';
import { monolith } from './monolith.js';
import type { Pattern, Shape } from './pattern.js';
import { web } from './web.js';

/** Every pattern, the simplest first. */
export const patterns = [monolith, web, data, eventDriven, microservices] as const satisfies readonly Pattern[];

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

/** The pattern that a project of this shape follows. */
export function patternOf(shape: Shape): PatternId {
  return patterns.findLast((pattern) => pattern.fits(shape))?.id ?? monolith.id;
}

/** Why a project of this shape cannot be built so, with the way out; undefined where it can. */
export const contradictionOf = ({ contradiction }: Pattern, shape: Shape): string | undefined => contradiction?.(shape);
