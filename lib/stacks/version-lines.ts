import { coerce, satisfies, validRange } from 'semver';

/** A release line of a runtime: what an image tag names. */
export interface VersionLine {
  /** As image tags name it: `26`, `3.14`. */
  readonly version: string;
  /** Last day with security fixes, as `YYYY-MM-DD`; absent where no source says it. */
  readonly ends?: string;
  /** It gets none any more, since a day that no source says. */
  readonly ended?: true;
  /** Code name, where declarations may use it. */
  readonly name?: string;
}

/**
 * The day on which the tables of release lines were last checked. What counts as supported is decided by it and not by today's
 * date, so that the same brief gives the same files on any day.
 */
export const tablesOf = '2026-11-24';

export function isSupported({ ends, ended }: VersionLine, day: string = tablesOf): boolean {
  return ended !== true && (ends === undefined || ends >= day);
}

/** A release of a line that is newer than any that a project could ask for. */
const newest = (version: string): string => [...version.split('.'), '999', '999'].slice(0, 3).join('.');

/**
 * The newest supported line inside a range in npm's syntax; the newest ended one where only those satisfy it.
 * A version in a line that the table has not is kept with as many numbers as the table's versions have.
 */
export function lineInRange(lines: readonly VersionLine[], range: string): string | undefined {
  const exact = /^v?(\d+(?:\.\d+){0,2})(?:[-+][\w.+-]*)?$/u.exec(range.trim())?.[1];
  const depth = lines[0]?.version.split('.').length ?? 1;
  // an exact version is the line that it belongs to, whichever patch is current
  if (exact !== undefined) return exact.split('.').slice(0, depth).join('.');
  if (validRange(range) === null) return undefined;
  const fitting = lines.filter(({ version }) => satisfies(newest(version), range));
  const known = (fitting.find((line) => isSupported(line)) ?? fitting[0])?.version;
  return known ?? coerce(range)?.version.split('.').slice(0, depth).join('.');
}
