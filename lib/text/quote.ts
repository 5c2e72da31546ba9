/** For a POSIX shell: the text as one word, nothing in it interpreted. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** For the exec form of Dockerfile instructions. `$` stays: exec form expands nothing. */
export function execForm(argv: readonly string[]): string {
  return `[${argv.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** For values that Compose interpolates: a literal dollar sign is doubled. */
export function composeLiteral(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** For a value in `.env`, where Compose expands `$` and takes ` #` for a comment outside single quotes. */
export function dotenvValue(text: string): string {
  if (/^[\w@%+=:,./-]*$/u.test(text)) return text;
  return text.includes("'") ? `"${text.replace(/[\\"$]/gu, String.raw`\$&`)}"` : `'${text}'`;
}

/** For a double-quoted value in a Dockerfile's ENV or LABEL, where `\`, `"` and `$` are special. */
export function dockerfileValue(text: string): string {
  return `"${text.replace(/[\\"$]/gu, String.raw`\$&`)}"`;
}
