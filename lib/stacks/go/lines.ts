import { isSupported, lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Release lines of Go: each is supported until the second one after it, whose day nobody says before (go.dev/doc/devel/release). */
export const lines = [
  { version: '1.27' },
  { version: '1.26' },
  { version: '1.25', ends: '2026-08-19' },
  { version: '1.24', ends: '2026-02-10' },
] as const satisfies readonly VersionLine[];

/** The oldest line of which there is an image on Debian 13. */
const oldest = Number(lines.at(-1)!.version.split('.')[1]);

/**
 * `1.25.0` and `go1.25.3` give `1.25`. What `go.mod` says is a minimum, and every toolchain builds what older ones built, so a line
 * that no current base image has gives the newest supported one.
 */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().replace(/^go/u, '').replace(/(?:rc|beta)\d+$/u, '');
  if (/^(?:stable|latest|oldstable)$/u.test(text)) return text === 'oldstable' ? lines[1].version : lines[0].version;
  const minor = /^1\.(\d+)/u.exec(text)?.[1];
  if (minor !== undefined && Number(minor) < oldest) return lines.find((line) => isSupported(line))!.version;
  return lineInRange(lines, text);
}
