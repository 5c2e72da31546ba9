import { joins, opensSentence, tokenise } from './tokens.js';
import type { Token } from './tokens.js';

export type Kind = 'technology' | 'proxy' | 'pattern' | 'stack' | 'framework' | 'need' | 'proxy-need' | 'environment' | 'role' | 'worker' | 'security' | 'regulation' | 'team' | 'simple' | 'events' | 'optional' | 'managed' | 'other' | 'misleading';

/** What a phrase means. */
export interface Meaning {
  readonly kind: Kind;
  readonly id: string;
  /** The stack of a framework. */
  readonly stack?: string;
  /** The language that a stack's word names; '' where it leaves it open. */
  readonly language?: string;
}

/** Some words of the description with what they mean. */
export interface Match {
  /** All readings: a framework's name may belong to several stacks. */
  readonly meanings: readonly Meaning[];
  /** Indices of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Phrase {
  readonly words: readonly string[];
  /** False for an everyday word, which needs more than to be there. */
  readonly certain: boolean;
  readonly meaning: Meaning;
}

export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** Phrases by their first word, the longest first. */
export function compile(entries: readonly (readonly [Meaning, string])[]): Phrases {
  const all = entries.flatMap(([meaning, words]) =>
    words.split('|').map((each): Phrase => ({ words: tokenise(each).map(({ word }) => word), certain: !each.startsWith('~'), meaning })),
  );
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all) byFirst.set(phrase.words[0]!, [...(byFirst.get(phrase.words[0]!) ?? []), phrase]);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const anchors: ReadonlySet<string> = new Set([
  'api', 'backend', 'server', 'service', 'app', 'application', 'site', 'framework', 'worker', 'microservice', 'frontend', 'web', 'program', 'binary', 'codebase', 'module', 'back', 'front', 'rest', 'http', 'graphql', 'spa', 'monolith', 'crud',
]);

function fits({ words }: Phrase, tokens: readonly Token[], at: number): boolean {
  return words.every((word, offset) => tokens[at + offset]?.word === word && (offset === 0 || joins(tokens[at + offset]!.gap)));
}

const technicalKinds: ReadonlySet<Kind> = new Set(['stack', 'framework', 'technology', 'proxy']);

/** Whether a technical word is tied to the one at `at`: "Go + React", "Rust/Axum". */
function tied(phrases: Phrases, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || !/^\s?[/+&]\s?$/u.test(next.gap)) return false;
  return (phrases.get(next.word) ?? []).some((phrase) => technicalKinds.has(phrase.meaning.kind) && fits(phrase, tokens, at + 1) && (phrase.certain || /^\p{Lu}/u.test(next.raw)));
}

/** An everyday word is a name where it is written as one inside a sentence, or where a technical word or a version follows. */
function isName(phrases: Phrases, tokens: readonly Token[], at: number, technical: boolean): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  // "4 Go" is a size, "go to" a way
  if (/^\d/u.test(tokens[at - 1]?.word ?? '') || next?.word === 'to') return false;
  if (next !== undefined && /^[\s/:-]{0,2}$/u.test(next.gap) && (anchors.has(next.word) || /^v?\d+(?:\.\d+)*$/u.test(next.word))) return true;
  if (technical && /^\s?[/+,&-]?\s?$/u.test(token.gap)) return true;
  if (!/^\p{Lu}/u.test(token.raw)) return false;
  return !opensSentence(token, at) || tied(phrases, tokens, at);
}

function matchOf(phrases: readonly Phrase[], tokens: readonly Token[], at: number, text: string, end?: number): Match | undefined {
  const longest = phrases[0];
  if (longest === undefined) return undefined;
  const { length } = longest.words;
  const last = at + length - 1;
  const stop = end ?? tokens[last]!.end;
  const { start } = tokens[at]!;
  return { meanings: phrases.filter(({ words }) => words.length === length).map(({ meaning }) => meaning), first: at, last, start, end: stop, quote: text.slice(start, stop) };
}

/** `php8.3` is the word `php` with a version. */
function glued(phrases: Phrases, tokens: readonly Token[], at: number, text: string): Match | undefined {
  const [, letters] = /^([a-z]{3,})v?\d+(?:\.\d+)*$/u.exec(tokens[at]!.word) ?? [];
  if (letters === undefined) return undefined;
  const found = (phrases.get(letters) ?? []).filter(({ words, certain }) => words.length === 1 && certain);
  return matchOf(found, tokens, at, text, tokens[at]!.start + letters.length);
}

/** The words of the text that mean something, each in one phrase only: from left to right, the longest phrase. */
export function find(phrases: Phrases, tokens: readonly Token[], text: string): readonly Match[] {
  const found: Match[] = [];
  for (let at = 0; at < tokens.length; ) {
    const previous = found.at(-1);
    const technical = previous?.last === at - 1 && previous.meanings.some(({ kind }) => technicalKinds.has(kind));
    const named = isName(phrases, tokens, at, technical);
    const fitting = (phrases.get(tokens[at]!.word) ?? []).filter((phrase) => (phrase.certain || named) && fits(phrase, tokens, at));
    const match = matchOf(fitting, tokens, at, text) ?? glued(phrases, tokens, at, text);
    if (match !== undefined) found.push(match);
    at = (match?.last ?? at) + 1;
  }
  return found;
}
