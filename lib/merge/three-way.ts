import { diff3Merge, merge } from 'node-diff3';

export interface Merged {
  readonly text: string;
  /** True where both sides changed the same lines; the text then holds conflict markers. */
  readonly conflict: boolean;
}

const options = { excludeFalseConflicts: true, stringSeparator: '\n' } as const;

/** Line merge of texts with `\n` line ends: what both sides did to `base`. */
export function mergeText(yours: string, base: string, proposal: string): Merged {
  const { conflict, result } = merge(yours, base, proposal, { ...options, label: { a: 'yours', o: 'base', b: 'proposal' } });
  return { text: result.join('\n'), conflict };
}

/** The same merge, where lines that both sides changed become ours. */
export function mergeTextTaking(yours: string, base: string, proposal: string): string {
  return diff3Merge(yours, base, proposal, options).flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? []).join('\n');
}

/** Line of the first conflict that an earlier merge left in a text. */
export function markerLine(text: string): number | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('<<<<<<< '));
  return start >= 0 && lines.some((line, index) => index > start && line.startsWith('>>>>>>> ')) ? start + 1 : undefined;
}
