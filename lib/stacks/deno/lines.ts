import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

interface DenoLine extends VersionLine {
  /** The newest release of the line: image tags name releases (denoland/deno_docker). */
  readonly release: string;
}

/** Minor releases of Deno; each is supported until the next (endoflife.date). That of the newest is in no source. */
export const lines = [
  { version: '2.9', release: '2.9.6' },
  { version: '2.8', ends: '2026-06-25', release: '2.8.2' },
  { version: '2.7', ends: '2026-05-22', release: '2.7.14' },
  { version: '2.6', ends: '2026-02-25', release: '2.6.10' },
  { version: '2.5', ends: '2026-04-30', release: '2.5.7' },
  { version: '2.4', ends: '2025-09-10', release: '2.4.5' },
  { version: '2.3', ends: '2025-07-01', release: '2.3.7' },
  { version: '2.2', ends: '2025-10-31', release: '2.2.15' },
  { version: '2.1', ends: '2025-04-30', release: '2.1.14' },
  { version: '2.0', ends: '2024-11-21', release: '2.0.6' },
  { version: '1.46', ends: '2024-10-09', release: '1.46.3' },
] as const satisfies readonly DenoLine[];

/** `v2.x` and `2` give the newest line of Deno 2, `2.5.7` gives `2.5`. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().toLowerCase();
  if (['latest', 'stable', 'lts', '*', ''].includes(text)) return lines[0].version;
  const major = /^v?(\d+)(?:\.x)?$/u.exec(text)?.[1];
  return lineInRange(lines, major === undefined ? text.replace(/^v(?=\d)/u, '') : `${major}.x`);
}

/** The release whose image is taken for a line, or a release that was asked for. */
export function releaseOf(version: string): string {
  if (version.split('.').length === 3) return version;
  return lines.find((line) => line.version === version)?.release ?? `${version.includes('.') ? version : `${version}.0`}.0`;
}
