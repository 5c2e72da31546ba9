import { basename } from 'node:path';
import Generator from 'yeoman-generator';
import type { BaseOptions } from 'yeoman-generator';
import { flags } from '../cli/flags.js';
import type { Question } from '../brief/questions.js';
import { exitStatus, UserError } from '../diagnostics.js';
import { en } from '../messages/en.js';
import type { Architecture } from '../design/architecture.js';
import type { Description } from '../discovery/description/types.js';
import { diskRepository } from '../discovery/disk-repository.js';
import { readManifest } from '../discovery/manifest.js';
import type { OutputFile } from '../render/output-file.js';
import { commit } from './commit.js';
import { checkFlags, parseOptions } from './options.js';
import type { Options } from './options.js';
import { projectFolder, ProjectFiles } from './project-folder.js';
import { propose, scanned } from './proposal.js';
import type { Proposal } from './proposal.js';
import { openSession, today } from './session.js';
import type { Amend, Session } from './session.js';

type RawOptions = BaseOptions & Record<string, unknown>;

/** One session for each environment of the host: composed generators share it, a generator that runs alone opens its own. */
const sessions = new WeakMap<object, Promise<Session>>();

/** Signals that already have their listener: composed generators share one adapter. */
const translated = new WeakSet<AbortSignal>();

const isPromptExit = (error: unknown): boolean => error instanceof Error && error.name === 'ExitPromptError';

/**
 * Checks what the host hands over before the host itself works with it: it makes missing folders, and fails on a broken
 * `.yo-rc.json` or an unreadable home folder with sentences of its own.
 */
function prepare(options: RawOptions, args: readonly unknown[]): RawOptions {
  if (options.help === true) return options;
  const { directory } = parseOptions(options);
  checkFlags(options, args, String(options['namespace']).split(':').at(-1) ?? '');
  const { env } = options as { env?: { cwd: string } };
  const root = projectFolder(directory ?? options.destinationRoot ?? env?.cwd ?? '.', false);
  checkAnswersFile(root);
  return { ...options, destinationRoot: root, localConfigOnly: true };
}

/** The host keeps answers in this file and rewrites it: one that it cannot read must not be lost. */
function checkAnswersFile(root: string): void {
  const files = new ProjectFiles(root);
  if (files.read('.yo-rc.json') === undefined) return;
  const { problems } = readManifest(files, '.yo-rc.json');
  if (problems.length > 0) throw new UserError(problems);
}

/** The bridge to the host. Concrete generators hold tasks only, because the host runs every method of theirs. */
export abstract class ArchitectGenerator extends Generator<Record<string, unknown>, RawOptions> {
  readonly flags: Options;
  /** The generator that the person called, not one that it composed. */
  #isRoot = false;

  constructor(args: string[], options: RawOptions) {
    super(args, prepare(options, args), { unique: 'namespace' });
    for (const [name, { type, description }] of Object.entries(flags)) {
      this.option(name, { type: type === 'string' ? String : Boolean, description, ...(type === 'boolean' ? { default: false } : {}) });
    }
    this.flags = parseOptions(options.help === true ? {} : options);
    this.#translateCancel();
  }

