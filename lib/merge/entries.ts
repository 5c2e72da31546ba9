const trimmed = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** `# NAME=value` and `NAME=other` are the same setting; anything else is the same only as it stands. */
function identity(line: string): string {
  const setting = /^(?:#\s*)?(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=/u.exec(line);
  return setting === null ? line : `${setting[1]}=`;
}

/**
 * Adds the entries that `current` lacks, in our order, below what is there. An entry that we wrote before (`base`) and that is gone
 * was deleted by the user, and stays so. A comment goes with the entry below it.
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
  if (added.length === 0) return current;
  const body = current === '' || current.endsWith('\n') ? current : `${current}\n`;
  return `${body}${body === '' ? '' : '\n'}${added.join('\n')}\n`;
}
