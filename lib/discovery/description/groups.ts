import type { Match } from './phrases.js';
import { idOf } from './reading.js';
import type { Reading } from './reading.js';
import { sameClause } from './tokens.js';
import type { KnownStack } from './types.js';
import { browserFrameworks } from './words.js';

/** Words about one app: its stack, language, framework, and what the text calls it. */
export interface Group {
  readonly stack: string;
  readonly language?: string | undefined;
  readonly framework?: string | undefined;
  /** True for pages that a build leaves. */
  readonly browser: boolean;
  readonly noun?: 'api' | 'backend' | 'frontend' | 'worker' | undefined;
  readonly matches: readonly Match[];
}

const ends = /^(?:and|et|with|avec|in|en|plus|for|pour|using|that|which|qui|on|sur|behind|derriere|to|vers|talking|calling|served|de|d|of|as|comme)$/u;
const joiners = /^(?:and|et|plus|talking|calling|that|which|qui|served|behind)$/u;

/** The role or the worker that a word speaks of. */
function nounOf(match: Match | undefined): Group['noun'] {
  if (match === undefined) return undefined;
  if (idOf(match, 'worker') !== undefined) return 'worker';
  const role = idOf(match, 'role');
  return role === 'app' || role === undefined ? undefined : role === 'service' ? 'api' : (role as Group['noun']);
}

const isTech = (match: Match | undefined): boolean => match !== undefined && (idOf(match, 'stack') !== undefined || idOf(match, 'framework') !== undefined);

