import { joinFacts } from '../compiled.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Match } from '../../discovery/source.js';
import { healthPreference, isProbe } from '../health-routes.js';
import type { Program } from './app.js';

/** `r.GET("/healthz", ...)`, `mux.HandleFunc("GET /healthz", ...)`, `e.Get(...)`, `r.Handle(...)`. */
const route = /\b([\w.]+?)\.(?:GET|Get|HandleFunc|Handle|HandlerFunc|Any|All|Method)\(\s*(?:"GET"\s*,\s*|http\.MethodGet\s*,\s*)?"(?:GET\s+)?(\/[\w./-]*)"/gu;
/** Whole applications; what is registered on one stands at the root. */
const constructors = String.raw`(?:gin\.(?:Default|New)|echo\.New\w*|fiber\.New|chi\.New(?:Router|Mux)|mux\.NewRouter|http\.NewServeMux|httprouter\.New|iris\.(?:New|Default)|server\.(?:Default|New)|web\.New\w*)\(`;
const applicationTypes = String.raw`\*?(?:gin\.Engine|echo\.Echo|fiber\.App|chi\.Mux|http\.ServeMux|mux\.Router|httprouter\.Router|server\.Hertz|iris\.Application)`;

function escaped(name: string): string {
  return name.replaceAll('.', String.raw`\.`);
}

/** How deep in functions below its own a place stands: chi's routers of a group go by the same name as the one around them. */
function insideGroup({ source, index }: Match): boolean {
  const before = source.code.slice(Math.max(0, index - 20_000), index);
  const opened = [...before.matchAll(/\.(?:Route|Group|Mount)\(\s*(?:"[^"]*"\s*,\s*)?func\([^)]*\)\s*\{/gu)].at(-1);
  if (opened === undefined) return false;
  let depth = 0;
  for (const character of before.slice(opened.index + opened[0].length)) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return true;
}

function confidenceOf(match: Match): Fact<string>['confidence'] {
  const receiver = match.groups[1]!;
  const { code } = match.source;
  if (receiver === 'http') return 'certain';
  if (insideGroup(match)) return 'guess';
  const name = escaped(receiver.slice(receiver.lastIndexOf('.') + 1));
  if (new RegExp(String.raw`\b${name}\s*(?::=|=)\s*[\w.&]*\.?(?:Group|Party|PathPrefix|Subrouter|NewGroup)\(|\b${name}\s*:?=\s*[^\n]*\.(?:Group|Party|Subrouter|PathPrefix)\(`, 'u').test(code)) return 'guess';
  if (new RegExp(String.raw`\b${name}\s*(?::=|=|:)\s*&?${constructors}`, 'u').test(code)) return 'certain';
  return new RegExp(String.raw`\b${name}\s+${applicationTypes}\b`, 'u').test(code) ? 'likely' : 'guess';
}

/** One place each that starts a server. */
const servers = /\bhttp\.Server\s*\{|\bhttp\.(?:ListenAndServe(?:TLS)?|Serve)\(|\.(?:Run|Start|Listen)\(\s*(?:"[^"]*:\d|:)/gu;

/** Routes that look like health probes; more than a guess only where the whole path is clear. */
export function healthFacts({ sources }: Program): readonly Fact<string>[] {
  // of two servers, nobody knows on which the route is
  const several = matches(sources, servers).length > 1;
  const found = matches(sources, route).filter(({ groups }) => isProbe(groups[2]!)).map((match): Fact<string> => ({ value: match.groups[2]!, confidence: several ? 'guess' : confidenceOf(match), evidence: [match.evidence] }));
  return ranked(joinFacts(found).toSorted((a, b) => healthPreference(a.value) - healthPreference(b.value)));
}
