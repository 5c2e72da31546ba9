import { coerce, satisfies, validRange } from 'semver';

/** Lines of Node.js that get fixes, the newest first, with the code names of their long-term support (nodejs/Release schedule). */
export const lines = [
  { major: '26', name: '' },
  { major: '24', name: 'krypton' },
  { major: '22', name: 'jod' },
] as const;

/** A version of a line that is newer than any that a project could ask for. */
const newest = (major: string): string => `${major}.999.999`;

/**
 * `>=20` gives the newest supported line, `22.11.0` gives `22`, `lts/jod` gives `22`.
 * A declaration that only ended lines satisfy gives the major version that it names.
 */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().toLowerCase();
  if (text === 'node' || text === 'latest' || text === 'stable' || text === 'lts/*' || text === 'lts') return lines[0].major;
  if (text.startsWith('lts/')) return lines.find(({ name }) => name !== '' && name === text.slice(4))?.major;
  const range = text.replace(/^v(?=\d)/u, '');
  // an exact version is the line that it belongs to, whichever patch is current
  const exact = /^\d+(?:\.\d+){0,2}$/u.test(range) ? range.split('.')[0] : undefined;
  if (exact !== undefined) return exact;
  if (validRange(range) === null) return undefined;
  return lines.find(({ major }) => satisfies(newest(major), range))?.major ?? coerce(range)?.major.toString();
}
