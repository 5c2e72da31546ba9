import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Release lines of Node.js with the code names of their long-term support (nodejs/Release schedule). */
export const lines = [
  { version: '26', ends: '2029-04-30' },
  { version: '25', ends: '2026-06-01' },
  { version: '24', ends: '2028-04-30', name: 'krypton' },
  { version: '22', ends: '2027-04-30', name: 'jod' },
  { version: '20', ends: '2026-04-30', name: 'iron' },
  { version: '18', ends: '2025-04-30', name: 'hydrogen' },
  { version: '16', ends: '2023-09-11', name: 'gallium' },
  { version: '14', ends: '2023-04-30', name: 'fermium' },
  { version: '12', ends: '2022-04-30', name: 'erbium' },
] as const satisfies readonly VersionLine[];

/**
 * `>=20` gives the newest supported line, `22.11.0` gives `22`, `lts/jod` gives `22`.
 * A declaration that only ended lines satisfy gives the newest of those.
 */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().toLowerCase();
  if (['node', 'latest', 'stable', 'current', 'lts/*', 'lts', '*'].includes(text)) return lines[0].version;
  if (text.startsWith('lts/')) return lines.find((line: VersionLine) => line.name !== undefined && line.name === text.slice(4))?.version;
  return lineInRange(lines, text);
}
