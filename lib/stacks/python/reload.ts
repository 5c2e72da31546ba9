import type { Argv } from '../../discovery/findings.js';
import { reloader } from '../dockerfile.js';

/** Servers and programs that look at their source themselves, where they are told so in their own words. */
const itself = /^(?:streamlit|airflow)$/u;

/** The command of development that starts again on each change of the source. */
export function reloading(command: Argv): Argv {
  const [program = ''] = command;
  return program === reloader || itself.test(program) || command.some((word) => /^--(?:reload|autoreload|dev|watch)$/u.test(word)) ? command : [reloader, ...command];
}
