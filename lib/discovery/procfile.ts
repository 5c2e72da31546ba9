import { argvOf, plainCommand } from '../text/shell-words.js';
import { cite } from './cite.js';
import type { Fact } from './evidence.js';
import type { Argv } from './findings.js';
import { joinPath } from './repository.js';
import type { Repository } from './repository.js';

/** A line of a Procfile: `worker: celery -A shop worker`. */
export interface ProcfileProcess {
  /** `web`, `release`, `worker`, `clock` or a name of the project's own. */
  readonly name: string;
  /** The command as it stands there. */
  readonly line: string;
  readonly command: Fact<Argv>;
}

/** The command of a line that a shell would run. Variables need one; the program then takes the shell's place, so that signals reach it. */
export function commandLine(line: string): Argv {
  const plain = plainCommand(line);
  if (plain !== undefined && plain.words.length > 0) return argvOf(plain);
  return ['sh', '-c', /[;&|\n]|^(?:\w+=|cd\b|exec\b)/u.test(line) ? withLastInPlace(line) : `exec ${line}`];
}

/** What follows the last step of a line of several takes the shell's place too: signals reach a server only so. */
function withLastInPlace(line: string): string {
  const match = /^([^]*(?:&&|;)\s*)([^;&|()<>"'`\n]+)$/u.exec(line);
  const last = match?.[2] ?? '';
  return match === null || last.trim() === '' || /^(?:\w+=|cd\b|exec\b|export\b|if\b|then\b|fi\b|else\b|do\b|done\b|while\b|for\b|\{|\})/u.test(last) ? line : `${match[1]!}exec ${last}`;
}

/** The processes that the Procfile in a folder declares, in its order. */
export function procfileProcesses(repository: Repository, folder: string): readonly ProcfileProcess[] {
  const file = joinPath(folder, 'Procfile');
  const text = repository.read(file) ?? '';
  return [...text.matchAll(/^([\w-]+):[ \t]*(\S.*)$/gmu)].map((match) => {
    const line = match[2]!.trim();
    return { name: match[1]!, line, command: { value: commandLine(line), confidence: 'certain', evidence: [cite(file, text, match.index)] } };
  });
}
