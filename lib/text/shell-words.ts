/** A command that needs no shell: leading `NAME=value` settings, then the program and its arguments. */
export interface PlainCommand {
  readonly settings: readonly string[];
  readonly words: readonly string[];
}

/** Unquoted, these ask the shell to do something. */
const special = new Set('&|;<>$`*?[]{}()\\\n\r');
/** At the start of a word, these do too. */
const specialFirst = new Set('#~!');

/** The words of a command line, or undefined where only a shell knows what they are. */
export function shellWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]!;
    if (character === ' ' || character === '\t') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === "'" || character === '"') {
      const end = line.indexOf(character, index + 1);
      const inside = line.slice(index + 1, end);
      // in double quotes the shell still expands
      if (end === -1 || (character === '"' && /[$`\\!]/u.test(inside))) return undefined;
      word = (word ?? '') + inside;
      index = end;
    } else if (special.has(character) || (word === undefined && specialFirst.has(character))) return undefined;
    else word = (word ?? '') + character;
  }
  return word === undefined ? words : [...words, word];
}

const setting = /^[A-Za-z_]\w*=/u;

/** Splits settings from the program. Undefined for an empty command and for one that needs a shell. */
export function plainCommand(line: string): PlainCommand | undefined {
  const all = shellWords(line);
  if (all === undefined) return undefined;
  const first = all.findIndex((word) => !setting.test(word));
  return first === -1 ? undefined : { settings: all.slice(0, first), words: all.slice(first) };
}

/** Runs the command without a shell. */
export function argvOf({ settings, words }: PlainCommand): readonly string[] {
  return settings.length === 0 ? words : ['env', ...settings, ...words];
}

/** The reverse of `argvOf`. */
export function commandOf(argv: readonly string[]): PlainCommand {
  if (argv[0] !== 'env') return { settings: [], words: argv };
  const first = argv.findIndex((word, index) => index > 0 && !setting.test(word));
  return { settings: argv.slice(1, first), words: argv.slice(first) };
}
