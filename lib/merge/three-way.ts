import { merge } from 'node-diff3';

export interface Merged {
  readonly text: string;
  /** True where both sides changed the same lines; the text then holds conflict markers. */
  readonly conflict: boolean;
}

/** Line merge of texts with `\n` line ends: what both sides did to `base`. */
export function mergeText(yours: string, base: string, proposal: string): Merged {
  const { conflict, result } = merge(yours, base, proposal, {
    excludeFalseConflicts: true,
    stringSeparator: '\n',
    label: { a: 'yours', o: 'base', b: 'proposal' },
  });
  return { text: result.join('\n'), conflict };
}