  /** On Ctrl-C the adapter ends the run with its own error, before a task of ours sees it: `yo` prints its message and takes its code. */
  #translateCancel(): void {
    const { signal } = this.env.adapter as { signal?: AbortSignal };
    if (signal === undefined || translated.has(signal)) return;
    translated.add(signal);
    signal.addEventListener('abort', () => {
      if (isPromptExit(signal.reason)) Object.assign(signal.reason as Error, { message: en.cancelled, code: exitStatus.cancelled });
    }, { once: true });
  }

  #readsOnly(): boolean {
    return this.flags.dryRun || this.flags.check;
  }

  /** The key in `.yo-rc.json`, wherever the code is loaded from. */
  override rootGeneratorName(): string {
    return 'generator-docker-architect';
  }

  /** The host would parse the user's package.json here, and fail on a broken one with a sentence of its own. */
  override determineAppname(): string {
    return basename(this.destinationRoot());
  }

  override async queueTasks(): Promise<void> {
    if ((this.env as unknown as { findFeature: (name: string) => unknown[] }).findFeature('customCommitTask').length === 0) {
      this.#isRoot = true;
      this.setFeatures({ customCommitTask: async () => this.commitAll(), customInstallTask: true } as never);
    }
    await super.queueTasks();
  }

  /** A message for a person instead of the host's "An error occured while running". */
  override async executeTask(task: never, args?: never, status?: never): Promise<void> {
    let failure: UserError | undefined;
    const { method, ...rest } = task as { method: (this: unknown, ...parameters: unknown[]) => unknown };
    const quiet = {
      ...rest,
      async method(this: unknown, ...parameters: unknown[]): Promise<unknown> {
        try {
          return await method.apply(this, parameters);
        } catch (error) {
          failure = asUserError(error);
          return undefined;
        }
      },
    };
    await super.executeTask(quiet as never, args, status);
    if (failure !== undefined) throw failure;
  }

  /** Whether somebody can answer. */
  get interactive(): boolean {
    return process.stdin.isTTY && process.stdout.isTTY;
  }

  /** One question for a line of text. */
  async askText(message: string, validate: (text: string) => true | string): Promise<string> {
    const { line } = await this.prompt<{ line: string }>([{ type: 'input', name: 'line', message, validate } as never]);
    return line;
  }

  /** One question with a key for each choice; Enter takes the first. */
  async choose(message: string, choices: readonly { readonly key: string; readonly name: string; readonly value: string }[]): Promise<string> {
    const { choice } = await this.prompt<{ choice: string }>([{ type: 'expand', name: 'choice', message, choices: [...choices], default: choices[0]?.key } as never]);
    return choice;
  }

  /**
   * The answers and the architecture, asked and designed once however many generators run.
   * With `amend` the saved answers are changed instead of asked again.
   */
  protected session(amend?: Amend): Promise<Session> {
    const known = sessions.get(this.env);
    if (known !== undefined) return known;
    const opened = openSession({
      amend,
      options: this.flags,
      root: projectFolder(this.destinationRoot(), !this.#readsOnly()),
      saved: () => this.config.get('brief'),
      save: (brief) => {
        // through JSON: the host compares and stores plain data
        const plain: unknown = JSON.parse(JSON.stringify(brief));
        if (JSON.stringify(this.config.get('brief')) !== JSON.stringify(plain)) this.config.set('brief', plain);
      },
      ask: async <T>(list: readonly Question[]) => (await this.prompt(list as never)) as T,
      say: (line) => {
        this.log(line);
      },
      place: ({ path, content }) => {
        this.fs.write(this.destinationPath(path), content);
      },
      interactive: this.interactive,
      today,
    });
    sessions.set(this.env, opened);
    return opened;
  }

  /** What the project shows, and what is proposed for it. Throws a UserError for a manifest that cannot be read. */
  protected proposal(description?: Description): Proposal {
    const repository = diskRepository(projectFolder(this.destinationRoot(), false));
    const seen = scanned(repository);
    const broken = seen.problems.filter(({ severity }) => severity === 'error');
    if (broken.length > 0) throw new UserError(broken);
    return propose(repository, seen, description, this.flags);
  }

  /** Hands the files of an architecture to the host's in-memory file system. */
  protected async put(render: (architecture: Architecture) => readonly OutputFile[]): Promise<void> {
    const { architecture, files } = await this.session();
    for (const file of render(architecture)) {
      if (files.has(file.path)) throw new Error(`two generators write ${file.path}`);
      files.set(file.path, file);
      this.fs.write(this.destinationPath(file.path), file.content);
    }
  }

  private async commitAll(): Promise<void> {
    // a command that only reads opens no session
    const session = await sessions.get(this.env);
    if (!this.#isRoot || session === undefined) return;
    try {
      await commit(this, session);
    } catch (error) {
      throw asUserError(error);
    }
  }
}

/** What the person reads; anything unforeseen is a fault of ours and keeps its stack. */
function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  if (isPromptExit(error)) return new UserError({ code: 'cancelled', severity: 'error', message: en.cancelled }, exitStatus.cancelled);
  throw error;
}
