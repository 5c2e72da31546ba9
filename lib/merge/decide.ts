import type { OutputFile } from '../render/output-file.js';
import { entryForm, mergeEntries } from './entries.js';
import { markerLine, mergeText, mergeTextTaking } from './three-way.js';
import { mergeYaml, sameYaml, unreadableYaml } from './yaml-three-way.js';
import type { Unreadable, YamlConflict } from './yaml-three-way.js';

/**
 * What happens to one file.
 * `create`: it is not there. `same`: nothing to do. `update`: only we changed it. `merge`: both changed it, in different places.
 * `conflict`: both changed the same place. `deleted`: the user deleted it, and it stays so. `unreadable`: the user changed it into
 * something that is not valid YAML, or holds conflict markers; it stays as it is.
 */
export type Action = 'create' | 'same' | 'update' | 'merge' | 'conflict' | 'deleted' | 'unreadable';

export interface Decision {
  readonly path: string;
  readonly action: Action;
  /** What to write for create, update and merge; for a conflict the text with markers. */
  readonly content: string;
  /** For a conflict: the user's side where both changed, and ours everywhere else. */
  readonly kept?: string;
  /** For a conflict: our side where both changed, and the user's everywhere else. */
  readonly taken?: string;
  /** For a person: the places in conflict, where a file cannot be read, or the images whose tag both raised. */
  readonly details: readonly string[];
  /** What we would write if nobody had touched the file: the base of the next merge. */
  readonly proposal: string;
  readonly executable: boolean;
}

const unix = (text: string): string => text.replaceAll('\r\n', '\n');

type Outcome = Pick<Decision, 'action' | 'content'> & Partial<Pick<Decision, 'kept' | 'taken' | 'details'>>;

const isYaml = (path: string): boolean => /\.ya?ml$/u.test(path);

function textOutcome(current: string, base: string, proposal: string): Outcome {
  const { text, conflict } = mergeText(current, base, proposal);
  if (conflict) return { action: 'conflict', content: text, taken: mergeTextTaking(current, base, proposal) };
  return { action: text === current ? 'same' : 'merge', content: text };
}

const unreadable = (current: string, { line, column, message }: Unreadable): Outcome => ({ action: 'unreadable', content: current, details: [`${line}:${column}: ${message}`] });

/** By structure, because lines know nothing of services; the line merge is taken where it says the same, because it keeps every space. */
function yamlOutcome(current: string, base: string, proposal: string): Outcome {
  const lines = mergeText(current, base, proposal);
  const values = mergeYaml(current, base, proposal, 'values');
  if (values.kind === 'unreadable') return unreadable(current, values);
  if (values.conflicts.length === 0 && !lines.conflict && sameYaml(lines.text, values.data)) return { action: lines.text === current ? 'same' : 'merge', content: lines.text, details: values.raised };
  const merged = mergeYaml(current, base, proposal);
  if (merged.kind === 'unreadable') return unreadable(current, merged);
  if (merged.conflicts.length === 0) return { action: merged.text === current ? 'same' : 'merge', content: merged.text, details: merged.raised };
  const markers = lines.conflict ? lines.text : mergeText(current, '', proposal).text;
  return { action: 'conflict', content: markers, kept: merged.text, taken: takenYaml(current, base, proposal), details: placesOf(merged.conflicts) };
}

const placesOf = (conflicts: readonly YamlConflict[]): readonly string[] => conflicts.map(({ path }) => path).filter((path) => path !== '');

/** Whole, where our side cannot be put among the user's: the file is a list now, or an anchor would go. */
function takenYaml(current: string, base: string, proposal: string): string {
  const taken = mergeYaml(current, base, proposal, 'proposal');
  return taken.kind === 'merged' && taken.conflicts.length === 0 ? taken.text : proposal;
}

/** Why a file of the user's cannot be merged, if so. */
function hindrance(path: string, current: string): Outcome | undefined {
  const marker = markerLine(current);
  if (marker !== undefined) return unreadable(current, { kind: 'unreadable', line: marker, column: 1, message: 'here are conflict markers' });
  const problem = isYaml(path) ? unreadableYaml(current) : undefined;
  return problem === undefined ? undefined : unreadable(current, problem);
}

function outcome({ path, content: proposal, ownership }: OutputFile, current: string | undefined, base: string | undefined): Outcome {
  if (current === undefined) return base === undefined ? { action: 'create', content: proposal } : { action: 'deleted', content: proposal };
  if (ownership === 'entries') {
    const content = mergeEntries(current, base, proposal, entryForm(path));
    return content === current ? { action: 'same', content } : { action: 'merge', content };
  }
  if (current === proposal) return { action: 'same', content: current };
  if (current === base) return { action: 'update', content: proposal };
  const hindered = hindrance(path, current);
  if (hindered !== undefined) return hindered;
  if (base === proposal) return { action: 'same', content: current };
  if (base === undefined) return { action: 'conflict', content: mergeText(current, '', proposal).text, taken: proposal };
  return isYaml(path) ? yamlOutcome(current, base, proposal) : textOutcome(current, base, proposal);
}

/** Decides one file from the three texts: the user's, what we wrote last, and what we would write now. Keeps the user's line ends. */
export function decideFile(file: OutputFile, current: string | undefined, base: string | undefined): Decision {
  const { action, content, kept, taken, details = [] } = outcome(file, current === undefined ? undefined : unix(current), base);
  const windows = current?.includes('\r\n') === true;
  const native = (text: string): string => (windows ? text.replaceAll('\n', '\r\n') : text);
  return {
    path: file.path,
    action,
    content: native(content),
    ...(kept === undefined ? {} : { kept: native(kept) }),
    ...(taken === undefined ? {} : { taken: native(taken) }),
    details,
    proposal: file.content,
    executable: file.executable === true,
  };
}
