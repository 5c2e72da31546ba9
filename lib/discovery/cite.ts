import type { Evidence } from './evidence.js';

/** Longer quotes would flood a terminal; minified files have lines of megabytes. */
const maximumQuote = 120;

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column, both from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The line around an offset as evidence. The quote is text of that line, taken literally. */
export function cite(file: string, text: string, offset: number): Evidence {
  const { line } = positionAt(text, offset);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const whole = text.slice(start, end === -1 ? text.length : end).trim();
  const quote = whole.length <= maximumQuote ? whole : text.slice(offset, Math.min(offset + maximumQuote, end === -1 ? text.length : end)).trim();
  return { file, line, quote };
}

/** For files whose presence says it all and whose content cannot be read. */
export function citeFile(file: string): Evidence {
  return { file, line: 1, quote: '' };
}
