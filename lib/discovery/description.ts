import { apps } from './description/apps.js';
import { environmentWords, eventWords, managedWords, misleadingWords, needWords, optionalWords, proxyNeeds, regulationWords, roleWords, securityWords, simpleWords, teamWords, workerWords } from './description/general-words.js';
import { compile } from './description/phrases.js';
import type { Kind, Meaning, Phrases } from './description/phrases.js';
import { quantities } from './description/quantities.js';
import { answersOf, claim, read, wanted, words } from './description/reading.js';
import type { Reading } from './description/reading.js';
import { excluded, proxy, services } from './description/services.js';
import { stopWords } from './description/stop-words.js';
import type { DescribedApp, DescribedConstraints, DescribedService, Description, KnownStack, Understood, Words } from './description/types.js';
import { frameworkWords, meets, needDefaults, patternIds, otherWords, patternWords, proxyWords, stackWords, technologyWords } from './description/words.js';

type Entry = readonly [Meaning, string];
const entries = (kind: Kind, table: Readonly<Record<string, string>>): readonly Entry[] => Object.entries(table).map(([id, phrases]) => [{ kind, id }, phrases]);

const phrases: Phrases = compile([
  ...entries('technology', technologyWords),
  ...entries('proxy', proxyWords),
  ...entries('pattern', patternWords),
  ...Object.entries(stackWords).flatMap(([id, languages]) => Object.entries(languages).map(([language, text]): Entry => [{ kind: 'stack', id, language }, text])),
  ...Object.entries(frameworkWords).flatMap(([stack, table]) => Object.entries(table).map(([id, text]): Entry => [{ kind: 'framework', id, stack }, text])),
  ...entries('need', needWords),
  ...entries('proxy-need', { proxy: proxyNeeds }),
  ...entries('environment', environmentWords),
  ...entries('role', roleWords),
  ...entries('worker', workerWords),
  ...entries('security', securityWords),
  ...entries('regulation', regulationWords),
  ...entries('team', teamWords),
  ...entries('simple', { simple: simpleWords }),
  ...entries('events', { events: eventWords }),
  ...entries('optional', { optional: optionalWords }),
  ...entries('managed', { managed: managedWords }),
  ...entries('other', otherWords),
  ...entries('misleading', { misleading: misleadingWords }),
]);

function constraints(reading: Reading): DescribedConstraints {
  const found = quantities(reading.text).map(({ kind, value, start, end }) => ({ kind, answer: { value, confidence: 'certain', evidence: [claim(reading, start, end)] } satisfies Understood<number> }));
  const amounts = Object.fromEntries(found.toReversed().map(({ kind, answer }) => [kind, answer]));
  const regulations = answersOf(reading, 'regulation');
  const security = answersOf(reading, 'security');
  const regulated = [...regulations, ...security.filter(({ value }) => value === 'regulated')].flatMap(({ evidence }) => evidence);
  const strict = security.find(({ value }) => value === 'strict');
  const team = answersOf(reading, 'team')[0] as Understood<'beginner' | 'expert'> | undefined;
  return {
    ...amounts,
    ...(regulated.length > 0 ? { security: { value: 'regulated', confidence: 'certain', evidence: regulated } } : strict === undefined ? {} : { security: strict as Understood<'strict'> }),
    ...(regulations.length > 0 ? { regulations } : {}),
    ...(team === undefined ? {} : { team }),
  };
}

