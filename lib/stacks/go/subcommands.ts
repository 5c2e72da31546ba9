import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { importsOf } from './packages.js';
import type { Program } from './app.js';

/** A word on the command line that makes the program do one thing of several. */
export interface Subcommand {
  readonly word: string;
  readonly evidence: Evidence;
  /** The file that declares it. */
  readonly file: string;
}

const libraries = /^github\.com\/(?:spf13\/cobra|urfave\/cli|alecthomas\/kong|mitchellh\/cli)(?:\/|$)/u;
/** cobra: `Use: "serve [flags]"`; urfave/cli: `Name: "serve"`. */
const declared = /\b(?:Use|Name):\s*"([a-z][\w-]*)(?:\s[^"]*)?"/gu;
/** A program without a library compares its arguments itself. */
const compared = /(?:==\s*|\bcase\s+)"([a-z][a-z-]*)"/gu;

/** Every subcommand that a program shows. */
export function subcommandsOf({ sources, main }: Program): readonly Subcommand[] {
  return sources.flatMap((source) => {
    const byLibrary = importsOf(source).some((path) => libraries.test(path));
    const byHand = !byLibrary && main.sources.includes(source) && /\bos\.Args\b|\bflag\.Args?\(/u.test(source.code);
    const pattern = byLibrary ? declared : byHand ? compared : undefined;
    if (pattern === undefined) return [];
    return [...source.code.matchAll(pattern)].map((match) => ({ word: match[1]!, file: source.file, evidence: cite(source.file, source.text, match.index) }));
  });
}

/** Whether a library parses the command line, so that the program does nothing without a subcommand. */
export function hasCommandLibrary({ sources }: Program): boolean {
  return sources.some((source) => importsOf(source).some((path) => libraries.test(path)));
}

const serving = ['serve', 'server', 'web', 'api', 'http', 'start', 'run', 'up'];
const working = /^(?:workers?|consumers?|consume|scheduler|cron|queue|jobs?|background(?:-?workers?)?|[a-z]+-(?:worker|consumer))$/u;

export function servingCommand(found: readonly Subcommand[]): Subcommand | undefined {
  return serving.map((word) => found.find((each) => each.word === word)).find((each) => each !== undefined);
}

export function workingCommands(found: readonly Subcommand[]): readonly Subcommand[] {
  return found.filter(({ word }, index) => working.test(word) && found.findIndex((each) => each.word === word) === index);
}

/** The arguments of the migration: `migrate`, and `up` where that is one of its own subcommands. */
export function migration(found: readonly Subcommand[]): { readonly args: readonly string[]; readonly evidence: Evidence } | undefined {
  const migrate = found.find(({ word }) => /^(?:migrate|db-migrate|migrations?|migrate-up)$/u.test(word));
  if (migrate === undefined) return undefined;
  const beside = new Set(found.filter(({ file }) => file === migrate.file).map(({ word }) => word));
  if (beside.has('up')) return { args: [migrate.word, 'up'], evidence: migrate.evidence };
  // with others such as `create` or `down` beside it, nothing says what it does alone
  return beside.has('down') ? undefined : { args: [migrate.word], evidence: migrate.evidence };
}
