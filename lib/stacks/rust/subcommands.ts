import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import type { Program } from './app.js';

/** A word on the command line that makes the program do one thing of several. */
export interface Subcommand {
  readonly word: string;
  readonly evidence: Evidence;
}

/** An enumeration from which clap makes subcommands, and its body. */
const enumeration = /#\[derive\([^)]*\b(?:clap::)?(?:Subcommand|Parser)\b[^)]*\)\]\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?enum\s+\w+\s*\{/gu;
const variant = /(?:^|[,{}\]])\s*([A-Z]\w*)\s*(?=[,({}])/gu;
const builder = /\bCommand::new\(\s*"([a-z][\w-]*)"/gu;

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/gu, '$1-$2').toLowerCase();

/** The end of the block that opens at `open`. */
function endOfBlock(code: string, open: number): number {
  let depth = 0;
  for (let index = open; index < code.length; index += 1) {
    if (code[index] === '{') depth += 1;
    if (code[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return code.length;
}

/** Fields of a variant are no variants: what stands in its braces and brackets is blanked. */
function topLevel(body: string): string {
  let depth = 0;
  return [...body].map((character) => {
    if ('({['.includes(character)) depth += 1;
    const kept = depth <= 1 && (depth === 0 || '({['.includes(character));
    if (')}]'.includes(character)) {
      depth -= 1;
      return depth === 0 ? character : ' ';
    }
    return kept || character === '\n' ? character : ' ';
  }).join('');
}

/** Every subcommand that the program's own crate shows. */
export function subcommandsOf({ sources, binary, crate }: Program): readonly Subcommand[] {
  const own = sources.filter(({ file }) => file === binary.file || crate.folder === '.' || file.startsWith(`${crate.folder}/`));
  return own.flatMap((source) => [
    ...[...source.code.matchAll(enumeration)].flatMap((match) => {
      const open = match.index + match[0].length - 1;
      const body = topLevel(source.code.slice(open + 1, endOfBlock(source.code, open)));
      return [...body.matchAll(variant)].map((each) => ({
        word: kebab(each[1]!),
        evidence: cite(source.file, source.text, open + 1 + each.index + each[0].indexOf(each[1]!)),
      }));
    }),
    ...[...source.code.matchAll(builder)].map((match) => ({ word: match[1]!, evidence: cite(source.file, source.text, match.index) })),
  ]);
}

const serving = ['serve', 'server', 'web', 'api', 'http', 'start', 'run'];
const working = /^(?:workers?|consumers?|consume|scheduler|background-?workers?|run-worker|[a-z]+-worker)$/u;

export const servingCommand = (found: readonly Subcommand[]): Subcommand | undefined => serving.map((word) => found.find((each) => each.word === word)).find((each) => each !== undefined);
export const workingCommands = (found: readonly Subcommand[]): readonly Subcommand[] => found.filter(({ word }, index) => working.test(word) && found.findIndex((each) => each.word === word) === index);
export const migrationCommand = (found: readonly Subcommand[]): Subcommand | undefined => found.find(({ word }) => /^(?:migrate|migrations?|run-migrations)$/u.test(word));
