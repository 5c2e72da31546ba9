/** A slash after one of these starts a regular expression, not a division. */
const beforePattern = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|await|yield))\s*$/u;
const patternLiteral = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//uy;

/** The end of a quoted text that starts at `start`. Texts in plain quotes end with their line, so that a stray quote spoils one line only. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start]!;
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\\') index += 1;
    else if (character === quote || (character === '\n' && quote !== '`')) return index + 1;
  }
  return text.length;
}

function endOfPattern(text: string, start: number): number | undefined {
  if (!beforePattern.test(text.slice(Math.max(0, start - 40), start))) return undefined;
  patternLiteral.lastIndex = start;
  return patternLiteral.test(text) ? patternLiteral.lastIndex : undefined;
}

function endOfComment(text: string, start: number): number | undefined {
  const line = text.startsWith('//', start);
  if (!line && !text.startsWith('/*', start)) return undefined;
  const end = line ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
  if (end === -1) return text.length;
  return line ? end : end + 2;
}

/** The same text with its comments blanked, every other character in its place. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let index = 0; index < text.length;) {
    const character = text[index]!;
    if (character === '"' || character === "'" || character === '`') index = endOfQuoted(text, index);
    else if (character === '/') {
      const end = endOfComment(text, index);
      if (end === undefined) {
        index = endOfPattern(text, index) ?? index + 1;
        continue;
      }
      parts.push(text.slice(kept, index), text.slice(index, end).replace(/[^\n]/gu, ' '));
      kept = end;
      index = end;
    } else index += 1;
  }
  return parts.join('') + text.slice(kept);
}

/** Arguments end here at the latest: what matters of a call stands at its beginning. In characters. */
const maximumCall = 4000;

/** The arguments of a call whose opening bracket stands at `open`, split at the commas of its own level. */
export function callArguments(code: string, open: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = open + 1;
  const limit = Math.min(code.length, open + maximumCall);
  for (let index = open; index < limit; index += 1) {
    const character = code[index]!;
    if (character === '"' || character === "'" || character === '`') {
      index = endOfQuoted(code, index) - 1;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth === 0 || (depth === 1 && character === ',')) {
      found.push(code.slice(start, index).trim());
      start = index + 1;
    }
    if (depth === 0) break;
  }
  if (depth > 0) found.push(code.slice(start, limit).trim());
  return found.filter((argument) => argument !== '');
}

/** Where the call whose opening bracket stands at `open` has ended, or undefined where it is longer than anybody reads. */
export function callEnd(code: string, open: number): number | undefined {
  let depth = 0;
  const limit = Math.min(code.length, open + maximumCall);
  for (let index = open; index < limit; index += 1) {
    const character = code[index]!;
    if (character === '"' || character === "'" || character === '`') index = endOfQuoted(code, index) - 1;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** The text that a quoted literal stands for, or undefined for any other expression. */
export function literal(expression: string): string | undefined {
  return /^(['"`])([^'"`$\\]*)\1$/u.exec(expression.trim())?.[2];
}

/** The literal that an expression is, follows as a constant of the same file, or falls back to. */
export function constant(code: string, expression: string): string | undefined {
  const direct = literal(expression) ?? /(?:\|\||\?\?)\s*(['"])([^'"]*)\1\s*$/u.exec(expression)?.[2];
  if (direct !== undefined || !/^[A-Za-z_$][\w$]*$/u.test(expression.trim())) return direct;
  const name = expression.trim().replaceAll('$', String.raw`\$`);
  const value = new RegExp(String.raw`\b(?:const|let|var)\s+${name}\s*(?::\s*\w+\s*)?=\s*([^;\n]+)`, 'u').exec(code)?.[1];
  return value === undefined ? undefined : (literal(value) ?? /(?:\|\||\?\?)\s*(['"])([^'"]*)\1\s*$/u.exec(value)?.[2]);
}
