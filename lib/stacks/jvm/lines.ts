import type { VersionLine } from '../version-lines.js';

/** Long-term releases of Java with the end of Eclipse Temurin's updates. */
export const lines = [
  { version: '25', ends: '2031-09-30' },
  { version: '21', ends: '2029-12-31' },
  { version: '17', ends: '2027-10-31' },
  { version: '11', ends: '2027-10-31' },
  { version: '8', ends: '2030-12-31' },
] as const satisfies readonly VersionLine[];

/** The number of a Java release, however it is written: `1.8`, `17`, `VERSION_21`, `21.0.2-tem`, `temurin-21.0.2+13`. */
export function javaRelease(declared: string): number | undefined {
  const match = /(?<![\d.])(?:1\.)?(\d{1,2})(?!\d)/u.exec(declared.trim());
  return match === null ? undefined : Number(match[1]);
}

/**
 * A declared level is the version that is used. One between two long-term releases ended half a year after it came and its images
 * are not rebuilt: the next long-term release compiles and runs it.
 */
export function resolveVersion(declared: string): string | undefined {
  if (/^(?:latest|lts)$/iu.test(declared.trim())) return lines[0].version;
  const release = javaRelease(declared);
  if (release === undefined || release < 1) return undefined;
  return lines.findLast(({ version }) => Number(version) >= release)?.version ?? String(release);
}
