import { isLoopback } from '../../discovery/bind.js';
import { ranked } from '../../discovery/evidence.js';
import type { Confidence, Fact } from '../../discovery/evidence.js';
import type { AppFindings, BindVariable, VariableFindings } from '../../discovery/findings.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import { listensOn } from '../bind-variables.js';
import type { NodePackage } from './app.js';
import { callArguments, constant, literal } from './code.js';
import { variableIn } from './variables.js';

export type Bind = AppFindings['bind'][number]['value'];

const listenCall = /[\w$)\]]\s*\.listen\(/gu;
const serveCall = /(?<![\w$.])serve\(/gu;
/** An expression that may be an address and that the file does not show. */
const maybeHost = /host|addr|\bip\b|bind|interface|^\.\.\.|^(?:opts|options|config)$/iu;

/** The expression of the host among the options of a call: text, `null` where it is not given, undefined where that cannot be seen. */
function hostOption(options: string): string | null | undefined {
  const named = /\b(?:host|hostname)\s*:\s*([^,}]+)/u.exec(options)?.[1];
  if (named !== undefined) return named.trim();
  if (/[{,]\s*(?:host|hostname)\s*[,}]/u.test(options)) return /\bhostname\b/u.test(options) ? 'hostname' : 'host';
  return options.includes('...') ? undefined : null;
}

function hostArgument(args: readonly string[]): string | null | undefined {
  const [first = '', second] = args;
  // the name of an event, or the path of a socket
  if (/\D/u.test(literal(first) ?? '')) return undefined;
  if (first.startsWith('{')) return hostOption(first);
  // a variable of options, or a path of a socket
  if (args.length > 0 && /^(?:\.\.\.|opts\b|options\b|config$)/u.test(first)) return undefined;
  if (second === undefined || /=>|^(?:async\s+)?function\b|^\(?\s*\)?\s*$/u.test(second)) return null;
  if (literal(second) !== undefined || maybeHost.test(second)) return second;
  return null;
}

interface Reading {
  readonly value: Bind;
  readonly confidence: Confidence;
}

const escaped = (name: string): string => name.replaceAll('$', String.raw`\$`);

/** What a name is set to in a file: a constant, a property, or a name taken out of the environment as a whole. */
function definitionsIn(code: string, name: string): readonly string[] {
  const direct = [...code.matchAll(new RegExp(String.raw`(?<![\w$.])${escaped(name)}\s*(?::\s*\w+\s*=|[=:])(?![=>])\s*([^,;\n]{1,300})`, 'gu'))].slice(0, 20).map((match) => match[1]!);
  const taken = new RegExp(String.raw`\{[^{}]{0,400}?\b(?:(\w+)\s*:\s*)?${escaped(name)}\b\s*(?:=[^{}]{0,100})?(?:,[^{}]{0,400})?\}\s*=\s*process\.env\b(?!\.)`, 'u').exec(code);
  return taken === null ? direct : [...direct, `process.env.${taken[1] ?? name}`];
}

/** The variable of the environment that the expression of a host reads: itself, or what it stands for in the same file or in settings. */
function variableOf(expression: string, source: Source, server: readonly Source[]): string | undefined {
  const direct = variableIn(expression);
  if (direct !== undefined) return direct;
  const name = /^(?:[\w$]+(?:\(\))?\??\.)*([A-Za-z_$][\w$]*)$/u.exec(expression.trim())?.[1];
  if (name === undefined) return undefined;
  const isProperty = expression.includes('.');
  const own = definitionsIn(source.code, name);
  // settings are objects of other files; a plain name comes from one where its own file does not define it
  const found = own.length > 0 && !isProperty ? own : [...own, ...server.filter((each) => each !== source).flatMap(({ code }) => definitionsIn(code, name))];
  return found.map(variableIn).find((each) => each !== undefined);
}

/** What a call to listen shows; `byDefault` is what it means without a host. */
function reading(code: string, host: string | null | undefined, byDefault: Reading): Reading | undefined {
  if (host === undefined) return undefined;
  if (host === null) return byDefault;
  const value = constant(code, host);
  if (value === undefined) return undefined;
  // a default of something else may be overridden; a literal cannot
  return { value: isLoopback(value) ? 'loopback' : 'all', confidence: literal(host) === undefined ? 'likely' : 'certain' };
}

function defaultOf(source: Source, loopbackByDefault: boolean): Reading {
  // NestJS hands the call on to Fastify, which then listens on localhost
  if (/\bFastifyAdapter\b/u.test(source.code)) return { value: 'loopback', confidence: 'likely' };
  const foreign = /\bcreateServer\s*\(/u.test(source.code);
  return loopbackByDefault && !foreign ? { value: 'loopback', confidence: 'certain' } : { value: 'all', confidence: 'certain' };
}

/** Which interfaces the server listens on, as its calls show, and the variables that decide about it where some do. */
function bindOf(sources: readonly Source[], loopbackByDefault: boolean): { readonly facts: readonly Fact<Bind>[]; readonly variables: readonly BindVariable[] } {
  const calls = [
    ...matches(sources, listenCall).map((match) => ({ match, byDefault: defaultOf(match.source, loopbackByDefault) })),
    ...matches(sources, serveCall).map((match) => ({ match, byDefault: { value: 'all', confidence: 'likely' } as const })),
  ].map(({ match, byDefault }) => {
    const host = hostArgument(callArguments(match.source.code, match.end - 1));
    return { match, byDefault, host, variable: typeof host === 'string' ? variableOf(host, match.source, sources) : undefined };
  });
  const facts = calls.flatMap(({ match: { source, evidence }, byDefault, host, variable }) => {
    const found = variable === undefined ? reading(source.code, host, byDefault) : undefined;
    return found === undefined ? [] : [{ ...found, evidence: [evidence] }];
  });
  const names = [...new Set(calls.flatMap(({ variable }) => variable ?? []))];
  return { facts: ranked(facts), variables: names.map((name) => ({ name, form: 'host' })) };
}

interface Program {
  readonly variables: readonly VariableFindings[];
  readonly start: AppFindings['commands']['start'];
  readonly loopbackByDefault: boolean;
  /** The framework's own server runs, which gets its address from us. */
  readonly isBuilt: boolean;
}

/** What the server listens on. `server` are the files that its entry loads. */
export function listeningOf({ repository }: NodePackage, server: readonly Source[], { variables, start, loopbackByDefault, isBuilt }: Program): Pick<AppFindings, 'bind' | 'bindVariables'> {
  const { facts, variables: seen } = bindOf(server, loopbackByDefault);
  if (isBuilt) return { bind: facts };
  const { bind, bindVariables = [] } = listensOn(repository, { bind: facts, variables, start });
  const all = [...seen, ...bindVariables.filter(({ name }) => !seen.some((each) => each.name === name))];
  return all.length === 0 ? { bind } : { bind, bindVariables: all };
}
