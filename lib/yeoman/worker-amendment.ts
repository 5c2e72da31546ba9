import { addWorker, appOfWorker } from '../brief/add-worker.js';
import type { AppBrief } from '../brief/brief.js';
import { UserError } from '../diagnostics.js';
import type { Repository } from '../discovery/repository.js';
import { en } from '../messages/en.js';
import { stackById } from '../stacks/registry.js';
import type { ProcessCommands } from '../stacks/stack.js';
import { argvOf, plainCommand } from '../text/shell-words.js';
import type { ArchitectGenerator } from './base-generator.js';
import type { Amend } from './session.js';

/** A command line as words; one that needs a shell gets one. */
function wordsOf(line: string): readonly string[] {
  const plain = plainCommand(line);
  return plain === undefined ? ['sh', '-c', line] : argvOf(plain);
}

async function processOf(generator: ArchitectGenerator, repository: Repository, app: AppBrief, name: string): Promise<ProcessCommands> {
  const { command, yes } = generator.flags;
  const stack = stackById(app.stack);
  const both = (line: string): ProcessCommands => ({ command: wordsOf(line), development: stack.watched(repository, app, wordsOf(line)) });
  if (command !== undefined) return both(command);
  const found = stack.findProcess(repository, app, name);
  if (found !== undefined) return found;
  if (!generator.interactive || yes) {
    throw new UserError({ code: 'no-command', severity: 'error', message: en.worker.unknown(name), help: 'Say what it runs with --command "..."' });
  }
  const line = await generator.askText(en.worker.command(name), (text) => plainCommand(text) !== undefined || en.worker.command_invalid);
  return both(line);
}

/** Adds a worker to saved answers: what it runs is said, found by its name, or asked. */
export function workerAmendment(generator: ArchitectGenerator, name: string): Amend {
  return async (brief, repository) => {
    const app = appOfWorker(brief, generator.flags.app);
    const { command, development } = await processOf(generator, repository, app, name);
    return addWorker(brief, app, { name, command, development });
  };
}
