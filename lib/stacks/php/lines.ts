import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Release lines of PHP with the end of their security fixes (endoflife.date). */
export const lines = [
  { version: '8.5', ends: '2029-12-31' },
  { version: '8.4', ends: '2028-12-31' },
  { version: '8.3', ends: '2027-12-31' },
  { version: '8.2', ends: '2026-12-31' },
  { version: '8.1', ends: '2025-12-31' },
  { version: '8.0', ends: '2023-11-26' },
  { version: '7.4', ends: '2022-11-28' },
  { version: '7.3', ends: '2021-12-06' },
  { version: '7.2', ends: '2020-11-30' },
] as const satisfies readonly VersionLine[];

/** Composer's `~8.2` allows the next minor version, npm's does not; its alternatives may have one bar, its parts a comma. */
function asRange(declared: string): string {
  return declared
    .toLowerCase()
    .replace(/@\w+|-dev\b/gu, '')
    .replace(/~\s*(\d+(?:\.\d+)?)(?![.\d])/gu, '^$1')
    .replace(/\s*\|{1,2}\s*/gu, ' || ')
    .replaceAll(',', ' ')
    .trim();
}

/** `^8.2` gives the newest supported line in it; `8.3.16` gives `8.3`. */
export function resolveVersion(declared: string): string | undefined {
  const range = asRange(declared).replace(/^php-(?=\d)/u, '');
  if (range === '') return undefined;
  if (range === '*' || range === 'latest') return lines[0].version;
  // a lone major version is a range, as `8` in .php-version
  return lineInRange(lines, /^\d+$/u.test(range) ? `^${range}` : range);
}

/** Whether a line is at least another: `8.10` comes after `8.9`. */
export function isAtLeast(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number);
  return major > thanMajor || (major === thanMajor && minor >= thanMinor);
}
