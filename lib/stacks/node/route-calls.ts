import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import { callEnd } from './code.js';
import { frameworks } from './frameworks/registry.js';

/** A call on an application or a router, alone or in a chain of them. */
export interface RouteCall {
  /** The variable that the chain starts from; `''` where it starts from an application that has no name. */
  readonly receiver: string;
  readonly method: string;
  readonly source: Source;
  /** Of the opening bracket. */
  readonly open: number;
  readonly evidence: Evidence;
  /** Stands inside of a call that puts something before its path or in front of its handler. */
  readonly grouped: boolean;
}

/** What makes an application, as a pattern. */
export const constructors = frameworks.flatMap((framework) => framework.constructors as readonly string[]).join('|');

const verbs = 'get|all|use|route|post|put|patch|delete|head|options';
const onName = new RegExp(String.raw`(?<![\w$])([\w$]+)\s*\.\s*(${verbs})\(`, 'gu');
/** The application stands at the start of a statement: as an argument it would be mounted somewhere. */
const onConstruction = new RegExp(String.raw`(?<=^|[;\n])[ \t]*(?:export\s+default\s+|(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*(?::[^=;\n]+)?=\s*|await\s+)?(?:new\s+)?(?:${constructors})\s*(?:<[^()]{0,200}>)?\(`, 'gu');
const link = /\s*\.\s*([\w$]+)\s*(?:<[^()]{0,200}>)?\(/uy;
/** Elysia's and Fastify's groups, AdonisJS's, and Elysia's guards. */
const group = /\.\s*(?:group|guard)\(/gu;
/** Nobody writes longer chains by hand. */
const maximumLinks = 200;

/** The calls that follow one another behind the call that opens at `open`. */
function chained(code: string, open: number): readonly { readonly method: string; readonly start: number; readonly open: number }[] {
  const found: { readonly method: string; readonly start: number; readonly open: number }[] = [];
  let end = callEnd(code, open);
  while (end !== undefined && found.length < maximumLinks) {
    link.lastIndex = end;
    const match = link.exec(code);
    if (match === null) break;
    found.push({ method: match[1]!, start: end + match[0].search(/\./u), open: link.lastIndex - 1 });
    end = callEnd(code, link.lastIndex - 1);
  }
  return found;
}

/** Every call that may declare a route, in the order of the files. */
export function routeCalls(sources: readonly Source[]): readonly RouteCall[] {
  return sources.flatMap((source) => {
    const { code, file, text } = source;
    const groups = [...code.matchAll(group)].slice(0, 1000).map((match) => [match.index, callEnd(code, match.index + match[0].length - 1) ?? code.length] as const);
    const call = (receiver: string, method: string, start: number, open: number): RouteCall => ({
      receiver, method, source, open, evidence: cite(file, text, start), grouped: groups.some(([first, end]) => first < start && start < end),
    });
    const chain = (receiver: string, open: number): readonly RouteCall[] => chained(code, open).map(({ method, start, open: own }) => call(receiver, method, start, own));
    const named = matches([source], onName).flatMap(({ groups: [, receiver, method], index, end }) => [call(receiver!, method!, index, end - 1), ...chain(receiver!, end - 1)]);
    const constructed = matches([source], onConstruction).flatMap(({ groups: [, receiver = ''], end }) => chain(receiver, end - 1));
    return [...named, ...constructed].toSorted((a, b) => a.open - b.open);
  });
}
