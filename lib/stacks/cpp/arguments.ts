import { isLoopback } from '../../discovery/bind.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { mainSource } from './app.js';
import type { Program } from './app.js';

/** What a program has to be given to start. */
export interface Arguments {
  readonly words: readonly string[];
  readonly port: number | undefined;
  readonly evidence: Evidence;
}

/** `if (argc != 5)`: without that many words it says how it is used, and ends. */
const demand = /\bargc\s*(?:!=|<)\s*(\d)\b/u;
/** A line of the usage that shows a call: `"    http-server 0.0.0.0 8080 . 1\n"` (boost.org, examples of Beast). */
const shown = /"\s*(?:\.\/)?[\w-]+((?:[ ][\w./:-]+)+)\s*(?:\\n)?"/gu;

/** The call that a program's own usage shows, where it starts with no fewer words. */
export function neededArguments(program: Program): Arguments | undefined {
  const source = mainSource(program);
  const count = Number(demand.exec(source?.code ?? '')?.[1] ?? 0) - 1;
  if (source === undefined || count < 1) return undefined;
  for (const match of source.code.matchAll(shown)) {
    const words = match[1]!.trim().split(/ +/u);
    const port = words.find((word) => /^\d{2,5}$/u.test(word) && Number(word) > 9 && Number(word) < 65_536);
    // a sentence has as many words, and no port
    if (words.length !== count || port === undefined) continue;
    return { words: words.map((word) => (isLoopback(word) ? '0.0.0.0' : word)), port: Number(port), evidence: cite(source.file, source.text, match.index) };
  }
  return undefined;
}
