import { parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Diagnostic } from '../diagnostics.js';
import { unreadable } from './manifest.js';

/** In characters. The parser takes time with the square of what is nested, and nobody writes so much in one manifest. */
const maximumSize = 64 * 1024;
const maximumBrackets = 200;
/** Lists in lists on one line: enough of them end the whole process, because the parser makes a pattern as long as they are. */
const nestedLists = /(?:[-?][ \t]+){10}/u;
const help = 'Correct the file and run again';

/** A manifest in YAML. One that cannot be read is a problem that names the place. */
export function parseYaml(file: string, text: string | undefined): { readonly document?: Document; readonly problems: readonly Diagnostic[] } {
  if (text === undefined) return { problems: [unreadable(file, '1:1', 'this is not a readable text file', 'Make it a YAML file in UTF-8 that you may read')] };
  if (text.length > maximumSize || (text.match(/[{[]/gu) ?? []).length > maximumBrackets || nestedLists.test(text)) return { problems: [unreadable(file, '1:1', 'this is too much for a manifest', help)] };
  const document = parseDocument(text, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error === undefined) return { document, problems: [] };
  const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
  return { problems: [unreadable(file, `${line}:${col}`, `this is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/u, '')}`, help)] };
}
