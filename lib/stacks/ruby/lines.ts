import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Release lines of Ruby with the end of their security fixes (endoflife.date). */
export const lines = [
  { version: '4.0', ends: '2029-03-31' },
  { version: '3.4', ends: '2028-03-31' },
  { version: '3.3', ends: '2027-03-31' },
  { version: '3.2', ends: '2026-03-31' },
  { version: '3.1', ends: '2025-03-26' },
  { version: '3.0', ends: '2024-04-23' },
  { version: '2.7', ends: '2023-03-31' },
  { version: '2.6', ends: '2022-04-12' },
] as const satisfies readonly VersionLine[];

/** RubyGems' requirements in npm's syntax: `~> 3.3` allows the next minor version, `~> 3.3.0` does not. */
function asRange(declared: string): string {
  return declared
    .replace(/^ruby-(?=\d)/u, '')
    .replace(/(?<=\d)(?:p\d+|-p\d+)$/u, '')
    .replace(/~>\s*(\d+\.\d+\.\d+)/gu, '~$1')
    .replace(/~>\s*/gu, '^')
    .replace(/(?<![<>!])=\s*(?=\d)/gu, '')
    .replaceAll(',', ' ')
    .trim();
}

/**
 * `~> 3.3` gives the newest supported line in it, `3.4` gives `3.4`. An exact release is kept: where the Gemfile names it too,
 * Bundler refuses any other.
 */
export function resolveVersion(declared: string): string | undefined {
  const range = asRange(declared);
  if (range === '') return undefined;
  if (/^\d+\.\d+\.\d+$/u.test(range)) return range;
  return lineInRange(lines, /^\d+$/u.test(range) ? `^${range}` : range);
}

/** The first release of each line whose image exists for a Debian release. */
const first: readonly { readonly suite: string; readonly patches: Readonly<Record<string, number>> }[] = [
  { suite: 'trixie', patches: { '4.0': 0, '3.4': 5, '3.3': 9, '3.2': 9 } },
  { suite: 'bookworm', patches: { '3.4': 0, '3.3': 0, '3.2': 2, '3.1': 4, '3.0': 6 } },
];

/** The newest Debian release that the image of a version exists for. */
export function suiteOf(version: string): string {
  const [major = '0', minor = '0', patch] = version.split('.');
  const line = `${major}.${minor}`;
  const isNewer = Number(major) >= 4;
  const found = first.find(({ patches }) => {
    const least = patches[line];
    return least === undefined ? false : patch === undefined || Number(patch) >= least;
  });
  return found?.suite ?? (isNewer ? 'trixie' : 'bullseye');
}
