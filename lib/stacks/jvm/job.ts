import { best } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';

/** How each tool hands arguments to the program that it runs. */
const handing: readonly { readonly words: RegExp; readonly option: string }[] = [
  { words: /\bspring-boot:run\b/u, option: '-Dspring-boot.run.arguments=' },
  { words: /\bexec:java\b/u, option: '-Dexec.args=' },
  { words: /\bgradle|\brun$/u, option: '--args=' },
];

/** The app's own archive with other arguments: development has its source, which the build tool runs. */
export function developmentJob({ commands }: AppFindings, command: Argv): Argv | undefined {
  const start = best(commands.start) ?? [];
  const run = best(commands.dev);
  const isOwn = command[0] === 'java' && command[1] === '-jar' && start.includes('-jar') && command[2]?.endsWith('.jar') === true;
  const option = run === undefined || run[0] === 'sh' && run[1] === '-c' ? undefined : handing.find(({ words }) => words.test(run.join(' ')))?.option;
  return run === undefined || option === undefined || !isOwn ? undefined : [...run.filter((word) => !word.startsWith(option)), `${option}${command.slice(3).join(' ')}`];
}
