import type { OutputFile } from '../render/output-file.js';
import { mergeEntries } from './entries.js';
import { mergeText } from './three-way.js';

/**
 * What happens to one file.
 * `create`: it is not there. `same`: nothing to do. `update`: only we changed it. `merge`: both changed it, in different places.
 * `conflict`: both changed the same place. `deleted`: the user deleted it, and it stays so.
 */
export type Action = 'create' | 'same' | 'update' | 'merge' | 'conflict' | 'deleted';

export interface Decision {
  readonly path: string;
  readonly action: Action;
  /** What to write for create, update and merge; for a conflict the text with markers. */
  readonly content: string;
  /** What we would write if nobody had touched the file: the base of the next merge. */
  readonly proposal: string;
  readonly executable: boolean;
}

const unix = (text: string): string => text.replaceAll('\r\n', '\n');

function outcome({ content: proposal, ownership }: OutputFile, current: string | undefined, base: string | undefined): Pick<Decision, 'action' | 'content'> {
  if (current === undefined) return base === undefined ? { action: 'create', content: proposal } : { action: 'deleted', content: proposal };
  if (ownership === 'entries') {
    const content = mergeEntries(current, base, proposal);
    return content === current ? { action: 'same', content } : { action: 'merge', content };
  }
  if (current === proposal || base === proposal) return { action: 'same', content: current };
  if (current === base) return { action: 'update', content: proposal };
  const { text, conflict } = mergeText(current, base ?? '', proposal);
  return conflict || base === undefined ? { action: 'conflict', content: text } : { action: 'merge', content: text };
}

/** Decides one file from the three texts: the user's, what we wrote last, and what we would write now. Keeps the user's line ends. */
export function decideFile(file: OutputFile, current: string | undefined, base: string | undefined): Decision {
  const { action, content } = outcome(file, current === undefined ? undefined : unix(current), base);
  const windows = current?.includes('\r\n') === true;
  return { path: file.path, action, content: windows ? content.replaceAll('\n', '\r\n') : content, proposal: file.content, executable: file.executable === true };
}
