import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesIn } from '../../discovery/file-index.js';
import { matches } from '../../discovery/source.js';
import type { Match } from '../../discovery/source.js';
import type { PythonProject } from './project.js';

const run = /\b(?:\w+\.)?(?:run|run_app|run_server|launch|listen|serve|bind)\(([^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,300}){0,4})\)/gu;
const valid = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;
const loopback = /host\s*=\s*["'](?:127\.0\.0\.1|localhost)["']|["']127\.0\.0\.1["']/u;

/** The number that a call listens on: given by name, as a default of a variable, or alone in `listen(8888)`. */
function portOfCall({ groups: [whole = '', text = ''] }: Match): number | undefined {
  const byName = /\bport\s*=\s*(?:int\(\s*)?(?:\w+(?:\.\w+)*\(\s*["']\w+["']\s*,\s*)?["']?(\d{2,5})\b/u.exec(text)?.[1];
  const alone = /\b(?:listen|bind)\(/u.test(whole) ? /^\s*(\d{2,5})\s*(?:,|$)/u.exec(text)?.[1] : undefined;
  const found = byName ?? alone;
  return found !== undefined && valid(Number(found)) ? Number(found) : undefined;
}

/** `bind` of a gunicorn configuration. */
function gunicornFacts({ repository, path }: PythonProject): readonly Fact<number>[] {
  return filesIn(repository, path).filter((file) => /(?:^|\/)gunicorn(?:[._]conf(?:ig)?)?\.py$/u.test(file)).flatMap((file): Fact<number>[] => {
    const text = repository.read(file) ?? '';
    const match = /^bind\s*=\s*[^\n]*?:(\d{2,5})\b/mu.exec(text);
    return match === null || !valid(Number(match[1])) ? [] : [{ value: Number(match[1]), confidence: 'certain', evidence: [cite(file, text, match.index)] }];
  });
}

/** What the server listens on. A call that listens on the loopback address is for its author's own machine and says little. */
export function portFacts(project: PythonProject, fallback: number): readonly Fact<number>[] {
  const calls = matches(project.sources, run).flatMap((match): Fact<number>[] => {
    const value = portOfCall(match);
    return value === undefined ? [] : [{ value, confidence: loopback.test(match.groups[1] ?? '') ? 'guess' : 'likely', evidence: [match.evidence] }];
  });
  const example = project.env.filter(({ name, example: value }) => /^(?:PORT|APP_PORT|SERVER_PORT|HTTP_PORT|UVICORN_PORT)$/u.test(name) && valid(Number(value)));
  const streamlit = `${project.path === '.' ? '' : `${project.path}/`}.streamlit/config.toml`;
  const settings = project.repository.exists(streamlit) ? (project.repository.read(streamlit) ?? '') : '';
  const written = /^port\s*=\s*(\d{2,5})/mu.exec(settings);
  const all: readonly Fact<number>[] = [
    ...gunicornFacts(project),
    ...(written === null ? [] : [{ value: Number(written[1]), confidence: 'certain' as const, evidence: [cite(streamlit, settings, written.index)] }]),
    ...example.map(({ example: value, evidence }) => ({ value: Number(value), confidence: 'likely' as const, evidence: [evidence] })),
    ...calls.filter(({ confidence }) => confidence !== 'guess'),
    { value: fallback, confidence: 'guess', evidence: [] },
    ...calls.filter(({ confidence }) => confidence === 'guess'),
  ];
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}
