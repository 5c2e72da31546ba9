import type { Brief } from '../brief/brief.js';

/** A topology: when it fits, what it costs, what else would do. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly use: string;
  readonly complexity: 'low' | 'medium' | 'high';
  readonly alternatives: readonly string[];
  /** Whether this is the simplest pattern that holds these processes. */
  readonly fits: (brief: Pick<Brief, 'apps'>) => boolean;
}
