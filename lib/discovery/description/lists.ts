import { numberOf } from './quantities.js';
import { claim, idOf } from './reading.js';
import type { Reading } from './reading.js';
import type { Match } from './phrases.js';
import { stopWords } from './stop-words.js';
import { sameClause } from './tokens.js';
import type { Token } from './tokens.js';
import type { Words } from './types.js';

/** A service that the text gives a name. */
export interface NamedService {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Words;
}

export interface Services {
  readonly list: readonly NamedService[];
  /** What else the text says of their number: without names they are counted. */
  readonly count?: { readonly value: number; readonly evidence: Words };
}

const nameOf = (raw: string): string => raw.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 40);
const isHead = ({ word }: Token): boolean => /^(?:micro)?service$/u.test(word) || word === 'app' || word === 'api' || word === 'apis' || word === 'apps' || word === 'application';
const isService = ({ word }: Token): boolean => /^(?:micro)?service$/u.test(word);

const prepositions = /^(?:in|en|with|avec|using|written|on|sur|is|are|est|which|that|qui|built|ecrit|ecrite)$/u;

const kindsOfTech = new Set(['stack', 'framework', 'technology', 'proxy']);
const isTech = (match: Match | undefined): boolean => match?.meanings.some(({ kind }) => kindsOfTech.has(kind)) ?? false;

