/** A word of the description. Offsets count UTF-16 units of the text. */
export interface Token {
  /** Folded: lower case, without accents and plural. */
  readonly word: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** Names that end in an s and are no plural. */
const singular: ReadonlySet<string> = new Set(['nats', 'kubernetes', 'sass', 'less', 'does', 'sans', 'dans', 'vers', 'plus', 'mais', 'pas']);

/** One form for all writings of a word. */
export function fold(raw: string): string {
  const plain = raw.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.length > 3 && /[^siu]s$/u.test(plain) && !singular.has(plain) ? plain.slice(0, -1) : plain;
}

const word = /(?:(?<![\p{L}\p{N}.])\.(?=net\b))?[\p{L}\p{N}]\p{M}*(?:[\p{L}\p{N}\p{M}]|\.(?=[\p{L}\p{N}]))*(?:\+\+|#)?/giu;

export function tokenise(text: string): readonly Token[] {
  let last = 0;
  return [...text.matchAll(word)].map(({ 0: raw, index }) => {
    const token = { word: fold(raw), raw, start: index, end: index + raw.length, gap: text.slice(last, index) };
    last = token.end;
    return token;
  });
}

/** Whether a sentence or a line begins with this word. */
export const opensSentence = ({ gap }: Token, index: number): boolean => index === 0 || /[.!?#*\n>]/u.test(gap);
/** Whether the clause goes on from the word before. */
export const sameClause = ({ gap }: Token): boolean => !/[.,;:!?()\n[\]–—|]|\s-\s/u.test(gap);
/** Whether a phrase may have this between two of its words. */
export const joins = (gap: string): boolean => /^(?:[ \t]{0,3}\n?[ \t]{0,3}|\s?[-'’_/]\s?)$/u.test(gap);