/** Patterns that the text names go before those that its apps and services show; of several the one that asks for most. */
function patternOf(reading: Reading, found: readonly DescribedApp[], named: number, used: readonly DescribedService[]): Understood<string> {
  const said = answersOf(reading, 'pattern');
  const order = [patternIds.named, patternIds.events, patternIds.data, patternIds.several, patternIds.simple];
  const [first] = said.toSorted((a, b) => order.indexOf(a.value as never) - order.indexOf(b.value as never));
  const no = new Set(excluded(reading).map(({ value }) => value));
  if (first !== undefined) return first;
  const guess = (value: string, evidence: readonly Words[] = []): Understood<string> => ({ value, confidence: evidence.length > 0 ? 'likely' : 'guess', evidence });
  const simple = wanted(reading, 'simple').map(({ start, end }) => words(reading, start, end));
  if (named >= 3 && !no.has(patternIds.named)) return guess(patternIds.named, found.flatMap(({ evidence }) => evidence.slice(0, 1)));
  const events = wanted(reading, 'events').map(({ start, end }) => words(reading, start, end));
  const broker = used.find(({ value }) => meets['stream']!.includes(value));
  if (events.length > 0 && broker !== undefined && !no.has(patternIds.events)) return guess(patternIds.events, events);
  const notebook = used.find(({ value, confidence }) => value === needDefaults.notebooks && confidence !== 'guess');
  if (notebook !== undefined && !no.has(patternIds.data)) return guess(patternIds.data, notebook.evidence);
  const several = found.length > 1 || found.some(({ workers }) => workers.length > 0);
  return several ? guess(patternIds.several) : guess(patternIds.simple, simple);
}

const called = /(?:\b(?:called|named|project|projet|nomm[ée]e?|appel[ée]e?|baptis[ée]e?)\s+)["“«']?\s?(\p{Lu}[\p{L}\p{N}-]{1,38}|[a-z][a-z0-9]+(?:-[a-z0-9]+)+)/u;
const introduced = /^(?:\s*#[^\n]{1,80}\n+)?[\s#*_]*(?:Welcome to\s+|Bienvenue (?:sur|dans)\s+)?(\p{Lu}[\p{L}\p{N}-]{1,38}(?:\s\p{Lu}[\p{L}\p{N}-]{1,38}){0,2})\**\s(?:is|est)\s(?:an?|the|our|une?|le|la|notre)\s/u;

/** The project's name where the text gives one: "called Shop", or "Shop is a …" at its start. */
function projectOf(reading: Reading): Understood<string> | undefined {
  for (const [pattern, confidence] of [[called, 'certain'], [introduced, 'likely']] as const) {
    const match = pattern.exec(reading.text);
    const name = match?.[1];
    if (match === null || name === undefined || /^(?:This|It|There|Here|That|Ce|Ceci|Il|Elle)$/u.test(name)) continue;
    const start = match.index + match[0].indexOf(name);
    const taken = reading.matches.some((each) => each.start < start + name.length && each.end > start && each.meanings.some(({ kind }) => kind === 'technology' || kind === 'stack' || kind === 'framework'));
    if (!taken) return { value: name, confidence, evidence: [claim(reading, start, start + name.length)] };
  }
  return undefined;
}

/** Words that carry meaning and that no answer comes from; neighbours are one entry. */
function leftOver(reading: Reading): readonly Words[] {
  const runs: { start: number; end: number }[] = [];
  let open = false;
  for (const [index, token] of reading.tokens.entries()) {
    const content = !reading.understood.has(index) && !stopWords.has(token.raw.toLowerCase()) && !stopWords.has(token.word);
    if (content && open && /^[\s-]$/u.test(token.gap)) runs.at(-1)!.end = token.end;
    else if (content) runs.push({ start: token.start, end: token.end });
    open = content;
  }
  return runs.map(({ start, end }) => words(reading, start, end));
}

/**
 * What a text in English or French says about a project. Deterministic: tables of words, no model, no network.
 * `stacks` tell which framework is built on which.
 */
export function describe(text: string, stacks: readonly KnownStack[]): Description {
  const reading = read(text, phrases);
  const project = projectOf(reading);
  const limits = constraints(reading);
  const { apps: found, named } = apps(reading, stacks);
  const used = services(reading, found);
  return {
    project,
    pattern: patternOf(reading, found, named, used),
    apps: found,
    services: used,
    excluded: excluded(reading),
    proxy: proxy(reading),
    environments: answersOf(reading, 'environment'),
    constraints: limits,
    notUnderstood: leftOver(reading),
  };
}
