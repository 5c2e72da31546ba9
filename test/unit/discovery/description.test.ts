import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe as understand } from '../../../lib/discovery/description.js';
import { descriptionReport } from '../../../lib/discovery/description/report.js';
import type { Description } from '../../../lib/discovery/description/types.js';
import { stacks } from '../../../lib/stacks/registry.js';

interface Case {
  readonly text: string;
  /** `stack/framework/role`, `-` where nothing is said. */
  readonly apps: readonly string[];
  readonly services: readonly string[];
  readonly pattern: string;
  readonly names?: readonly string[];
  readonly languages?: readonly string[];
  readonly workers?: readonly string[];
  /** By service, or by app for its runtime. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly excluded?: readonly string[];
  /** Services that somebody else runs in production. */
  readonly managed?: readonly string[];
  readonly proxy?: string;
  readonly environments?: readonly string[];
  readonly constraints?: Readonly<Record<string, unknown>>;
  readonly project?: string;
  readonly notUnderstood?: readonly string[];
  readonly readme?: true;
  readonly pair?: number;
}

const cases = JSON.parse(readFileSync(new URL('descriptions.json', import.meta.url), 'utf8')) as readonly Case[];

const sorted = (list: readonly string[]): readonly string[] => list.toSorted();

function versionsOf(found: Description): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...found.services.flatMap(({ value, tag, version }) => ((tag ?? version) === undefined ? [] : [[value, (tag ?? version)!]])),
    ...found.apps.flatMap(({ name, version }) => (version === undefined ? [] : [[name, version]])),
  ]);
}

function constraintsOf({ constraints }: Description): Readonly<Record<string, unknown>> {
  const { regulations, ...rest } = constraints;
  return { ...Object.fromEntries(Object.entries(rest).map(([key, answer]) => [key, (answer as { value: unknown }).value])), ...(regulations === undefined ? {} : { regulations: sorted(regulations.map(({ value }) => value)) }) };
}

/** What is expected and what was found, by category; a category that a case says nothing about has nothing in it. */
function compared(one: Case, found: Description): Readonly<Record<string, readonly [unknown, unknown]>> {
  const quotes = found.notUnderstood.map(({ quote }) => quote).join(' | ');
  return {
    apps: [sorted(one.apps), sorted(found.apps.map(({ stack, framework, role }) => `${stack ?? '-'}/${framework ?? '-'}/${role}`))],
    ...(one.names === undefined ? {} : { names: [sorted(one.names), sorted(found.apps.map(({ name }) => name))] as const }),
    ...(one.languages === undefined ? {} : { languages: [sorted(one.languages), sorted(found.apps.map(({ language }) => language ?? '-'))] as const }),
    workers: [sorted(one.workers ?? []), sorted(found.apps.flatMap(({ workers }) => workers.map(({ library }) => library ?? 'worker')))],
    services: [sorted(one.services), sorted(descriptionReport(found).services.map(({ technology }) => technology))],
    // the same runtime stands with each app of a list
    versions: [one.versions ?? {}, Object.fromEntries(Object.entries(versionsOf(found)).filter(([key], index, all) => one.versions?.[key] !== undefined || !(one.names ?? []).includes(key) || index === all.length))],
    ...(one.managed === undefined ? {} : { managed: [sorted(one.managed), sorted(found.services.filter((each) => each.managed === true).map(({ value }) => value))] as const }),
    pattern: [one.pattern, found.pattern.value],
    proxy: [one.proxy, found.proxy?.value],
    environments: [sorted(one.environments ?? []), sorted(found.environments.map(({ value }) => value))],
    constraints: [one.constraints ?? {}, constraintsOf(found)],
    excluded: [sorted(one.excluded ?? []), sorted(found.excluded.map(({ value }) => value))],
    project: [one.project, found.project?.value],
    'not understood': [one.notUnderstood ?? [], (one.notUnderstood ?? []).filter((word) => quotes.includes(word))],
  };
}

const same = ([expected, actual]: readonly [unknown, unknown]): boolean => {
  try {
    assert.deepEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
};

describe('descriptions', () => {
  const results = cases.map((one) => ({ one, answers: compared(one, understand(one.text, stacks)) }));

  it('are many, in two languages, half of them like introductions', () => {
    assert.ok(cases.length >= 60);
    assert.ok(cases.filter(({ readme }) => readme).length >= 30);
    assert.ok(new Set(cases.map(({ pair }) => pair).filter((each) => each !== undefined)).size >= 10);
  });

  for (const { one, answers } of results) {
    it(one.text.split('\n').join(' ').slice(0, 110), () => {
      for (const [category, [expected, actual]] of Object.entries(answers)) assert.deepEqual(actual, expected, category);
    });
  }

  after(() => {
    const categories = [...new Set(results.flatMap(({ answers }) => Object.keys(answers)))];
    const rows = categories.map((category) => {
      const all = results.flatMap(({ answers }) => (answers[category] === undefined ? [] : [answers[category]]));
      return `      ${category.padEnd(16)}${String(all.filter(same).length).padStart(4)} of ${all.length}`;
    });
    process.stdout.write(`${rows.join('\n')}\n`);
  });
});
