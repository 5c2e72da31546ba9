import { commandWords, flags } from '../cli/flags.js';
import { UserError } from '../diagnostics.js';

export type ConflictPolicy = 'ask' | 'yours' | 'new' | 'markers';

/** The flags, checked. */
export interface Options {
  readonly directory: string | undefined;
  readonly from: string | undefined;
  readonly describe: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly check: boolean;
  readonly json: boolean;
  readonly brief: boolean;
  readonly command: string | undefined;
  readonly app: string | undefined;
  readonly port: string | undefined;
  readonly start: string | undefined;
  readonly conflict: ConflictPolicy;
}

const policies = ['yours', 'new', 'markers'] as const;

function refuse(message: string, help: string): never {
  throw new UserError({ code: 'flag-invalid', severity: 'error', message, help });
}

/** Reads what a parser made of a flag that takes a text; parsers hand over lists for repeated flags and `true` for missing values. */
function text(raw: Record<string, unknown>, name: string): string | undefined {
  const value = raw[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') refuse(`--${name} needs one value`, `Write --${name} VALUE, once`);
  return value;
}

/** Checks the flags as either door hands them over. */
export function parseOptions(raw: Record<string, unknown>): Options {
  const conflict = text(raw, 'conflict');
  if (conflict !== undefined && !policies.some((policy) => policy === conflict)) {
    refuse(`--conflict ${conflict}: unknown choice`, `Choose one of ${policies.join(', ')}`);
  }
  const locale = text(raw, 'locale');
  if (locale !== undefined && locale !== 'en') refuse(`--locale ${locale}: not available`, 'Choose en');
  const is = (name: string): boolean => raw[name] === true || raw[name] === 'true';
  return {
    directory: text(raw, 'directory'),
    from: text(raw, 'from'),
    describe: text(raw, 'describe'),
    yes: is('yes'),
    dryRun: is('dry-run') || is('dryRun'),
    check: is('check'),
    json: is('json'),
    brief: is('brief'),
    command: text(raw, 'command'),
    app: text(raw, 'app'),
    port: text(raw, 'port'),
    start: text(raw, 'start'),
    conflict: is('force') ? 'new' : ((conflict as ConflictPolicy | undefined) ?? 'ask'),
  };
}

/** Put among the options by the host and by `yo`. */
const hostOptions: ReadonlySet<string> = new Set([
  'env', 'namespace', 'resolved', 'help', 'destinationRoot', 'skipInstall', 'skip-install', 'skipCache', 'skip-cache', 'skipLocalCache', 'skip-local-cache',
  'forceInstall', 'force-install', 'askAnswered', 'ask-answered', 'sharedData', 'sharedFs', 'skipParseOptions', 'initialGenerator', 'insight', 'version', 'debug',
  'dryRun', 'ignoreWhitespace', 'ignore-whitespace', 'bail', 'skipYoResolve', 'skip-yo-resolve', 'generators', 'h', 'f', 'localConfigOnly', 'local-config-only', 'forwardErrorToEnvironment',
]);

/** `yo` hands on whatever it is given: a flag that is not ours is a typing error, and so is a word that no command takes. */
export function checkFlags(raw: Record<string, unknown>, words: readonly unknown[], command: string): void {
  const unknown = Object.keys(raw).find((name) => !(name in flags) && !hostOptions.has(name) && !name.startsWith('_'));
  if (unknown !== undefined) refuse(`--${unknown}: unknown flag`, 'See --help');
  const expected = commandWords[command];
  if (expected !== undefined && words.length === 0) refuse(`${command} needs a word: ${expected}`, `Write ${command} NAME`);
  const extra = words[expected === undefined ? 0 : 1];
  if (extra !== undefined) refuse(`${String(extra)}: unexpected word`, 'See --help');
}
