import { UserError, exitStatus } from '../diagnostics.js';
import type { Decision } from '../merge/decide.js';
import { en } from '../messages/en.js';
import type { ConflictPolicy } from './options.js';

/** How one conflict ended. */
export type Side = Exclude<ConflictPolicy, 'ask'>;

/** Asks a question of one choice; the host's prompt. */
export type Choose = (message: string, choices: readonly { readonly key: string; readonly name: string; readonly value: string }[]) => Promise<string>;

async function difference(path: string, yours: string, proposal: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  return createTwoFilesPatch(path, path, yours, proposal, 'yours', 'new');
}

async function askSide({ path, proposal }: Decision, yours: string, choose: Choose, say: (text: string) => void): Promise<Side> {
  const { conflict } = en;
  const choices = [
    { key: 'y', name: conflict.yours, value: 'yours' },
    { key: 'n', name: conflict.new, value: 'new' },
    { key: 'm', name: conflict.markers, value: 'markers' },
    { key: 'd', name: conflict.diff, value: 'diff' },
    { key: 'x', name: conflict.abort, value: 'abort' },
  ];
  for (;;) {
    const choice = await choose(conflict.question(path), choices);
    if (choice === 'abort') throw new UserError({ code: 'cancelled', severity: 'error', message: en.cancelled }, exitStatus.cancelled);
    if (choice !== 'diff') return choice as Side;
    say(await difference(path, yours, proposal));
  }
}

/** Decides every conflict before anything is written: by policy, by asking, or, where nobody can be asked, for the user's side. */
export async function resolveConflicts(
  decisions: readonly Decision[],
  current: (path: string) => string,
  { policy, interactive, choose, say }: { policy: ConflictPolicy; interactive: boolean; choose: Choose; say: (text: string) => void },
): Promise<ReadonlyMap<string, Side>> {
  const sides = new Map<string, Side>();
  for (const decision of decisions) {
    if (decision.action !== 'conflict') continue;
    if (policy !== 'ask') sides.set(decision.path, policy);
    else sides.set(decision.path, interactive ? await askSide(decision, current(decision.path), choose, say) : 'yours');
  }
  return sides;
}
