import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { DotnetApp } from './app.js';

const mapped = /\b(?:MapHealthChecks|UseHealthChecks)\s*\(\s*(?:new PathString\(\s*)?"([^"\n]{1,100})"/gu;
const routed = /\b(?:MapGet|GET\s*>=>\s*route|route|get)\s*\(?\s*"(\/(?:api\/)?(?:health|healthz|_health|ready|readyz|live|livez|alive|ping|status))"/gu;
const plain = /^\/[\w\-./~]*$/u;

/** Whether a place lies in a block that only runs in development, as the template of Aspire has it. */
function isForDevelopment(code: string, index: number): boolean {
  const start = code.slice(0, index).lastIndexOf('IsDevelopment()');
  if (start === -1) return false;
  let depth = 0;
  for (let at = start; at < index; at += 1) {
    if (code[at] === '{') depth += 1;
    else if (code[at] === '}') depth -= 1;
  }
  return depth > 0;
}

/** Readiness says most, then what goes by the usual names. */
const rank = (path: string): number => (/ready/u.test(path) ? 0 : /^\/(?:api\/)?health/u.test(path) ? 1 : 2);

/** Routes that answer a probe. One that only development has, or that asks for a login, is a guess. */
export function healthFacts({ allSources, settings }: DotnetApp): readonly Fact<string>[] {
  // such a server answers HTTP/2 alone, which the probe does not speak
  if (settings.some(({ path, value, environment }) => environment === undefined && path.join(':') === 'Kestrel:EndpointDefaults:Protocols' && value === 'Http2')) return [];
  const found = [mapped, routed].flatMap((pattern) => matches(allSources, pattern).map((match) => ({ match, certain: pattern === mapped }))).flatMap(({ match, certain }): Fact<string>[] => {
    const { groups, source, index, end, evidence } = match;
    const path = groups[1]!.startsWith('/') ? groups[1]! : `/${groups[1]!}`;
    const statement = source.code.slice(end, end + 500).split(';')[0]!;
    const closed = isForDevelopment(source.code, index) || /RequireAuthorization|RequireHost/u.test(statement);
    return plain.test(path) ? [{ value: path, confidence: closed ? 'guess' : certain ? 'certain' : 'likely', evidence: [evidence] }] : [];
  });
  return found.toSorted((a, b) => rank(a.value) - rank(b.value));
}
