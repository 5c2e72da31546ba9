import { lineInRange } from '../version-lines.js';
import type { VersionLine } from '../version-lines.js';

/** Release lines of Python with their last day of security fixes (devguide.python.org/versions). */
export const lines = [
  { version: '3.15', ends: '2031-10-31' },
  { version: '3.14', ends: '2030-10-31' },
  { version: '3.13', ends: '2029-10-31' },
  { version: '3.12', ends: '2028-10-31' },
  { version: '3.11', ends: '2027-10-31' },
  { version: '3.10', ends: '2026-10-31' },
  { version: '3.9', ends: '2025-10-31' },
  { version: '3.8', ends: '2024-10-07' },
  { version: '3.7', ends: '2023-06-27' },
  { version: '3.6', ends: '2021-12-23' },
  { version: '2.7', ends: '2020-01-01' },
] as const satisfies readonly VersionLine[];

/** Packages with compiled parts follow a new line of Python months later, so a range gives the newest only where nothing else fits. */
const settled: readonly VersionLine[] = [...lines.slice(1), lines[0]];

/** One clause of PEP 440 or Poetry in npm's syntax; `''` for one that excludes, undefined for what is none. */
function clause(text: string): string | undefined {
  const match = /^(===|==|~=|!=|>=|<=|>|<|\^|~|=)?\s*v?(\d+(?:\.(?:\d+|\*))*|\*)(?:[-.+]?[a-z][\w.+-]*)?$/iu.exec(text.trim());
  if (match === null) return undefined;
  const [, operator = '==', version = ''] = match;
  const parts = version.split('.').slice(0, 3);
  const plain = parts.filter((part) => part !== '*').join('.');
  if (plain === '') return '*';
  if (operator === '!=') return '';
  // ~=3.11 is >=3.11,==3.*; ~=3.11.2 stays in 3.11
  if (operator === '~=') return parts.length >= 3 ? `~${plain}` : `>=${plain} <${Number(parts[0]) + 1}`;
  if (operator === '^' || operator === '~') return `${operator}${plain}`;
  if (operator.startsWith('=')) return version.includes('*') || parts.length < 3 ? `${plain}.x` : `~${parts.slice(0, 2).join('.')}`;
  // a patch as the upper end leaves its line in
  if (operator === '<=') return `<=${parts.length < 3 ? plain : `${parts.slice(0, 2).join('.')}.999`}`;
  if (operator === '>' && parts.length >= 3) return `>=${parts.slice(0, 2).join('.')}`;
  return `${operator}${plain}`;
}

function alternative(text: string): string | undefined {
  const clauses = text.replace(/([<>=!~^]+)\s+/gu, '$1').split(/[,\s]+/u).filter((each) => each !== '').map(clause);
  return clauses.length === 0 || clauses.includes(undefined) ? undefined : clauses.filter((each) => each !== '').join(' ') || '*';
}

/** `>=3.11,<3.13`, `^3.12`, `~=3.14.0`, `3.12.4`, `python-3.12.4`: the line that it means. */
export function resolveVersion(declared: string): string | undefined {
  const text = declared.trim().toLowerCase().replace(/^(?:python|cpython)[-@=\s]*/u, '');
  const exact = /^v?(\d+\.\d+)(?:\.\d+)?(?:[-+.]?[a-z][\w.]*)?$/u.exec(text)?.[1];
  if (exact !== undefined) return exact;
  const ranges = text.split('||').map(alternative);
  if (ranges.includes(undefined)) return undefined;
  return lineInRange(settled, ranges.join(' || '));
}
