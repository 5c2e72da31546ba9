import type { Match } from './phrases.js';
import { sameClause } from './tokens.js';
import type { Token } from './tokens.js';

/** `no`: the text says that it is not wanted. `other`: it speaks of it without using it, as in "an alternative to MongoDB". */
export type Stance = 'no' | 'other';

const phrase = (text: string): readonly string[] => text.split(' ');
/** What negates the words after it. */
const negators: readonly (readonly string[])[] = [
  'no', 'not', 'without', 'never', 'nor', 'neither', 'avoid', 'avoiding', 'except', 'zero', 'cannot', 'skip', 'drop', 'dropping', 'instead of', 'rather than', 'in place of', 'replacing', 'replace', 'replaces', 'get rid of', 'migrating from', 'migrated from', 'migrate from', 'moving from', 'moving away from', 'away from',
  'sans', 'pa', 'pas', 'ni', 'non', 'aucun', 'aucune', 'jamais', 'plutot que', 'plutot qu', 'au lieu de', 'au lieu d', 'a la place de', 'eviter', 'sauf', 'hors', 'remplacer', 'remplace', 'migrer de', 'point de',
].map(phrase);
const contracted: ReadonlySet<string> = new Set(['don', 'doesn', 'didn', 'isn', 'aren', 'won', 'wouldn', 'shouldn', 'can', 'couldn', 'mustn', 'needn', 'wasn']);
const comparisons: readonly (readonly string[])[] = ['alternative to', 'alternatives to', 'similar to', 'inspired by', 'unlike', 'compared to', 'alternative a', 'inspire de', 'inspire par', 'contrairement a', 'clone of', 'replacement for', 'compared with'].map(phrase);
/** Words that make a negator something else: "not only", "no more than". */
const harmless: ReadonlySet<string> = new Set(['only', 'just', 'more', 'less', 'later', 'problem', 'matter', 'doubt', 'seulement', 'uniquement', 'longtemps', 'mal', 'fewer', 'downtime']);

const stops: ReadonlySet<string> = new Set(['but', 'and', 'mais', 'et', 'yet', 'however', 'because', 'car', 'since', 'so', 'then', 'which', 'qui', 'donc', 'puis', 'although', 'to', 'vers', 'par', 'plutot', 'just', 'only', 'seulement', 'juste']);
const softStops: ReadonlySet<string> = new Set(['with', 'avec', 'using', 'for', 'pour', 'in', 'dans', 'on', 'sur', 'by']);
const alternatives: ReadonlySet<string> = new Set(['or', 'nor', 'ou', 'ni']);
const determiners: ReadonlySet<string> = new Set(['a', 'an', 'any', 'the', 'de', 'd', 'du', 'un', 'une', 'la', 'le', 'l', 'des', 'separate', 'external']);

function starts(list: readonly (readonly string[])[], tokens: readonly Token[], at: number): number {
  return Math.max(0, ...list.filter((words) => words.every((word, offset) => tokens[at + offset]?.word === word)).map(({ length }) => length));
}

function negatorAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.word === 't' && contracted.has(tokens[at - 1]?.word ?? '')) return 1;
  return starts(negators, tokens, at);
}

/** Where a list of matched words such as ", Memcached or queues" that begins at `at` ends; `at` where it is none with an "or". */
function listEnd(tokens: readonly Token[], covered: ReadonlySet<number>, at: number): number {
  let seenOr = false;
  let end = at;
  for (let index = at; index < tokens.length; index++) {
    const { word, gap } = tokens[index]!;
    if (/[.;:!?()\n]/u.test(gap) && index > at) break;
    if (alternatives.has(word)) seenOr = true;
    else if (!covered.has(index) && !determiners.has(word)) break;
    if (seenOr && gap.includes(',') && !alternatives.has(word) && covered.has(index)) break;
    end = index + 1;
  }
  return seenOr ? end : at;
}

/** "without A and B." takes both away: nothing follows that B could be there for. */
function closesPair(tokens: readonly Token[], covered: ReadonlySet<number>, and: number): boolean {
  let index = and + 1;
  while (determiners.has(tokens[index]?.word ?? '')) index++;
  if (!covered.has(index)) return false;
  while (covered.has(index) && (index === and + 1 || sameClause(tokens[index]!))) index++;
  return tokens[index] === undefined || /[.;!?)\n]/u.test(tokens[index]!.gap);
}

/** The first word that a negator at `at` does not reach any more. */
function scopeEnd(tokens: readonly Token[], covered: ReadonlySet<number>, from: number, pairs: boolean): number {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (index > from && !sameClause(token)) {
      const end = /,/u.test(token.gap) ? listEnd(tokens, covered, index) : index;
      return end;
    }
    if (covered.has(index)) continue;
    if (stops.has(token.word)) return pairs && /^(?:and|et)$/u.test(token.word) && closesPair(tokens, covered, index) ? index + 2 + Number(determiners.has(tokens[index + 1]?.word ?? '')) : index;
    if (index > from && softStops.has(token.word)) return index;
  }
  return tokens.length;
}

const after = /^\s*(?:(?:is|are|was|will|be|['’]s|est|sont|ne|n['’]|sera|seront|isn['’]t|aren['’]t|has|been)\s*){0,4}\s*(?:(?:not|pas)\s+|(?<=n['’]t\s*))(?:(?:be|really|strictly|vraiment|been)\s+){0,2}(?:needed|required|necessary|used|wanted|allowed|n[ée]cessaires?|requise?s?|utiles?|utilis[ée]e?s?|souhait[ée]e?s?)/iu;
const excluded = /^(?:\s+(?:is|are|est|sont)\s+(?:forbidden|excluded|unnecessary|overkill|inutiles?|interdite?s?|exclue?s?|superflue?s?|out\b)|-free\b)/iu;

/** What the text says of each match that it does not simply use. */
export function stances(text: string, tokens: readonly Token[], matches: readonly Match[]): ReadonlyMap<Match, Stance> {
  const covered = new Set(matches.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset)));
  const marks = new Map<number, Stance>();
  for (let at = 0; at < tokens.length; at++) {
    if (covered.has(at)) continue;
    const compared = starts(comparisons, tokens, at);
    const length = compared || negatorAt(tokens, at);
    if (length === 0 || (compared === 0 && harmless.has(tokens[at + length]?.word ?? ''))) continue;
    const from = at + length;
    if (tokens[from] === undefined || /[.,;:!?)\n]/u.test(tokens[from].gap)) continue;
    const end = scopeEnd(tokens, covered, from, /^(?:without|sans)$/u.test(tokens[at]!.word));
    for (let index = from; index < end; index++) marks.set(index, compared > 0 ? 'other' : 'no');
  }
  return new Map(matches.flatMap((match): (readonly [Match, Stance])[] => {
    const rest = text.slice(match.end, match.end + 80);
    const stance = after.test(rest) || excluded.test(rest) ? 'no' : marks.get(match.first);
    return stance === undefined ? [] : [[match, stance]];
  }));
}
