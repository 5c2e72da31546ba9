import { coerce, compare } from 'semver';
import type { SemVer } from 'semver';

interface Reference {
  readonly name: string;
  readonly version: SemVer;
  /** What stands around the number: `-trixie`. Only tags of one kind can be compared. */
  readonly variant: string;
}

function reference(value: unknown): Reference | undefined {
  const match = typeof value === 'string' ? /^(?<name>[^\s$]+):(?<tag>v?\d[\w.]*(?<variant>-[\w.-]+)?)$/u.exec(value) : null;
  const version = coerce(match?.groups?.['tag'], { includePrerelease: false });
  return match === null || version === null ? undefined : { name: match.groups!['name']!, version, variant: match.groups!['variant'] ?? '' };
}

/** Of two raised tags of one image the higher one; undefined where they cannot be compared, or where one was not raised. */
export function higherImage(yours: unknown, base: unknown, proposal: unknown): string | undefined {
  const [mine, before, now] = [reference(yours), reference(base), reference(proposal)];
  if (mine === undefined || before === undefined || now === undefined) return undefined;
  if (mine.name !== now.name || mine.name !== before.name || mine.variant !== now.variant) return undefined;
  // a lower tag was chosen on purpose: the data in the volume may be of that version
  if (compare(mine.version, before.version) <= 0 || compare(now.version, before.version) <= 0) return undefined;
  return (compare(mine.version, now.version) >= 0 ? yours : proposal) as string;
}
