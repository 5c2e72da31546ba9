import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Minor releases of Crystal. Only the newest is maintained; the days on which the next one followed were in no source. */
export const lines = [
  { version: '1.20' },
  { version: '1.19', ended: true },
  { version: '1.18', ended: true },
  { version: '1.17', ended: true },
  { version: '1.16', ended: true },
  { version: '1.15', ended: true },
  { version: '1.14', ended: true },
  { version: '1.13', ended: true },
  { version: '1.12', ended: true },
  { version: '1.11', ended: true },
  { version: '1.10', ended: true },
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
