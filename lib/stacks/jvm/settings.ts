import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';

/** One property of a settings file. */
export interface Setting {
  /** Dotted, lower case, without dashes: `server.servlet.contextpath`. */
  readonly key: string;
  readonly value: string;
  /** The profile that it is for; undefined where it always counts. */
  readonly profile?: string | undefined;
  readonly evidence: Evidence;
}

/** Nobody sets more in one file. */
const maximum = 5000;

/** Spring, Quarkus and Micronaut read `context-path`, `contextPath` and `context_path` as the same name. */
export const relaxed = (key: string): string => key.replace(/[-_"'\s]/gu, '').toLowerCase();

const unquoted = (value: string): string => /^(["'])(.*)\1$/su.exec(value)?.[2] ?? value;

type Line = readonly [line: string, offset: number];

function* linesOf(text: string): Generator<Line> {
  let count = 0;
  for (let start = 0; start < text.length && count < maximum; count += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end).replace(/\r$/u, '');
    if (line.length < 2000) yield [line, start];
    start = end === -1 ? text.length : end + 1;
  }
}

/** `name=value` and `name: value` lines. A name of Quarkus may start with the profile that it is for: `%dev.`. */
export function propertiesOf(file: string, text: string): readonly Setting[] {
  const found: Setting[] = [];
  for (const [line, offset] of linesOf(text)) {
    const match = /^[ \t]*(?:%([\w,-]+)\.)?([^\s#!=:][^\s=:]*)[ \t]*[=:][ \t]*(.*)$/u.exec(line);
    if (match !== null) found.push({ key: relaxed(match[2]!), value: match[3]!.trim(), profile: match[1], evidence: cite(file, text, offset) });
  }
  return found;
}

/** Keys of one document of YAML, found by indentation: what settings files are written in, without anchors or flow maps. */
function documentOf(file: string, text: string, lines: readonly Line[]): readonly Setting[] {
  const found: Setting[] = [];
  const path: { readonly indent: number; readonly key: string }[] = [];
  for (const [line, offset] of lines) {
    const match = /^( *(?:- +)?)(["']?)([%\w.[\]/*-]+)\2[ \t]*:(?:[ \t]+(.*))?$/u.exec(line);
    if (match === null) continue;
    const indent = match[1]!.length;
    while (path.length > 0 && path.at(-1)!.indent >= indent) path.pop();
    if (path.length > 50) continue;
    path.push({ indent, key: match[3]! });
    const value = unquoted((match[4] ?? '').replace(/(?:^|\s)#.*$/u, '').trim());
    if (value !== '') found.push({ key: relaxed(path.map(({ key }) => key).join('.')), value, evidence: cite(file, text, offset) });
  }
  const quarkus = /^%([\w,]+)\.(.+)$/u;
  const profile = found.find(({ key }) => key === 'spring.config.activate.onprofile' || key === 'spring.profiles')?.value;
  return found.map((setting) => {
    const own = quarkus.exec(setting.key);
    return own === null ? { ...setting, profile } : { ...setting, key: own[2]!, profile: own[1] };
  });
}

export function yamlOf(file: string, text: string): readonly Setting[] {
  const documents: Line[][] = [[]];
  for (const each of linesOf(text)) {
    if (/^---(?:\s|$)/u.test(each[0])) documents.push([]);
    else documents.at(-1)!.push(each);
  }
  return documents.flatMap((lines) => documentOf(file, text, lines));
}

/** HOCON, as far as settings files use it: blocks in braces and assignments, one to a line. */
export function hoconOf(file: string, text: string): readonly Setting[] {
  const found: Setting[] = [];
  const path: string[] = [];
  for (const [whole, offset] of linesOf(text)) {
    const line = whole.replace(/(?:^|\s)(?:#|\/\/).*$/u, '').trim();
    const opened = /^"?([\w.-]+)"?\s*[:=]?\s*\{$/u.exec(line);
    const assigned = /^"?([\w.-]+)"?\s*[:=]\s*(.+?),?$/u.exec(line);
    if (opened !== null && path.length < 50) path.push(opened[1]!);
    else if (line.startsWith('}')) path.pop();
    else if (assigned !== null) found.push({ key: relaxed([...path, assigned[1]!].join('.')), value: unquoted(assigned[2]!.trim()), evidence: cite(file, text, offset) });
  }
  return found;
}

export function settingsOf(file: string, text: string): readonly Setting[] {
  if (file.endsWith('.properties')) return propertiesOf(file, text);
  return /\.ya?ml$/u.test(file) ? yamlOf(file, text) : hoconOf(file, text);
}

/** The number in `8080`, `${PORT:8080}` or `${?PORT}` (none). */
export function numberIn(value: string): number | undefined {
  const digits = /^(?:\$\{[\w.-]+:)?(\d{1,5})\}?$/u.exec(value.trim())?.[1];
  const port = digits === undefined ? Number.NaN : Number(digits);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** The text of a value, or the default of its placeholder; undefined where only the environment knows it. */
export function textIn(value: string): string | undefined {
  const match = /^\$\{[\w.?-]+(?::([^}]*))?\}$/u.exec(value.trim());
  return match === null ? value.trim() : match[1];
}
