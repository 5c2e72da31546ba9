/** One call of a list file: `add_executable(shop main.cpp)`. */
export interface Command {
  /** In lower case: CMake does not tell case apart in names of commands. */
  readonly name: string;
  /** Quotes removed, variables as they stand. */
  readonly args: readonly string[];
  /** Where its name stands in the text. */
  readonly offset: number;
}

/** Nobody writes a longer list file by hand. In characters. */
export const maximumSize = 1024 * 1024;
/** Tokens of the language (cmake.org, cmake-language(7)): bracket comments, comments, bracket arguments, quoted and unquoted ones. */
const token = /#\[(=*)\[[^]*?\]\1\]|#[^\n]*|\[(=*)\[([^]*?)\]\2\]|"((?:\\[^]|[^"\\])*)"|([()])|((?:\\[^\n]|[^\s()#"\\])(?:\\[^\n]|[^\s()#\\])*)/gu;

const unescape = (text: string): string => text.replace(/\\([^A-Za-z0-9;\n])/gu, '$1');

interface Reading {
  readonly commands: readonly Command[];
  /** Where a call that is never closed begins. */
  readonly open: number | undefined;
}

/** Every call of a list file of at most `maximumSize` in its order. Nothing is evaluated. */
export function readCommands(text: string): Reading {
  const commands: Command[] = [];
  let word: { readonly name: string; readonly offset: number } | undefined;
  let args: string[] = [];
  let depth = 0;
  for (const match of text.matchAll(token)) {
    const [, , , bracket, quoted, parenthesis, plain] = match;
    if (parenthesis === '(') depth += 1;
    else if (parenthesis === ')') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && word !== undefined) commands.push({ name: word.name.toLowerCase(), args, offset: word.offset });
      if (depth === 0) [word, args] = [undefined, []];
    } else {
      const value = bracket ?? (quoted === undefined ? plain : unescape(quoted));
      if (value === undefined) continue;
      if (depth > 0) args.push(value);
      else word = /^[A-Za-z_]\w*$/u.test(value) ? { name: value, offset: match.index } : undefined;
    }
  }
  return { commands, open: depth > 0 ? word?.offset : undefined };
}

/** Variables that a list file sets itself. */
export type Variables = ReadonlyMap<string, readonly string[]>;

/** An argument with its variables in place; a list becomes several. One that holds an unknown variable stays as it stands. */
export function expand(argument: string, variables: Variables): readonly string[] {
  let text = argument;
  // a value may name another variable; a circle would never end
  for (let round = 0; round < 5 && text.includes('${') && text.length < 10_000; round += 1) {
    text = text.replace(/\$\{([\w.+/-]+)\}/gu, (whole, name: string) => variables.get(name)?.join(';') ?? whole);
  }
  return text.split(';').filter((each) => each !== '');
}
