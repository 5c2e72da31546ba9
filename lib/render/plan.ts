import type { Architecture, Verdict } from '../design/architecture.js';
import type { Decision } from '../merge/decide.js';
import { checklistMessages } from '../messages/checklist.js';
import { en } from '../messages/en.js';
import { topologyText } from './topology.js';

/** The review in short: how many items pass, and every item that does not. */
export function checklistText({ checklist: { items, antiPatterns } }: Pick<Architecture, 'checklist'>): readonly string[] {
  const say = checklistMessages;
  const number = (wanted: Verdict): number => items.filter(({ verdict }) => verdict === wanted).length;
  const found = antiPatterns.filter((each) => each.found);
  const lines = [
    ...items.filter(({ verdict }) => verdict !== 'pass').map(({ verdict, title, reason }) => ({ label: say.verdicts[verdict], text: `${title}: ${reason}` })),
    ...found.map(({ title, reason, remedy }) => ({ label: say.antiPattern, text: `${title}: ${reason}. ${remedy}` })),
  ];
  const width = Math.max(0, ...lines.map(({ label }) => label.length));
  return [`${say.title}: ${say.summary(number('pass'), number('fail'), number('not-applicable'), found.length)}`, ...lines.map(({ label, text }) => `  ${label.padEnd(width)}  ${text}`)];
}

/** The plan for a terminal: topology, files with what happens to each, decisions with reasons, the review. */
export function planText(architecture: Architecture, decisions: readonly Decision[]): string {
  const say = en.plan;
  const width = Math.max(...decisions.map(({ action }) => en.actions[action].length));
  return [
    say.title(architecture.project.name, architecture.pattern.title),
    '',
    topologyText(architecture),
    '',
    say.files,
    ...decisions.map(({ action, path }) => `  ${en.actions[action].padEnd(width)}  ${path}`),
    '',
    say.decisions,
    ...architecture.decisions.map(({ title, reason }) => `  ${title}\n    ${reason}`),
    '',
    ...checklistText(architecture),
  ].join('\n');
}

/** The plan for a program. */
export function planJson(architecture: Architecture, decisions: readonly Decision[]): string {
  const files = decisions.map(({ path, action }) => ({ path, action }));
  return JSON.stringify({ architecture, files }, undefined, 2);
}
