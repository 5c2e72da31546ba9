import { join } from 'node:path';
import { YeomanTest } from 'yeoman-test';
import AppGenerator from '../../generators/app/index.js';
import ApplicationGenerator from '../../generators/application/index.js';
import CiGenerator from '../../generators/ci/index.js';
import ComposeGenerator from '../../generators/compose/index.js';
import DiscoverGenerator from '../../generators/discover/index.js';
import DocsGenerator from '../../generators/docs/index.js';
import NginxGenerator from '../../generators/nginx/index.js';
import WorkersGenerator from '../../generators/workers/index.js';
import { packageFolder } from './folders.js';

export const generators = {
  app: AppGenerator,
  discover: DiscoverGenerator,
  application: ApplicationGenerator,
  nginx: NginxGenerator,
  workers: WorkersGenerator,
  compose: ComposeGenerator,
  ci: CiGenerator,
  docs: DocsGenerator,
} as const;

export type Command = keyof typeof generators;

export interface Run {
  /** What the process would end with. */
  readonly status: number;
  /** Names of the questions that were asked. */
  readonly asked: readonly string[];
  readonly stdout: string;
  readonly messages: string;
}

export interface RunOptions {
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Whether somebody sits at a terminal. */
  readonly terminal?: boolean;
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** What a run prints on standard output, without letting it through. */
async function captured(action: () => Promise<void>): Promise<string> {
  const texts: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: string | Uint8Array) => {
    texts.push(String(text));
    return true;
  }) as typeof write;
  try {
    await action();
  } finally {
    process.stdout.write = write;
  }
  return texts.join('');
}

/** Runs a generator in a folder on disk, as `yo` and the command line do: without force, and nobody at a terminal unless told so. */
export async function run(command: Command, folder: string, { answers = {}, terminal = false, flags = {} }: RunOptions = {}): Promise<Run> {
  const before = { status: process.exitCode, stdin: process.stdin.isTTY, stdout: process.stdout.isTTY };
  const working = process.cwd();
  process.exitCode = 0;
  let asked: readonly string[] = [];
  const messages: string[] = [];
  try {
    const stdout = await captured(async () => {
      process.stdin.isTTY = terminal;
      process.stdout.isTTY = terminal;
      const context = new YeomanTest().run(
        generators[command] as never,
        { namespace: `docker-architect:${command}`, resolved: join(packageFolder, 'generators', command, 'index.ts'), cwd: folder, autoCleanup: false } as never,
        { force: false, skipInstall: true } as never,
      );
      context.onEnvironment((env) => {
        const adapter = env.adapter as unknown as { log: object };
        adapter.log = Object.assign((text = '') => { messages.push(String(text)); }, adapter.log);
      });
      const result = await context.withOptions({ force: false, ...flags } as never).withAnswers(answers as never, { throwOnMissingAnswer: false });
      asked = result.askedQuestions.map(({ name }) => name);
    });
    return { status: Number(process.exitCode ?? 0), asked, stdout, messages: messages.join('\n') };
  } finally {
    process.chdir(working);
    process.exitCode = before.status;
    process.stdin.isTTY = before.stdin;
    process.stdout.isTTY = before.stdout;
  }
}
