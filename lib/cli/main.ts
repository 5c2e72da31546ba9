import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitStatus } from '../diagnostics.js';
import { packageRoot } from '../yeoman/package-root.js';
import { commands, flags } from './flags.js';
import type { CommandName } from './flags.js';

const fail = (message: string): number => {
  process.stderr.write(`docker-architect: ${message}\n`);
  return exitStatus.unusable;
};

function help(): string {
  const width = 30;
  const names = Object.entries(commands).map(([name, text]) => `  ${(name === 'app' ? '(none)' : name).padEnd(width)}${text}`);
  const options = Object.entries(flags).map(([name, flag]) => `  ${`--${name}${'value' in flag ? ` ${flag.value}` : ''}`.padEnd(width)}${flag.description}`);
  return ['Usage: docker-architect [command] [flags]', '', 'Commands', ...names, '', 'Flags', ...options, ''].join('\n');
}

const version = (): string => (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

const options = {
  ...Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }])),
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

function parse(argv: readonly string[]): { readonly values: Record<string, unknown>; readonly positionals: readonly string[] } | string {
  try {
    return parseArgs({ args: [...argv], options: options as never, allowPositionals: true, strict: true });
  } catch (error) {
    return error instanceof Error ? error.message.split(/\. To specify|\n/u)[0]! : String(error);
  }
}

async function run(command: CommandName, words: readonly string[], values: Record<string, unknown>): Promise<number> {
  const [{ createEnv }, { registerGenerators, namespaceOf }] = await Promise.all([import('yeoman-environment'), import('../yeoman/register.js')]);
  const env = createEnv({ skipInstall: true } as never);
  registerGenerators(env);
  try {
    await env.run([namespaceOf(command), ...words], values as never);
    return Number(process.exitCode ?? exitStatus.done);
  } catch (error) {
    return explain(error);
  }
}

/** One line for what the person can mend; anything else is a fault of ours, with its stack. */
function explain(error: unknown): number {
  if (error instanceof Error && error.name === 'UserError') {
    for (const line of error.message.split('\n')) process.stderr.write(`docker-architect: ${line}\n`);
    return (error as unknown as { code: number }).code;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    process.stderr.write(`docker-architect: ${error.message}\n`);
    return exitStatus.cancelled;
  }
  process.stderr.write(`docker-architect: this is a fault of the program, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
}

/** A reader that has seen enough (`| head`) ends the program, as it ends any other. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitStatus.done);
  });
}

/** Whether the shell stands in a folder: another program may have removed it. */
function hasFolder(): boolean {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}

/** The command line. Returns the exit status. Help and mistakes are answered before anything is loaded. */
export async function main(argv: readonly string[]): Promise<number> {
  endWithReader();
  if (!hasFolder()) return fail('the folder that you stand in does not exist any more. Change to another one');
  const parsed = parse(argv);
  if (typeof parsed === 'string') return fail(`${parsed}. See --help`);
  const { values, positionals } = parsed;
  if (values['help'] === true) {
    process.stdout.write(help());
    return exitStatus.done;
  }
  if (values['version'] === true) {
    process.stdout.write(`${version()}\n`);
    return exitStatus.done;
  }
  const [command = 'app', ...rest] = positionals;
  if (!Object.hasOwn(commands, command)) return fail(`${command}: unknown command. Commands are ${Object.keys(commands).filter((name) => name !== 'app').join(', ')}`);
  return run(command as CommandName, rest, values);
}
