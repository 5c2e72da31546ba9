import { answersOf, beside, idOf, refused, versionOf, wanted, words } from './reading.js';
import type { Match } from './phrases.js';
import type { Reading } from './reading.js';
import type { DescribedApp, DescribedService, Understood, Words } from './types.js';
import { workerLibraries } from './general-words.js';
import { extensionWords, frameworkDatabases, lightQueueStacks, meets, needDefaults, technologyWords } from './words.js';

/** Whether the words name a cloud's own service, which is rented there and nowhere else. */
const ofCloud = ({ quote }: Match): boolean => /\b(?:aws|amazon)\b/iu.test(quote);

/** Words that give the database away without its name: "the production database is on RDS". */
function managedDatabase(reading: Reading): boolean {
  const beneath = wanted(reading, 'need').filter((match) => idOf(match, 'need') === 'database');
  return wanted(reading, 'managed').some(({ start, end }) => beneath.some((match) => {
    const between = reading.text.slice(Math.min(match.end, end), Math.max(match.start, start));
    return between.length <= 40 && !/[.,;:!?\n]/u.test(between);
  }));
}

/** Services that the text calls by name. */
function named(reading: Reading): readonly DescribedService[] {
  const answers = answersOf(reading, 'technology');
  const databases = answers.filter(({ value }) => meets['database']!.includes(value));
  const rented = databases.length === 1 && managedDatabase(reading) ? databases[0] : undefined;
  return answers.map((answer) => {
    const matches = wanted(reading, 'technology').filter((match) => idOf(match, 'technology') === answer.value);
    const versions = matches.map((match) => versionOf(reading, match));
    const perhaps = matches.every((match) => beside(reading, match, 'optional') !== undefined);
    const managed = answer === rented || matches.some((match) => ofCloud(match) || beside(reading, match, 'managed') !== undefined);
    return {
      ...answer,
      confidence: perhaps ? 'guess' : answer.confidence,
      version: versions.find(({ version }) => version !== undefined)?.version,
      tag: versions.find(({ tag }) => tag !== undefined)?.tag,
      ...(managed ? { managed: true as const } : {}),
    };
  });
}

/** Whether jobs are kept in memory by default: so do the libraries of the stacks that the text names, or of most where it names none. */
const light = (apps: readonly DescribedApp[]): boolean => {
  const stack = apps.find(({ role, stack }) => stack !== undefined && role !== 'static')?.stack ?? apps.find(({ stack }) => stack !== undefined)?.stack;
  return stack === undefined || lightQueueStacks.has(stack);
};

function defaultOf(need: string, apps: readonly DescribedApp[], refusedIds: ReadonlySet<string>): string | undefined {
  const framework = apps.map(({ framework: id }) => frameworkDatabases[id ?? '']).find((each) => each !== undefined);
  const first = need === 'database' && framework !== undefined ? framework : need === 'queue' ? needDefaults[light(apps) ? 'lightQueue' : 'queue'] : need === 'memory' ? needDefaults.lightQueue : needDefaults[need as keyof typeof needDefaults];
  const choices = [first, ...(meets[need] ?? [])];
  return choices.find((each) => each !== undefined && !refusedIds.has(each));
}

interface Demand {
  readonly need: string;
  readonly confidence: DescribedService['confidence'];
  readonly evidence: readonly Words[];
}

/** "Jobs are queued in the database": nothing more is needed for them. */
const inDatabase = /^[\s:]+(?:(?:sont|est|are|is|stored|kept|live|lives|stock[ée]e?s?|go|goes)\s+){0,2}(?:en|in|dans|through|via)\s+(?:the\s+|la\s+|une\s+|a\s+)?(?:database|base\b|postgres|mysql|mariadb|sql)/iu;

/** Needs that something meets which the catalog has no entry for: a default beside it would be a second one. */
function metElsewhere(reading: Reading): ReadonlySet<string> {
  const ids = new Set(wanted(reading, 'other').map((match) => idOf(match, 'other')!));
  return new Set([...ids, ...(ids.has('embedded') || ids.has('documents') ? ['database'] : [])]);
}

/** Needs that the text speaks of, and those that libraries and workers bring. */
function demands(reading: Reading, apps: readonly DescribedApp[]): readonly Demand[] {
  const needs = wanted(reading, 'need').filter((match) => idOf(match, 'need') !== 'queue' || !inDatabase.test(reading.text.slice(match.end, match.end + 80)));
  const elsewhere = metElsewhere(reading);
  const spoken = answersOf(reading, 'need', 'likely', needs.filter((match) => !elsewhere.has(idOf(match, 'need')!))).map(({ value, evidence }): Demand => {
    const perhaps = wanted(reading, 'need').filter((match) => idOf(match, 'need') === value).every((match) => beside(reading, match, 'optional') !== undefined);
    return { need: value, confidence: perhaps ? 'guess' : 'likely', evidence };
  });
  const brought = apps.flatMap(({ workers }) => workers).map(({ library, evidence }): Demand => {
    const { broker } = library === undefined ? { broker: 'queue' as const } : (workerLibraries[library] ?? {});
    return { need: broker ?? '', confidence: library === undefined ? 'guess' : 'likely', evidence };
  });
  return [...spoken, ...brought.filter(({ need }) => need !== '' && !elsewhere.has(need))];
}

/** Backing services: those that are named, then what the needs become. A need that something named meets is its evidence and no service more. */
export function services(reading: Reading, apps: readonly DescribedApp[]): readonly DescribedService[] {
  const no = new Set([...refused(reading, 'technology').map((match) => idOf(match, 'technology')!), ...refused(reading, 'need').map((match) => idOf(match, 'need')!)]);
  const found = new Map(named(reading).filter(({ value }) => !no.has(value)).map((each) => [each.value, each]));
  const extensions = new Set(wanted(reading, 'technology').map(({ quote }) => extensionWords[quote.toLowerCase()]));
  for (const { need, confidence, evidence } of demands(reading, apps)) {
    if (no.has(need) || extensions.has(need) || (meets[need] ?? []).some((id) => found.has(id) && found.get(id)!.confidence !== 'guess')) continue;
    const id = defaultOf(need, apps, no);
    if (id !== undefined && !found.has(id)) found.set(id, { value: id, confidence, evidence });
  }
  const order = Object.keys(technologyWords);
  return [...found.values()].toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/** What the text does not want. */
export function excluded(reading: Reading): readonly Understood<string>[] {
  return (['technology', 'need', 'proxy', 'proxy-need', 'pattern', 'stack', 'framework', 'worker', 'environment', 'role'] as const).flatMap((kind) => answersOf(reading, kind, 'certain', refused(reading, kind)).map((answer) => ({ ...answer, value: kind === 'worker' && answer.value === '' ? 'worker' : answer.value })));
}

export function proxy(reading: Reading): Understood<string> | undefined {
  const [first] = answersOf(reading, 'proxy');
  if (first !== undefined) return first;
  const [need] = wanted(reading, 'proxy-need');
  return need === undefined ? undefined : { value: needDefaults.proxy, confidence: 'likely', evidence: [words(reading, need.start, need.end)] };
}
