import { addWorker, appNamed } from '../brief/add-worker.js';
import type { AppBrief } from '../brief/brief.js';
import { UserError } from '../diagnostics.js';
import { commandLine } from '../discovery/procfile.js';
import type { Repository } from '../discovery/repository.js';
import { en } from '../messages/en.js';
import { stackById } from '../stacks/registry.js';
import type { ProcessCommands } from '../stacks/stack.js';
import { plainCommand } from '../text/shell-words.js';
import type { ArchitectGenerator } from './base-generator.js';
import type { Amend } from './session.js';

async function processOf(generator: ArchitectGenerator, repository: Repository, app: AppBrief, name: string): Promise<ProcessCommands> {
  const { command, yes } = generator.flags;
  const stack = stackById(app.stack);
  const both = (line: string): ProcessCommands => ({ command: commandLine(line), development: stack.watched(repository, app, commandLine(line)) });
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
    const app = appNamed(brief, generator.flags.app);
    const { command, development } = await processOf(generator, repository, app, name);
    return addWorker(brief, app, { name, command, development });
  };
}
