import type { VersionLine } from '../version-lines.js';

/** Fixes for the compiler of Debian 13 (wiki.debian.org/DebianReleases), which knows every standard. */
const ends = '2028-08-09';

/** Standards of C++ and C that GCC 14 compiles, the newest first (gcc.gnu.org/projects/cxx-status.html). */
export const lines = [
  { version: '26', ends },
  { version: '23', ends, name: '2b' },
  { version: '20', ends, name: '2a' },
  { version: '17', ends, name: '1z' },
  { version: '14', ends, name: '1y' },
  { version: '11', ends, name: '0x' },
  { version: '03', ends },
  { version: '99', ends },
  { version: '98', ends },
  { version: '90', ends },
] as const satisfies readonly VersionLine[];

/** What GCC 14 takes where nobody names a standard, for C and for C++ (gcc.gnu.org/onlinedocs/gcc-14.2.0, "Standards"). */
export const defaultVersion = '17';

/** The newest CMake that the image has without another source: that of Debian 13. */
export const debianCmake = '3.31';

/** `20`, `c++20`, `gnu++20`, `2a`. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().toLowerCase().replace(/^(?:gnu|c)(?:\+\+)?(?=\d)/u, '');
  if (text === '2c') return '26';
  return lines.find((line) => line.version === text || ('name' in line && line.name === text))?.version;
}
