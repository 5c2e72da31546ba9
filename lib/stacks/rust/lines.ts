import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Only the newest stable release gets fixes; it is followed every six weeks (rust-lang/rust RELEASES.md). */
export const lines = [{ version: '1.98' }] as const satisfies readonly VersionLine[];

/** `stable` and a least version such as `>=1.80` give the newest release; a pinned channel such as `1.97.1` is kept as it is. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim();
  if (/^(?:stable|latest)$/u.test(text)) return lines[0].version;
  // images are there for each release: a pinned one is what the project was tested with
  return /^1\.\d+(?:\.\d+)?$/u.exec(text)?.[0] ?? (/^(?:nightly|beta)/u.test(text) ? lines[0].version : lineInRange(lines, text));
}
