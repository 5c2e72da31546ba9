import type { VersionLine } from '../version-lines.js';

/** Release lines of .NET (dotnet/core release policy). */
export const lines = [
  { version: '10.0', ends: '2028-11-14' },
  { version: '9.0', ends: '2026-11-10' },
  { version: '8.0', ends: '2026-11-10' },
  { version: '7.0', ends: '2024-05-14' },
  { version: '6.0', ends: '2024-11-12' },
  { version: '5.0', ends: '2022-05-10' },
  { version: '3.1', ends: '2022-12-13' },
] as const satisfies readonly VersionLine[];

/** `net8.0` and `8.0.404` give `8.0`, `netcoreapp3.1` gives `3.1`: a program is built for one line and kept on it. */
export function resolveVersion(declared: string): string | undefined {
  const match = /^(?:net|netcoreapp)?(\d{1,2})(?:\.(\d+))?(?:\.[\w.-]+)?$/u.exec(declared.trim());
  return match === null ? undefined : `${match[1]}.${match[2] ?? '0'}`;
}
