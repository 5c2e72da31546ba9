/** What a file's lines mean: how a pattern of Git's or of Docker's is written is no difference. */
export type EntryForm = 'gitignore' | 'dockerignore' | 'lines';

/** The form of a file of entries, by its name. */
export function entryForm(path: string): EntryForm {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '.gitignore' ? 'gitignore' : name.endsWith('.dockerignore') ? 'dockerignore' : 'lines';
}

const trimmed = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** `# NAME=value` and `NAME=other` are the same setting; anything else is the same only as it stands. */
function identity(line: string): string {
  const setting = /^(?:#\s*)?(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=/u.exec(line);
  return setting === null ? line : `${setting[1]}=`;
}

/** A pattern without a slash is met in every folder; any other slash than the last one binds it to the file's own (git-scm.com, gitignore). */
function gitPatterns(pattern: string): readonly string[] {
  const path = pattern.replace(/\/$/u, '').replace(/^\*\*\/(?=[^/]*$)/u, '');
  if (!path.includes('/')) return [path, `/${path}`];
  return [path.startsWith('/') ? path : `/${path}`];
}

/** Slashes at both ends say nothing (docs.docker.com, .dockerignore). */
const dockerPattern = (pattern: string): string => pattern.replace(/^(?:\.?\/)+/u, '').replace(/\/$/u, '');

/** Everything that a line says: its own identity first, then those of entries that it makes needless. */
function identities(line: string, form: EntryForm): readonly string[] {
  if (form === 'lines' || line.startsWith('#')) return [identity(line)];
  const [sign, pattern] = line.startsWith('!') ? ['!', line.slice(1)] : ['', line];
  return (form === 'gitignore' ? gitPatterns(pattern) : [dockerPattern(pattern)]).map((each) => `${sign}${each}`);
}

/** A whole path is met by its last part, wherever that is ignored. */
function isPresent(line: string, present: ReadonlySet<string>, form: EntryForm): boolean {
  const [own = line] = identities(line, form);
  const name = own.slice(own.lastIndexOf('/') + 1);
  return present.has(own) || (form === 'gitignore' && own.startsWith('/') && present.has(name));
}

/** Settings that we showed with another value before, and that stand as we wrote them: line of then to line of now. */
function changedSettings(base: string | undefined, proposal: string): ReadonlyMap<string, string> {
  const isSetting = (line: string): boolean => identity(line) !== line;
  const now = new Map(trimmed(proposal).filter(isSetting).map((line) => [identity(line), line]));
  const before = base === undefined ? [] : trimmed(base).filter(isSetting);
  return new Map(before.flatMap((line) => {
    const changed = now.get(identity(line));
    return changed === undefined || changed === line ? [] : [[line, changed] as const];
  }));
}

/**
 * Adds the entries that `current` lacks, in our order, below what is there. An entry that we wrote before (`base`) and that is gone
 * was deleted by the user, and stays so. A comment goes with the entry below it. A setting that stands as we wrote it gets our new value.
 */
export function mergeEntries(current: string, base: string | undefined, proposal: string, form: EntryForm = 'lines'): string {
  const present = new Set(trimmed(current).flatMap((line) => identities(line, form)));
  const written = new Set(base === undefined ? [] : trimmed(base).flatMap((line) => identities(line, form)));
  const added: string[] = [];
  let comments: string[] = [];
  for (const line of proposal.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    const isComment = text.startsWith('#') && identity(text) === text;
    if (isComment) {
      comments.push(line);
      continue;
    }
    if (!isPresent(text, present, form) && !isPresent(text, written, form)) added.push(...comments, line);
    comments = [];
  }
  const changed = changedSettings(base, proposal);
  const updated = current.split('\n').map((line) => changed.get(line) ?? line).join('\n');
  if (added.length === 0) return updated;
  const body = updated === '' || updated.endsWith('\n') ? updated : `${updated}\n`;
  return `${body}${body === '' ? '' : '\n'}${added.join('\n')}\n`;
}
