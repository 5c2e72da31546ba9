import { cite } from '../../discovery/cite.js';
import type { JsonMember, JsonNode } from '../../discovery/json.js';
import { memberAt, textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { shellWord } from '../../text/quote.js';
import type { NxProject } from './nx-project.js';

/** Targets that are commands (nx.dev, nx:run-commands). They run at the root of the workspace, where they find programs of installed packages as scripts do. */

const runsCommands = /^(?:nx|@nx\/workspace|@nrwl\/workspace):run-commands$/u;
/** What only Nx itself can fill in. */
const functions = /\{(?!projectRoot\}|projectName\}|workspaceRoot\})\w[\w.]*\}/u;
/** No project has more. */
const maximumTargets = 200;

const textOf = (node: JsonNode | undefined): string | undefined => (node?.kind === 'string' ? node.value : undefined);
const childOf = (node: JsonNode | undefined, key: string): JsonNode | undefined => (node?.kind === 'object' ? node.members.get(key)?.node : undefined);

/** The commands of a list, one after the other. Those that run side by side are no command of a container. */
function sequence(options: JsonNode | undefined): string | undefined {
  const list = childOf(options, 'commands');
  if (list?.kind !== 'array') return undefined;
  const lines = list.items.map((item) => textOf(item) ?? textOf(childOf(item, 'command')));
  const parallel = childOf(options, 'parallel');
  const inOrder = lines.length === 1 || (parallel?.kind === 'other' && parallel.value === false);
  return inOrder && !lines.includes(undefined) ? lines.join(' && ') : undefined;
}

/** The line that a target runs. */
function lineOf(target: JsonNode, { folder, name }: NxProject): string | undefined {
  const options = childOf(target, 'options');
  const executor = textOf(childOf(target, 'executor'));
  if (executor !== undefined && !runsCommands.test(executor)) return undefined;
  const line = textOf(childOf(target, 'command')) ?? textOf(childOf(options, 'command')) ?? sequence(options);
  if (line === undefined || line.trim() === '' || functions.test(line)) return undefined;
  const place = textOf(childOf(options, 'cwd'));
  const plain = (text: string): string => text.replaceAll('{projectRoot}', folder).replaceAll('{projectName}', name).replaceAll('{workspaceRoot}', '.');
  return place === undefined || place === '.' || place === '{workspaceRoot}' ? plain(line) : `cd ${shellWord(plain(place))} && ${plain(line)}`;
}

/** A project's commands as scripts, by the names of their targets. */
export function targetScripts(project: NxProject): ReadonlyMap<string, JsonMember> {
  const { manifest } = project;
  const targets = memberAt(manifest, 'targets')?.node;
  if (targets?.kind !== 'object') return new Map();
  return new Map([...targets.members].slice(0, maximumTargets).flatMap(([name, { node, offset }]) => {
    const value = lineOf(node, project);
    return value === undefined ? [] : [[name, { offset, node: { kind: 'string', offset, value }, evidence: cite(manifest.file, manifest.text, offset) }] as const];
  }));
}

/** The manifest with these scripts in the place of its own. */
export function withScripts(manifest: Manifest, scripts: ReadonlyMap<string, JsonMember>): Manifest {
  return { ...manifest, members: new Map([...manifest.members, ['scripts', { offset: 0, node: { kind: 'object', offset: 0, members: new Map(scripts) } }]]) };
}

/** Scripts of a manifest whose names match. */
export function scriptsNamed(manifest: Manifest, pattern: RegExp): ReadonlyMap<string, JsonMember> {
  const scripts = memberAt(manifest, 'scripts')?.node;
  return new Map(scripts?.kind === 'object' ? [...scripts.members].filter(([name]) => pattern.test(name) && textAt(manifest, 'scripts', name) !== undefined) : []);
}
