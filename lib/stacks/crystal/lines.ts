import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Minor releases of Crystal. Only the newest is maintained; the days on which the next one followed were in no source and are the usual quarters. */
export const lines = [
  { version: '1.20', ends: '2026-12-31' },
  { version: '1.19', ends: '2026-04-30' },
  { version: '1.18', ends: '2026-01-31' },
  { version: '1.17', ends: '2025-10-31' },
  { version: '1.16', ends: '2025-07-31' },
  { version: '1.15', ends: '2025-04-30' },
  { version: '1.14', ends: '2025-01-31' },
  { version: '1.13', ends: '2024-10-31' },
  { version: '1.12', ends: '2024-07-31' },
  { version: '1.11', ends: '2024-04-30' },
  { version: '1.10', ends: '2024-01-31' },
] as const satisfies readonly VersionLine[];

/** `>= 1.10.0, < 2.0.0` and `~> 1.10` give the newest line; a bare version says the least that the project takes (docs of shards), unless a version manager says it. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().replace(/^v(?=\d)/u, '').replaceAll(/\s*,\s*/gu, ' ').replaceAll('==', '=');
  if (['latest', 'nightly', '*'].includes(text)) return lines[0].version;
  const short = /^~>\s*(\d+)\.(\d+)$/u.exec(text);
  if (short !== null) return lineInRange(lines, `>=${short[1]}.${short[2]}.0 <${Number(short[1]) + 1}.0.0`);
  const long = /^~>\s*(\d+\.\d+)\.\d+/u.exec(text);
  return lineInRange(lines, long === null ? text : `${long[1]}.x`);
}
