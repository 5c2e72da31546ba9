import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { cite } from '../../discovery/cite.js';
import { filesIn } from '../../discovery/file-index.js';
import type { JsonMember } from '../../discovery/json.js';
import { memberAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { parseYaml } from '../../discovery/yaml.js';
import { shellWord } from '../../text/quote.js';

/**
 * Tasks of moon, which stand beside a package's scripts or in their place (moonrepo.dev, "moon.yml"): commands that find the programs of
 * installed packages as scripts do. moon itself is not run: it would fetch a runtime of its own.
 */

/** Tasks that all projects of JavaScript and TypeScript inherit. */
const inherited = ['.moon/tasks.yml', '.moon/tasks/all.yml', '.moon/tasks/node.yml', '.moon/tasks/javascript.yml', '.moon/tasks/typescript.yml', '.moon/tasks/bun.yml'];
/** Functions that only moon itself can fill in. */
const functions = /@(?:dirs|envvar|files|globs|group|in|img|meta|out|root)\(/u;
/** No project has more. */
const maximumTasks = 200;

interface Task {
  readonly name: string;
  readonly member: JsonMember;
}

function mapOf(repository: Repository, file: string): YAMLMap | undefined {
  if (!filesIn(repository, folderOf(file)).includes(file)) return undefined;
  const { document } = parseYaml(file, repository.read(file));
  return document !== undefined && isMap(document.contents) ? document.contents : undefined;
}

/** A command or its arguments: a text, or a list of words. */
function words(node: unknown): string | undefined {
  if (isScalar(node) && typeof node.value === 'string') return node.value;
  if (!isSeq(node)) return undefined;
  const all = node.items.map((item) => (isScalar(item) && (typeof item.value === 'string' || typeof item.value === 'number') ? shellWord(String(item.value)) : undefined));
  return all.includes(undefined) ? undefined : all.join(' ');
}

/** The line that a task runs in the folder of its project. */
function lineOf(task: unknown, path: string): string | undefined {
  if (!isMap(task)) return undefined;
  const command = words(task.get('script', true)) ?? words(task.get('command', true));
  const args = words(task.get('args', true));
  const line = [command, args].filter((part) => part !== undefined).join(' ').trim();
  if (command === undefined || line === '' || line === 'noop' || functions.test(line)) return undefined;
  const up = path === '.' ? '.' : path.split('/').map(() => '..').join('/');
  const plain = line.replaceAll('$workspaceRoot', up).replaceAll('$projectRoot', '.');
  return /\$(?:project|target|task|language|workspace|date|time|timestamp)/u.test(plain) ? undefined : plain;
}

function tasksOf(repository: Repository, file: string, path: string): readonly Task[] {
  const tasks = mapOf(repository, file)?.get('tasks', true);
  if (!isMap(tasks)) return [];
  const text = repository.read(file)!;
  return tasks.items.slice(0, maximumTasks).flatMap(({ key, value }): readonly Task[] => {
    const line = lineOf(value, path);
    if (!isScalar(key) || typeof key.value !== 'string' || line === undefined) return [];
    const offset = key.range?.[0] ?? 0;
    return [{ name: key.value, member: { offset, node: { kind: 'string', offset, value: line }, evidence: cite(file, text, offset) } }];
  });
}

/** Which inherited tasks a project takes over: all, unless it says otherwise. */
function isInherited(project: YAMLMap | undefined, name: string): boolean {
  const list = (key: string): readonly unknown[] | undefined => {
    const node = project?.getIn(['workspace', 'inheritedTasks', key], true);
    return isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : undefined;
  };
  return list('include')?.includes(name) !== false && list('exclude')?.includes(name) !== true;
}

/** The manifest with the tasks of its project as scripts, where it has no script of that name. */
export function withTasks(repository: Repository, path: string, manifest: Manifest): Manifest {
  if (!repository.exists('.moon/workspace.yml')) return manifest;
  const file = joinPath(path, 'moon.yml');
  const project = mapOf(repository, file);
  const common = path === '.' ? [] : inherited.flatMap((each) => tasksOf(repository, each, path)).filter(({ name }) => isInherited(project, name));
  const found = [...tasksOf(repository, file, path), ...common];
  const scripts = memberAt(manifest, 'scripts');
  if (found.length === 0 || (scripts !== undefined && scripts.node.kind !== 'object')) return manifest;
  const members = new Map(scripts?.node.kind === 'object' ? scripts.node.members : []);
  for (const { name, member } of found) if (!members.has(name)) members.set(name, member);
  const offset = scripts?.offset ?? 0;
  return { ...manifest, members: new Map([...manifest.members, ['scripts', { offset, node: { kind: 'object', offset, members } }]]) };
}
