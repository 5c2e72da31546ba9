import { cite } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import type { Evidence } from '../../discovery/evidence.js';
import { fileOf } from './project.js';
import type { PhpProject } from './project.js';

interface Transport {
  readonly name: string;
  readonly evidence: Evidence;
}

interface Line {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
  readonly offset: number;
}

const keyed = /^([ \t]*)(['"]?)([\w.@-]+)\2[ \t]*:[ \t]*(.*)$/gmu;

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(keyed)].map((match) => ({ indent: match[1]!.length, key: match[3]!, value: match[4]!.trim(), offset: match.index }));
}

/** The lines below a line that are indented more. */
function below(lines: readonly Line[], index: number): readonly Line[] {
  const { indent } = lines[index]!;
  const end = lines.findIndex((line, at) => at > index && line.indent <= indent);
  return lines.slice(index + 1, end === -1 ? lines.length : end);
}

const isSynchronous = (text: string): boolean => /\b(?:sync|in-memory):\/\//u.test(text);

/** Transports of Symfony's Messenger that somebody has to consume: not those that run at once or keep what failed. */
export function transportsOf(project: PhpProject): readonly Transport[] {
  const file = ['config/packages/messenger.yaml', 'config/packages/messenger.yml', 'config/packages/prod/messenger.yaml'].map((each) => fileOf(project, each)).find((each) => project.repository.exists(each));
  const text = file === undefined ? undefined : project.repository.read(file);
  if (file === undefined || text === undefined) return [];
  const lines = linesOf(withoutHashComments(text).split(/^when@/mu)[0]!);
  const failures = new Set(lines.filter(({ key }) => key === 'failure_transport').map(({ value }) => value.replaceAll(/['"]/gu, '')));
  const start = lines.findIndex(({ key, value }) => key === 'transports' && value === '');
  if (start === -1) return [];
  const inside = below(lines, start);
  const depth = inside[0]?.indent ?? 0;
  return inside.flatMap((line, index) => {
    if (line.indent !== depth || failures.has(line.key)) return [];
    const own = [line, ...below(inside, index)];
    return own.some(({ key, value }) => (key === 'dsn' || key === line.key) && isSynchronous(value)) ? [] : [{ name: line.key, evidence: cite(file, text, line.offset) }];
  });
}
