import type { Diagnostic } from '../../diagnostics.js';
import { ranked } from '../../discovery/evidence.js';
import type { Confidence, Fact } from '../../discovery/evidence.js';
import { callArguments, constant, literal } from './code.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

export type Bind = 'all' | 'loopback';

const listenCall = /[\w$)\]]\s*\.listen\(/gu;
const serveCall = /(?<![\w$.])serve\(/gu;
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/iu;
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

/** What a call to listen shows; `byDefault` is what it means without a host. */
function reading(code: string, args: readonly string[], byDefault: Reading): Reading | undefined {
  const host = hostArgument(args);
  if (host === undefined) return undefined;
  if (host === null) return byDefault;
  const value = constant(code, host);
  if (value === undefined) return undefined;
  // a default beside a variable can be overridden; a literal cannot
  return { value: loopback.test(value) ? 'loopback' : 'all', confidence: literal(host) === undefined ? 'likely' : 'certain' };
}

function defaultOf(source: Source, loopbackByDefault: boolean): Reading {
  // NestJS hands the call on to Fastify, which then listens on localhost
  if (/\bFastifyAdapter\b/u.test(source.code)) return { value: 'loopback', confidence: 'likely' };
  const foreign = /\bcreateServer\s*\(/u.test(source.code);
  return loopbackByDefault && !foreign ? { value: 'loopback', confidence: 'certain' } : { value: 'all', confidence: 'certain' };
}

/** Which interfaces the server listens on, as its calls show. */
export function bindFacts(sources: readonly Source[], loopbackByDefault: boolean): readonly Fact<Bind>[] {
  const calls = [
    ...matches(sources, listenCall).map((match) => ({ match, byDefault: defaultOf(match.source, loopbackByDefault) })),
    ...matches(sources, serveCall).map((match) => ({ match, byDefault: { value: 'all', confidence: 'likely' } as const })),
  ];
  return calls.flatMap(({ match: { source, end, evidence }, byDefault }) => {
    const found = reading(source.code, callArguments(source.code, end - 1), byDefault);
    return found === undefined ? [] : [{ ...found, evidence: [evidence] }];
  });
}

export function bindProblems(facts: readonly Fact<Bind>[]): readonly Diagnostic[] {
  const first = ranked(facts)[0];
  if (first?.value !== 'loopback') return [];
  const place = first.evidence[0];
  return [{
    code: 'listens-on-loopback',
    severity: 'warning',
    message: `the server listens on localhost only${place === undefined ? '' : ` (${place.file}:${place.line})`}: no proxy can reach it`,
    help: 'Listen on 0.0.0.0 in containers',
  }];
}
