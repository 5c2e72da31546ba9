/** The same text with a stretch blanked, line breaks kept, so that every other character stays in its place. */
const blank = (text: string): string => text.replace(/[^\n]/gu, ' ');

/**
 * Strings and comments of a language, as one pattern: what the named group `comment` holds is blanked.
 * Strings stand first, so that what looks like a comment inside one is none.
 */
function blanker(pattern: RegExp): (text: string) => string {
  return (text) => text.replace(pattern, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as { readonly comment?: string };
    return groups.comment === undefined ? whole : blank(whole);
  });
}

const doubleQuoted = String.raw`"(?:\\.|[^"\\\n])*"`;
const singleQuoted = String.raw`'(?:\\.|[^'\\\n])*'`;

/** Python: `#`; texts in three quotes may hold one. */
export const withoutPythonComments = blanker(
  new RegExp(String.raw`"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|${doubleQuoted}|${singleQuoted}|(?<comment>#[^\n]*)`, 'gu'),
);

/** Ruby, Elixir, shell, TOML and the like: `#` where a comment may begin. */
export const withoutHashComments = blanker(new RegExp(String.raw`${doubleQuoted}|${singleQuoted}|(?<=^|[\s;,(\[{])(?<comment>#(?!\{)[^\n]*)`, 'gmu'));

/** Go, Java, Kotlin, Scala, C#, Rust, C++: `//` and `/* *\/`. A lone quote, as of a lifetime in Rust, ends with its line. */
export const withoutSlashComments = blanker(
  new RegExp(String.raw`${doubleQuoted}|'(?:\\.|[^'\\\n])'|${'`'}[^${'`'}]*${'`'}|(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)`, 'gu'),
);

/** JavaScript and TypeScript: `//` and `/* *\/`; texts of both quotes, and templates. */
export const withoutScriptComments = blanker(
  new RegExp(String.raw`${doubleQuoted}|${singleQuoted}|${'`'}(?:\\[^]|[^${'`'}\\])*${'`'}|(?<comment>(?<!:)\/\/[^\n]*|\/\*[^]*?\*\/)`, 'gu'),
);

/** PHP: `//`, `#` (but not the attribute `#[`) and `/* *\/`. */
export const withoutPhpComments = blanker(
  new RegExp(String.raw`"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|(?<comment>(?<!:)\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[^]*?\*\/)`, 'gu'),
);
