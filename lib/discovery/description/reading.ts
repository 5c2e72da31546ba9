import type { Confidence } from '../evidence.js';
import { stances } from './negation.js';
import type { Stance } from './negation.js';
import { find } from './phrases.js';
import type { Kind, Match, Phrases } from './phrases.js';
import { sameClause, tokenise } from './tokens.js';
import type { Token } from './tokens.js';
import type { Understood, Words } from './types.js';

/** The text, taken apart once: every part of the parser works on it. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
  readonly stances: ReadonlyMap<Match, Stance>;
  /** Indices of words that an answer comes from. */
  readonly understood: Set<number>;
  /** Matches that turned out to be names, as of a service called mail. */
  readonly names: Set<Match>;
}

export function read(text: string, phrases: Phrases): Reading {
  const tokens = tokenise(text);
  const matches = find(phrases, tokens, text);
  // what has no entry in the catalog is known, and nothing follows from it
  const followed = matches.filter(({ meanings }) => meanings.every(({ kind }) => kind !== 'other'));
  const understood = new Set(followed.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset)));
  return { text, tokens, matches, stances: stances(text, tokens, matches), understood, names: new Set() };
}

/** The words from `start` to `end`. */
export function words({ text }: Pick<Reading, 'text'>, start: number, end: number): Words {
  const quote = text.slice(start, end);
  return { file: 'description', line: text.slice(0, start).split('\n').length, quote: quote.split('\n')[0]!, start, end };
}

/** Notes that an answer comes from the words between two offsets, and gives them. */
export function claim(reading: Reading, start: number, end: number): Words {
  for (const [index, token] of reading.tokens.entries()) if (token.end > start && token.start < end) reading.understood.add(index);
  return words(reading, start, end);
}

export const idOf = (match: Match, kind: Kind): string | undefined => match.meanings.find((meaning) => meaning.kind === kind)?.id;

/** Matches of a kind that the text wants. */
export const wanted = (reading: Reading, kind: Kind): readonly Match[] => reading.matches.filter((match) => !reading.stances.has(match) && !reading.names.has(match) && idOf(match, kind) !== undefined);
export const refused = (reading: Reading, kind: Kind): readonly Match[] => reading.matches.filter((match) => reading.stances.get(match) === 'no' && idOf(match, kind) !== undefined);

/** One answer for each id of a kind, with all its words. */
export function answersOf(reading: Reading, kind: Kind, confidence: Confidence = 'certain', list = wanted(reading, kind)): readonly Understood<string>[] {
  const ids = [...new Set(list.map((match) => idOf(match, kind)!))];
  return ids.map((value) => ({ value, confidence, evidence: list.filter((match) => idOf(match, kind) === value).map(({ start, end }) => words(reading, start, end)) }));
}

/** Whether a match of the kind stands beside another one: at most one word between, or right after in parentheses. */
export function beside(reading: Reading, match: Match, kind: Kind): Match | undefined {
  return wanted(reading, kind).find(({ first, last }) => {
    const before = match.first - last;
    if (before > 0 && before <= 2) return sameClause(reading.tokens[match.first]!);
    // the version may stand between: "MySQL 8.4 (managed)"
    const next = /^v?\d[\d.]*$/u.test(reading.tokens[match.last + 1]?.word ?? '') ? match.last + 2 : match.last + 1;
    return first === next && /^\s?\(?$/u.test(reading.tokens[first]!.gap);
  });
}

const units = /^[\s-]?(?:gi?[bo]|g|mi?[bo]|ms|s|%|x|k|v?cpus?|v?cores?|c(?:œ|oe)urs?|replicas?|instances?|workers?|micro-?services?|services?|nodes?|users?|utilisateurs?|requests?|requ[êe]tes?|containers?|conteneurs?|apps?|apis?|applications?|queues?|files?|databases?|bases?|servers?|serveurs?|front-?ends?|back-?ends?|years?|ans|euros?|topics?|tables?|jobs?|times|fois|r[ée]plicas?|minutes?|hours?|heures?|days?|jours?|developers?|d[ée]veloppeurs?)(?![\p{L}\p{N}])|^[.,]\d|^\p{L}/iu;

/** After a number with a point: "PHP 7.4 app" has a version. */
const measures = /^[\s-]?(?:gi?[bo]|g|mi?[bo]|ms|s|%|x|k|ghz)(?![\p{L}\p{N}])|^[.,]\d|^\p{L}/iu;

/** The version that stands with a match, and the tag of an image reference: "PostgreSQL 16", "Node v22", "postgres:16-alpine", "version 16 of PostgreSQL". */
export function versionOf(reading: Reading, match: Match): { readonly version?: string; readonly tag?: string } {
  const { text } = reading;
  const rest = text.slice(match.end, match.end + 60);
  const [image, tag] = /^:(v?\d[\w.-]{0,40}\w|\d)/u.exec(rest) ?? [];
  if (tag !== undefined) {
    claim(reading, match.end, match.end + image!.length);
    return { version: /^v?(\d+(?:\.\d+){0,2})/u.exec(tag)![1]!, tag };
  }
  const [whole, version, flavour] = /^(?:\s+(?:in|en|à la|at)\b)?\s{0,2}[(-]?(?:version\s|v\.?\s?)?\s?(\d{1,4}(?:\.\d{1,3}){0,2})(?:\.x)?(-(?:alpine|slim|bullseye|bookworm|trixie|focal|jammy|noble)[\d.]*(?![\w-]))?(?:\+|\s?lts\b)?/iu.exec(rest) ?? [];
  if (version !== undefined && !(version.includes('.') ? measures : units).test(rest.slice(whole!.length)) && (/^\s+(?:in|en|at|à la)/iu.test(whole!) ? /version|v/iu.test(whole!) : true)) {
    claim(reading, match.end, match.end + whole!.length);
    return { version, ...(flavour === undefined ? {} : { tag: `${version}${flavour}` }) };
  }
  const before = text.slice(Math.max(0, match.start - 40), match.start);
  const [lead, earlier] = /version\s(\d{1,4}(?:\.\d{1,3}){0,2})\s(?:of|de|d['’])\s?$/iu.exec(before) ?? [];
  if (earlier === undefined) return {};
  claim(reading, match.start - lead!.length, match.start);
  return { version: earlier };
}