/** What the text calls each technology: "a React front end", "API in Go", "frontend: React". A noun is taken once. */
function nouns(reading: Reading, techs: readonly Match[]): ReadonlyMap<Match, NonNullable<Group['noun']>> {
  const at = new Map(reading.matches.flatMap((match) => Array.from({ length: match.last - match.first + 1 }, (_, offset) => [match.first + offset, match] as const)));
  const taken = new Set<Match>();
  const found = new Map<Match, NonNullable<Group['noun']>>();
  for (const tech of techs) {
    for (let index = tech.last + 1; index <= tech.last + 4; index++) {
      const token = reading.tokens[index];
      const match = at.get(index);
      if (token === undefined || !sameClause(token) || /[+&]/u.test(token.gap) || (ends.test(token.word) && match === undefined) || isTech(match)) break;
      const noun = match !== undefined && !reading.stances.has(match) ? nounOf(match) : undefined;
      if (noun === undefined) continue;
      taken.add(match!);
      found.set(tech, noun);
      // "API server", "backend API", "API backend": one thing
      if (at.get(index + 1) !== undefined && nounOf(at.get(index + 1)) !== undefined) taken.add(at.get(index + 1)!);
      break;
    }
  }
  for (const tech of techs.filter((each) => !found.has(each))) {
    for (let index = tech.first; index >= Math.max(1, tech.first - 5); index--) {
      const gap = reading.tokens[index]!.gap;
      if (!sameClause(reading.tokens[index]!) && !/^\s?[:(]\s*$/u.test(gap)) break;
      const previous = at.get(index - 1);
      if (isTech(previous) && techs.includes(previous!) && !/^\s?[/+,]?\s?$/u.test(gap)) break;
      if (joiners.test(reading.tokens[index - 1]!.word)) break;
      const noun = previous !== undefined && !taken.has(previous) && !reading.stances.has(previous) ? nounOf(previous) : undefined;
      if (noun === undefined) continue;
      taken.add(previous!);
      found.set(tech, noun);
      break;
    }
  }
  return found;
}

const server = (noun: Group['noun']): boolean => noun === 'api' || noun === 'backend';

interface Tech {
  readonly match: Match;
  readonly stack: string;
  readonly framework?: string | undefined;
  readonly language?: string | undefined;
  readonly noun?: Group['noun'];
  /** An article before it begins something new: "FastAPI and a Streamlit page". */
  readonly own: boolean;
}

function merged(group: Group, { match, framework, language, noun, own }: Tech, refines: (id: string) => readonly string[]): Group | undefined {
  const matches = [...group.matches, match];
  if (framework === undefined) {
    if (noun === 'worker' && group.noun !== 'worker') return undefined;
    const open = language === '';
    // pages are built by Node.js, but who names it speaks of a server
    if (group.browser && (server(noun) || (open && noun === undefined))) return undefined;
    if (group.noun !== undefined && noun !== undefined && server(group.noun) !== server(noun)) return undefined;
    return { ...group, language: open || language === undefined ? group.language : (group.language ?? language), noun: group.noun ?? noun, matches };
  }
  const browser = browserFrameworks.has(framework);
  if (group.noun !== undefined && noun !== undefined && (group.noun === 'frontend') !== (noun === 'frontend')) return undefined;
  if ((group.noun === 'worker') !== (noun === 'worker') && group.framework !== undefined) return undefined;
  if (group.framework === framework) return { ...group, noun: group.noun ?? noun, matches };
  if (group.framework === undefined) {
    if (browser ? server(group.noun) || group.language === undefined || noun === 'frontend' && group.noun !== 'frontend' && group.language !== 'javascript' && group.language !== 'typescript' : group.noun === 'frontend' && noun !== 'frontend') return undefined;
    if (group.noun === 'worker' && noun !== 'worker') return undefined;
    return { ...group, framework, browser, noun: group.noun ?? noun, matches };
  }
  if (own) return undefined;
  const apart = browser && noun === 'frontend' && group.noun !== 'frontend';
  const apartBefore = group.browser && group.noun === 'frontend' && noun !== 'frontend';
  if (refines(framework).includes(group.framework) && !apartBefore) return { ...group, framework, browser, noun: group.noun ?? noun, matches };
  if (refines(group.framework).includes(framework) && !apart) return { ...group, noun: group.noun ?? noun, matches };
  return undefined;
}

/** A framework of several stacks belongs to one that the text names, else to the last that has it. */
function techOf(reading: Reading, match: Match, named: ReadonlySet<string>, noun: Group['noun']): Tech {
  const own = /^(?:a|an|un|une)$/u.test(reading.tokens[match.first - 1]?.word ?? '');
  const frameworks = match.meanings.filter(({ kind }) => kind === 'framework');
  const framework = frameworks.find(({ stack }) => named.has(stack!)) ?? frameworks.at(-1);
  if (framework !== undefined) return { match, stack: framework.stack!, framework: framework.id, noun, own };
  const stack = match.meanings.find(({ kind }) => kind === 'stack')!;
  return { match, stack: stack.id, language: stack.language, noun, own };
}

/** Groups the words of stacks and frameworks into apps. */
export function groups(reading: Reading, stacks: readonly KnownStack[], techs: readonly Match[]): readonly Group[] {
  const named = new Set(techs.map((match) => idOf(match, 'stack')).filter((id) => id !== undefined));
  const calls = nouns(reading, techs);
  const refines = (id: string): readonly string[] => stacks.flatMap(({ frameworks }) => frameworks).find((each) => each.id === id)?.refines ?? [];
  const list: Group[] = [];
  for (const match of techs) {
    const tech = techOf(reading, match, named, calls.get(match));
    const order = list.map((_, index) => index).toReversed();
    const fit = order.filter((index) => list[index]!.stack === tech.stack).map((index) => [index, merged(list[index]!, tech, refines)] as const).find(([, group]) => group !== undefined);
    if (fit !== undefined) list[fit[0]] = fit[1]!;
    else list.push({ stack: tech.stack, language: tech.language === '' ? undefined : tech.language, framework: tech.framework, browser: tech.framework !== undefined && browserFrameworks.has(tech.framework), noun: tech.noun, matches: [match] });
  }
  return list.filter((group) => !isTool(group, list));
}

/** A language for browsers or a runtime of tools that is named beside a server of another kind is no app of its own. */
function isTool(group: Group, list: readonly Group[]): boolean {
  if (group.framework !== undefined || group.noun !== undefined) return false;
  const browserLanguage = group.matches.every((match) => match.meanings.some(({ kind, language }) => kind === 'stack' && (language === 'javascript' || language === 'typescript' || language === 'html')));
  const runtime = group.matches.every((match) => match.meanings.some(({ language }) => language === '' || language === 'javascript' || language === 'typescript'));
  return list.some((other) => other !== group && (browserLanguage || (runtime && !other.browser && other.stack !== group.stack)));
}
