import type { Evidence } from './evidence.js';

/** Longer quotes would flood a terminal; minified files have lines of megabytes. */
const maximumQuote = 120;

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each line of the text that was asked for last starts: one file is cited many times in a row. */
let latest: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function lineStarts(text: string): readonly number[] {
  if (latest.text !== text) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    latest = { text, starts };
  }
  return latest.starts;
}

/** Line and column, both from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The line around an offset as evidence. The quote is text of that line, taken literally. */
export function cite(file: string, text: string, offset: number): Evidence {
  const { line, column } = positionAt(text, offset);
  const start = offset - column + 1;
  const next = lineStarts(text)[line];
  const end = next === undefined ? text.length : next - 1;
  const whole = text.slice(start, end).trim();
  const quote = whole.length <= maximumQuote ? whole : text.slice(offset, Math.min(offset + maximumQuote, end)).trim();
  return { file, line, quote };
}

/** For files whose presence says it all and whose content cannot be read. */
export function citeFile(file: string): Evidence {
  return { file, line: 1, quote: '' };
}
