import { best } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';

/** The app's own program with other arguments: development has its project, which is built in its place. */
export function developmentJob({ commands, output }: AppFindings, command: Argv): Argv | undefined {
  const [program, assembly] = best(commands.start) ?? [];
  if (output === undefined || program !== command[0] || assembly === undefined || !command[1]?.endsWith(assembly)) return undefined;
  return ['dotnet', 'run', '--project', output, '--no-launch-profile', '--', ...command.slice(2)];
}
