import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

interface ElixirLine extends VersionLine {
  /** The newest release of Erlang/OTP that the line runs on and that has an image (erlef/docker-elixir). */
  readonly otp: string;
}

/**
 * A line gets security fixes until the fifth line after it, which comes on a day that nobody says before (hexdocs.pm/elixir,
 * compatibility and deprecations).
 */
export const lines = [
  { version: '1.20', otp: '28' },
  { version: '1.19', otp: '28' },
  { version: '1.18', otp: '27' },
  { version: '1.17', otp: '27' },
  { version: '1.16', otp: '26' },
  { version: '1.15', ends: '2026-06-03', otp: '26' },
  { version: '1.14', ends: '2025-10-16', otp: '25' },
  { version: '1.13', ends: '2024-12-19', otp: '25' },
] as const satisfies readonly ElixirLine[];

/** `~> 1.19` means the newest 1.x from 1.19 on, `~> 1.19.2` the line 1.19, `1.19.5-otp-28` and `v1.19` the line 1.19. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().replace(/^v(?=\d)/u, '').replaceAll(/\s+and\s+/gu, ' ').replaceAll(/\s+or\s+/gu, ' || ').replaceAll('==', '=');
  const short = /^~>\s*(\d+)\.(\d+)$/u.exec(text);
  if (short !== null) return lineInRange(lines, `>=${short[1]}.${short[2]}.0 <${Number(short[1]) + 1}.0.0`);
  const long = /^~>\s*(\d+\.\d+)\.\d+/u.exec(text);
  return lineInRange(lines, long === null ? text : `${long[1]}.x`);
}

export function otpOf(version: string): string {
  return lines.find((line) => version === line.version || version.startsWith(`${line.version}.`))?.otp ?? lines[0].otp;
}
