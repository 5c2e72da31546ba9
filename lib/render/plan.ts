import type { Architecture } from '../design/architecture.js';
import type { Decision } from '../merge/decide.js';
import { en } from '../messages/en.js';
import { topologyText } from './topology.js';

/** The plan for a terminal: topology, files with what happens to each, decisions with reasons. */
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
  ].join('\n');
}

/** The plan for a program. */
export function planJson(architecture: Architecture, decisions: readonly Decision[]): string {
  const files = decisions.map(({ path, action }) => ({ path, action }));
  return JSON.stringify({ architecture, files }, undefined, 2);
}
