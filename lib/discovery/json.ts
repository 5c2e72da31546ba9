import type { Evidence } from './evidence.js';
/** JSON with the place of everything in it, because each finding quotes the line that it comes from. */
export type JsonNode =
  | { readonly kind: 'object'; readonly offset: number; readonly members: ReadonlyMap<string, JsonMember> }
  | { readonly kind: 'array'; readonly offset: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly offset: number; readonly value: string }
  | { readonly kind: 'other'; readonly offset: number; readonly value: number | boolean | null };

export interface JsonMember {
  /** Where the key stands. */
  readonly offset: number;
  readonly node: JsonNode;
  /** Where it was seen, when that is another file. */
  readonly evidence?: Evidence;
}

/** What is wrong, and where. */
export class JsonError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Deeper nesting is an attack, not a manifest. */
const maximumDepth = 200;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const blank = /[ \t\r\n]*/uy;
const blankOrComment = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/uy;
const words = { true: true, false: false, null: null } as const;

class Reader {
  private offset = 0;

  constructor(private readonly text: string, private readonly relaxed: boolean) {}

  document(): JsonNode {
    const node = this.value(0);
    this.skip();
    if (this.offset < this.text.length) this.fail('unexpected text after the end');
    return node;
  }

  private fail(message: string, offset = this.offset): never {
    throw new JsonError(message, offset);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  private skip(): void {
    this.match(this.relaxed ? blankOrComment : blank);
  }

  /** Takes the character when it comes next. */
  private take(character: string): boolean {
    this.skip();
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private unexpected(wanted: string): never {
    const found = this.text[this.offset];
    return this.fail(found === undefined ? `the file ends where ${wanted} should be` : `${wanted} expected, found ${JSON.stringify(found)}`);
  }

  private value(depth: number): JsonNode {
    this.skip();
    if (depth > maximumDepth) this.fail('nested too deeply');
    const offset = this.offset;
    if (this.take('{')) return { kind: 'object', offset, members: this.members(depth) };
    if (this.take('[')) return { kind: 'array', offset, items: this.items(depth) };
    if (this.text[offset] === '"') return { kind: 'string', offset, value: this.string() };
    const word = (['true', 'false', 'null'] as const).find((each) => this.text.startsWith(each, offset));
    if (word !== undefined) {
      this.offset += word.length;
      return { kind: 'other', offset, value: words[word] };
    }
    const digits = this.match(number);
    return digits === undefined ? this.unexpected('a value') : { kind: 'other', offset, value: Number(digits) };
  }

  private string(): string {
    const offset = this.offset;
    const found = this.match(string);
    return found === undefined ? this.fail('this text in quotes is not closed or holds a character that must be escaped', offset) : (JSON.parse(found) as string);
  }

  private members(depth: number): ReadonlyMap<string, JsonMember> {
    const members = new Map<string, JsonMember>();
    if (this.take('}')) return members;
    do {
      this.skip();
      if (this.relaxed && this.take('}')) return members;
      const offset = this.offset;
      if (this.text[offset] !== '"') this.unexpected('a name in double quotes');
      const key = this.string();
      if (!this.take(':')) this.unexpected('":"');
      members.set(key, { offset, node: this.value(depth + 1) });
    } while (this.take(','));
    if (!this.take('}')) this.unexpected('"," or "}"');
    return members;
  }

  private items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    if (this.take(']')) return items;
    do {
      if (this.relaxed && this.take(']')) return items;
      items.push(this.value(depth + 1));
    } while (this.take(','));
    if (!this.take(']')) this.unexpected('"," or "]"');
    return items;
  }
}

/** Throws a JsonError. `relaxed` allows comments and trailing commas, as tsconfig.json does. */
export function parseJson(text: string, { relaxed = false }: { readonly relaxed?: boolean } = {}): JsonNode {
  return new Reader(text, relaxed).document();
}
