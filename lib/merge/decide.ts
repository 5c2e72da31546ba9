import type { OutputFile } from '../render/output-file.js';
import { mergeEntries } from './entries.js';
import { mergeText } from './three-way.js';
import { mergeYaml, sameYaml } from './yaml-three-way.js';

/**
 * What happens to one file.
 * `create`: it is not there. `same`: nothing to do. `update`: only we changed it. `merge`: both changed it, in different places.
 * `conflict`: both changed the same place. `deleted`: the user deleted it, and it stays so. `unreadable`: it is to be merged by
 * structure and is not valid YAML; it stays as it is.
 */
export type Action = 'create' | 'same' | 'update' | 'merge' | 'conflict' | 'deleted' | 'unreadable';

export interface Decision {
  readonly path: string;
  readonly action: Action;
  /** What to write for create, update and merge; for a conflict the text with markers. */
  readonly content: string;
  /** For a conflict: the user's side where both changed, and ours everywhere else. */
  readonly kept?: string;
  /** For a person: the places in conflict, or where a file cannot be read. */
  readonly details: readonly string[];
  /** What we would write if nobody had touched the file: the base of the next merge. */
  readonly proposal: string;
  readonly executable: boolean;
}

const unix = (text: string): string => text.replaceAll('\r\n', '\n');

type Outcome = Pick<Decision, 'action' | 'content'> & Partial<Pick<Decision, 'kept' | 'details'>>;

function textOutcome(current: string, base: string, proposal: string): Outcome {
  const { text, conflict } = mergeText(current, base, proposal);
  return { action: conflict ? 'conflict' : 'merge', content: text };
}

/** By structure, because lines know nothing of services; the line merge is taken where it says the same, because it keeps every space. */
function yamlOutcome(current: string, base: string, proposal: string): Outcome {
  const merged = mergeYaml(current, base, proposal);
  if (merged.kind === 'unreadable') return { action: 'unreadable', content: current, details: [`${merged.line}:${merged.column}: ${merged.message}`] };
  const lines = mergeText(current, base, proposal);
  if (merged.conflicts.length > 0) {
    const markers = lines.conflict ? lines.text : mergeText(current, '', proposal).text;
    return { action: 'conflict', content: markers, kept: merged.text, details: merged.conflicts.map(({ path }) => path) };
  }
  const content = !lines.conflict && sameYaml(lines.text, merged.data) ? lines.text : merged.text;
  return { action: content === current ? 'same' : 'merge', content };
}

function outcome({ path, content: proposal, ownership }: OutputFile, current: string | undefined, base: string | undefined): Outcome {
  if (current === undefined) return base === undefined ? { action: 'create', content: proposal } : { action: 'deleted', content: proposal };
  if (ownership === 'entries') {
    const content = mergeEntries(current, base, proposal);
    return content === current ? { action: 'same', content } : { action: 'merge', content };
  }
  if (current === proposal || base === proposal) return { action: 'same', content: current };
  if (current === base) return { action: 'update', content: proposal };
  if (base === undefined) return { action: 'conflict', content: mergeText(current, '', proposal).text };
  return /\.ya?ml$/u.test(path) ? yamlOutcome(current, base, proposal) : textOutcome(current, base, proposal);
}

/** Decides one file from the three texts: the user's, what we wrote last, and what we would write now. Keeps the user's line ends. */
export function decideFile(file: OutputFile, current: string | undefined, base: string | undefined): Decision {
  const { action, content, kept, details = [] } = outcome(file, current === undefined ? undefined : unix(current), base);
  const windows = current?.includes('\r\n') === true;
  const native = (text: string): string => (windows ? text.replaceAll('\n', '\r\n') : text);
  return {
    path: file.path,
    action,
    content: native(content),
    ...(kept === undefined ? {} : { kept: native(kept) }),
    details,
    proposal: file.content,
    executable: file.executable === true,
  };
}