/** The name that an item of a list begins with: one to three words before a preposition, a technology or a parenthesis. */
function itemName(reading: Reading, start: number, end: number): NamedService | undefined | 'technology' {
  const inside = reading.tokens.flatMap((token, index) => (token.start >= start && token.end <= end ? [{ token, index }] : []));
  const name: Token[] = [];
  for (const { token, index } of inside) {
    const match = reading.matches.find(({ first, last }) => index >= first && index <= last);
    if (isTech(match)) {
      if (name.length === 0) return 'technology';
      break;
    }
    if (name.length > 0 && (prepositions.test(token.word) || /[(:]/u.test(token.gap))) break;
    if (isService(token) || ((stopWords.has(token.raw.toLowerCase()) || stopWords.has(token.word)) && match === undefined)) continue;
    name.push(token);
  }
  if (name.length === 0 || name.length > 3) return undefined;
  const from = name[0]!.start;
  const to = name.at(-1)!.end;
  const text = nameOf(reading.text.slice(from, to));
  return text === '' ? undefined : { name: text, start, end, evidence: { ...claimLater(reading, from, to) } };
}

/** Evidence without a claim: a list that turns out to be none has claimed nothing. */
const claimLater = ({ text }: Reading, start: number, end: number): Words => ({ file: 'description', line: text.slice(0, start).split('\n').length, quote: text.slice(start, end), start, end });

/** Splits at commas, semicolons and conjunctions outside parentheses. */
function items(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let depth = 0;
  let from = start;
  const separator = /[()]|[,;]\s*(?:and|et|puis|&|plus)?\s|\s(?:and|et|&)\s|\n\s*[-*•]\s*/giu;
  const slice = text.slice(start, end);
  for (const { 0: found, index } of slice.matchAll(separator)) {
    if (found === '(') depth++;
    else if (found === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push([from, start + index]);
      from = start + index + found.length;
    }
  }
  return [...parts, [from, end] as [number, number]].filter(([a, b]) => text.slice(a, b).trim() !== '');
}

/** Where a list opens after the word `services`: a colon, a parenthesis, or "for", "named". */
const opener = /^(?:\s+(?!for\b|pour\b|named\b|called\b)[\p{L}\p{N}.#+/-]+){0,5}?\s*(?::\s*(?:\n\s*[-*•]\s*)?|\(\s*|\s(?:for|named|called|pour|appel[ée]s|nomm[ée]s|namely|[àa] savoir)\s+|\s?[–—]\s?|\s-\s)/iu;

/** The same with what they are built on in parentheses before it: "microservices in Java (Spring Boot): a, b". */
const openerAfterAside = /^(?:\s+[\p{L}\p{N}.#+/-]+){0,5}?\s*\([^()\n]{1,60}\)\s*(?::\s*(?:\n\s*[-*•]\s*)?|\s?[–—]\s?)/iu;

function listAfter(reading: Reading, head: number): readonly NamedService[] {
  const { end } = reading.tokens[head]!;
  const following = reading.text.slice(end, end + 160);
  const leads = [opener, openerAfterAside].flatMap((pattern) => pattern.exec(following)?.[0] ?? []);
  return leads.map((lead) => listFrom(reading, end, lead)).find(({ length }) => length > 0) ?? [];
}

/** The items that follow what opens a list behind an offset. */
function listFrom(reading: Reading, end: number, lead: string): readonly NamedService[] {
  const { text } = reading;
  const start = end + lead.length;
  const rest = text.slice(start, start + 1500);
  const bullets = /\n\s*[-*•]/u.test(lead);
  const stop = lead.trimEnd().endsWith('(') ? /\)/u.exec(rest)?.index : bullets ? /\n\s*\n|\n(?!\s*[-*•])/u.exec(rest)?.index : /[.!?](?=\s|$)|\n|\s[–—-]\s|:/u.exec(rest)?.index;
  const found: NamedService[] = [];
  for (const [from, to] of items(text, start, start + (stop ?? rest.length))) {
    const item = itemName(reading, from, to);
    if (item === 'technology') {
      if (found.length === 0) return [];
      break;
    }
    if (item === undefined) break;
    found.push(item);
  }
  return found.length >= 2 && new Set(found.map(({ name }) => name)).size === found.length ? found : [];
}

const notNames = /^(?:new|nouveau|nouvelle|web|external|third|party|backing|streaming|simple|same|main|small|single|each|every|cloud|managed|backend|frontend|api|rest|grpc|http|docker|internal|different|separate|independent|independants?|distincts?|core|containerized|stateless|background|python|party|tiers?|externes?|internes?|delivery|online|hosting|customer|managed|en|ligne)$/u;

/** "an orders service and a users service", "un service de paiement et un service commandes". */
function spread(reading: Reading): readonly NamedService[] {
  const { tokens, text } = reading;
  const covered = (index: number): boolean => isTech(reading.matches.find(({ first, last }) => index >= first && index <= last));
  const free = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && !covered(index) && !stopWords.has(token.raw.toLowerCase()) && !notNames.test(token.word) && !/^\d/u.test(token.word);
  };
  const found = tokens.flatMap((token, head): readonly NamedService[] => {
    if (!/^(?:micro-?)?service$/iu.test(token.raw) || !isService(token)) return [];
    if (head > 0 && free(head - 1) && sameClause(token)) return [{ name: nameOf(tokens[head - 1]!.raw), start: tokens[head - 1]!.start, end: token.end, evidence: claimLater(reading, tokens[head - 1]!.start, token.end) }];
    if (!/^(?:un|le|du|ce|et|au|service)$/u.test(tokens[head - 1]?.word ?? '')) return [];
    let at = head + 1;
    while (/^(?:de|d|des|du|la|le|l)$/u.test(tokens[at]?.word ?? '')) at++;
    return free(at) && sameClause(tokens[at]!) && !prepositions.test(tokens[at]!.word) ? [{ name: nameOf(tokens[at]!.raw), start: token.start, end: tokens[at]!.end, evidence: claimLater(reading, token.start, tokens[at]!.end) }] : [];
  });
  const distinct = found.filter(({ name }, index) => found.findIndex((each) => each.name === name) === index);
  return distinct.length >= 2 && text !== '' ? distinct : [];
}

const compound = /(?<![\p{L}\p{N}-])((?:[a-z][a-z0-9]*-)+?)(api|service|svc|worker|consumer|producer|gateway|frontend|backend|server|ui)(?![\p{L}\p{N}-])/giu;

/** "order-api publishes, invoice-worker consumes": names that say what they are. Those of services alone are read with the others. */
function compounds(reading: Reading): readonly NamedService[] {
  const found = [...reading.text.matchAll(compound)].flatMap(({ 0: name, 1: prefix = '', index }) => {
    const own = !prefix.slice(0, -1).split('-').every((word) => notNames.test(word.toLowerCase()) || stopWords.has(word.toLowerCase()));
    const end = index + name.length;
    const taken = reading.matches.some((match) => isTech(match) && match.start < end && match.end > index);
    return own && !taken ? [{ name: nameOf(name), start: index, end, evidence: claimLater(reading, index, end) }] : [];
  });
  const distinct = found.filter(({ name }, index) => found.findIndex((each) => each.name === name) === index);
  return distinct.length >= 2 && distinct.some(({ name }) => !/-(?:service|svc)$/u.test(name)) ? distinct : [];
}

const numberWord = /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze)$/u;

function counted(reading: Reading): Services['count'] {
  const { tokens } = reading;
  for (const [index, token] of tokens.entries()) {
    if (!numberWord.test(token.word)) continue;
    for (let head = index + 1; head <= index + 3 && head < tokens.length && sameClause(tokens[head]!); head++) {
      if (reading.stances.size > 0 && reading.matches.some((match) => match.first === head && reading.stances.has(match))) break;
      const value = numberOf(token.raw);
      if (isService(tokens[head]!) && value !== undefined && value >= 2 && value <= 50) return { value, evidence: claim(reading, token.start, tokens[head]!.end) };
    }
  }
  return undefined;
}

/** The services that the text names or counts. */
export function namedServices(reading: Reading): Services {
  const heads = reading.tokens.flatMap((token, index) => (isHead(token) && !reading.matches.some((match) => reading.stances.has(match) && idOf(match, 'pattern') !== undefined && match.first === index) ? [index] : []));
  const lists = heads.filter((index) => isService(reading.tokens[index]!) || numberWord.test(reading.tokens[index - 1]?.word ?? '')).map((index) => listAfter(reading, index));
  const list = [...lists, compounds(reading)].find(({ length }) => length > 0) ?? spread(reading);
  for (const { evidence } of list) claim(reading, evidence.start, evidence.end);
  // a name stands for its service wherever it is written again: "gateway uses Redis"
  for (const match of reading.matches) if (list.some(({ name, evidence }) => (match.start >= evidence.start && match.end <= evidence.end) || (!isTech(match) && nameOf(match.quote) === name))) reading.names.add(match);
  const count = counted(reading);
  return { list, ...(count === undefined ? {} : { count }) };
}
