import type { VersionLine } from '../version-lines.js';

/** The release line of the web server, which stands for the version of pages that nothing makes. A stable line of nginx lives until the next one. */
export const lines = [{ version: '1.30' }] as const satisfies readonly VersionLine[];

export const webServerVersion = lines[0].version;

/** What makes a site is taken in exactly the version that is declared: a site may break with any other. */
export function resolveVersion(declared: string): string | undefined {
  const [, numbers] = /^\s*v?(\d{1,4}\.\d{1,4}(?:\.\d{1,4})?)\s*$/u.exec(declared) ?? [];
  return numbers === undefined ? undefined : numbers.split('.').length === 2 ? `${numbers}.0` : numbers;
}
