import { coerce, compare } from 'semver';

interface Reference {
  readonly name: string;
  readonly tag: string;
  /** What stands around the number: `-trixie`. Only tags of one kind can be compared. */
  readonly variant: string;
}

function reference(value: unknown): Reference | undefined {
  const match = typeof value === 'string' ? /^(?<name>[^\s$]+):(?<tag>v?\d[\w.]*(?<variant>-[\w.-]+)?)$/u.exec(value) : null;
  return match === null ? undefined : { name: match.groups!['name']!, tag: match.groups!['tag']!, variant: match.groups!['variant'] ?? '' };
}

/** Of two raised tags of one image the higher one; undefined where they cannot be compared. */
export function higherImage(yours: unknown, base: unknown, proposal: unknown): string | undefined {
  const [mine, before, now] = [reference(yours), reference(base), reference(proposal)];
  if (mine === undefined || before === undefined || now === undefined) return undefined;
  if (mine.name !== now.name || mine.name !== before.name || mine.variant !== now.variant) return undefined;
  const [a, b] = [coerce(mine.tag, { includePrerelease: false }), coerce(now.tag)];
  if (a === null || b === null) return undefined;
  return (compare(a, b) >= 0 ? yours : proposal) as string;
}
