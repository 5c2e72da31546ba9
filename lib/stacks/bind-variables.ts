import { isLoopback } from '../discovery/bind.js';
import { isEnvExample } from '../discovery/env-files.js';
import { best } from '../discovery/evidence.js';
import type { Evidence } from '../discovery/evidence.js';
import type { AppFindings, BindVariable, VariableFindings } from '../discovery/findings.js';
import type { Repository } from '../discovery/repository.js';
import { foreignVariable } from './ports.js';

const place = '(?:HOST|HOSTNAME|IP|INTERFACE|ADDR|ADDRESS)';
/** What programs call the address that they listen on. */
const names = new RegExp(`^(?:HOST|ADDR|ADDRESS|(?:SERVER|HTTP|APP|APPLICATION|WEB|SERVICE|NODE|UVICORN)_(?:${place}|BIND|LISTEN)|(?:\\w+_)?(?:LISTEN|BIND)(?:_(?:${place}|ON|TO))?)$`, 'u');
/** An address in quotes: its host, and its port where it has one. */
const literal = /["'`](localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|\[?::\]?)(?::(\d{2,5}))?["'`]/u;
/** Lines after a read, and before it, in which its default may stand. */
const after = 3;
const before = 2;

/** The default that stands beside a read: in its line, in those that follow, in those before. An address of somebody else's is none. */
function defaultAt(lines: readonly string[], line: number): { readonly host: string; readonly port: boolean } | undefined {
  const own = lines[line - 1] ?? '';
  if (own.includes('://')) return undefined;
  const windows = [own, lines.slice(line, line + after).join('\n'), lines.slice(Math.max(0, line - 1 - before), line - 1).join('\n')];
  const found = windows.map((text) => literal.exec(text)).find((match) => match !== null);
  return found === undefined ? undefined : { host: found![1]!, port: found![2] !== undefined };
}

/**
 * Variables that a program reads for the address that it listens on, and that would keep it on the loopback interface: by their default
 * in the source, or by the environment example. `start` is its command: one that names the address itself asks no variable.
 */
export function bindVariablesOf(repository: Repository, variables: readonly VariableFindings[], start: AppFindings['commands']['start']): readonly BindVariable[] {
  if (best(start)?.some((word) => word.includes('0.0.0.0')) === true) return [];
  return variables.filter(({ name }) => names.test(name) && !foreignVariable.test(name)).flatMap(({ name, example, evidence }): readonly BindVariable[] => {
    const reads = evidence.filter(({ file }) => !isEnvExample(file));
    const found = reads.map(({ file, line }) => defaultAt((repository.read(file) ?? '').split('\n'), line)).find((each) => each !== undefined);
    const given = /^([^:]+|\[[^\]]*\])(?::(\d{2,5}))?$/u.exec(example ?? '');
    if (reads.length > 0 && given !== null && isLoopback(given[1]!)) return [{ name, form: given[2] === undefined ? 'host' : 'address' }];
    return found !== undefined && isLoopback(found.host) ? [{ name, form: found.port ? 'address' : 'host' }] : [];
  });
}

const isNear = (a: Evidence, b: Evidence): boolean => a.file === b.file && Math.abs(a.line - b.line) <= after + 1;

/** Facts about interfaces without those that are no more than the default of a variable, which the blueprint sets. */
function withoutDefaults(facts: AppFindings['bind'], bound: readonly BindVariable[], variables: readonly VariableFindings[]): AppFindings['bind'] {
  const reads = variables.filter(({ name }) => bound.some((each) => each.name === name)).flatMap(({ evidence }) => evidence);
  return facts.filter(({ value, evidence }) => value !== 'loopback' || evidence.length === 0 || !evidence.every((each) => reads.some((read) => isNear(read, each))));
}

interface Listening {
  readonly bind: AppFindings['bind'];
  readonly variables: readonly VariableFindings[];
  readonly start: AppFindings['commands']['start'];
  /** Variables that are known to decide: read where the server is told its address, or the framework's own above its settings. */
  readonly known?: readonly BindVariable[];
}

/** What a server listens on: facts that hold whatever its environment says, and the variables that decide. */
export function listensOn(repository: Repository, { bind, variables, start, known = [] }: Listening): Pick<AppFindings, 'bind' | 'bindVariables'> {
  const all = [...known, ...bindVariablesOf(repository, variables, start)];
  const bindVariables = all.filter(({ name }, index) => all.findIndex((each) => each.name === name) === index);
  return bindVariables.length === 0 ? { bind } : { bind: withoutDefaults(bind, bindVariables, variables), bindVariables };
}
