const trimmed = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** `# NAME=value` and `NAME=other` are the same setting; anything else is the same only as it stands. */
function identity(line: string): string {
  const setting = /^(?:#\s*)?(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=/u.exec(line);
  return setting === null ? line : `${setting[1]}=`;
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
export function mergeEntries(current: string, base: string | undefined, proposal: string): string {
  const present = new Set(trimmed(current).map(identity));
  const written = new Set(base === undefined ? [] : trimmed(base).map(identity));
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
    const key = identity(text);
    if (!present.has(key) && !written.has(key)) added.push(...comments, line);
    comments = [];
  }
  const changed = changedSettings(base, proposal);
  const updated = current.split('\n').map((line) => changed.get(line) ?? line).join('\n');
  if (added.length === 0) return updated;
  const body = updated === '' || updated.endsWith('\n') ? updated : `${updated}\n`;
  return `${body}${body === '' ? '' : '\n'}${added.join('\n')}\n`;
}
