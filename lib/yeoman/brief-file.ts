import { readFileSync } from 'node:fs';
import { parseBrief } from '../brief/schema.js';
import type { Brief } from '../brief/brief.js';
import { UserError } from '../diagnostics.js';

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new UserError({ code: 'brief-unreadable', severity: 'error', message: `${file}: this brief cannot be read`, help: 'Name a YAML or JSON file with --from, or - for standard input' });
  }
}

/** The brief in a YAML or JSON file. Throws a UserError with the line of a syntax error, or every problem with its path. */
export async function readBrief(file: string): Promise<Brief> {
  const text = readText(file);
  const source = file === '-' ? 'standard input' : file;
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UserError({ code: 'brief-syntax', severity: 'error', message: `${source}:${line}:${col}: ${error.message}`, help: 'Mend the YAML and run again' });
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new UserError({ code: 'brief-syntax', severity: 'error', message: `${source}: too many aliases`, help: 'Write the values out' });
  }
  return parseBrief(data, source);
}
