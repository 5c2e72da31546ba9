import { cite } from '../../discovery/cite.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Match } from '../../discovery/source.js';
import { joinFacts } from '../compiled.js';
import { healthPreference, isProbe } from '../health-routes.js';
import type { Program } from './app.js';
import type { Framework } from './frameworks/framework.js';

/** axum, actix and others: `.route("/health", get(...))`; attributes: `#[get("/health")]`; warp is left: its paths are expressions. */
const route = /(?:\.route\(\s*"(\/[\w./-]*)"\s*,\s*(?:\w+::)*(?:get|any|head)\b|\.(?:at|resource)\(\s*"(\/[\w./-]*)"\)?\s*\.?(?:get|route)?|#\[(?:\w+::)?get\(\s*"(\/[\w./-]*)")/gu;

/** Paths count from the root only where nothing in the program nests routers or mounts them below another path. */
function confidenceOf({ groups }: Match, nested: boolean, mountedAtRoot: boolean): Fact<string>['confidence'] {
  if (groups[3] !== undefined) return nested && !mountedAtRoot ? 'guess' : 'likely';
  return nested ? 'guess' : 'certain';
}

export function healthFacts({ sources }: Program, usual: Framework['health']): readonly Fact<string>[] {
  const nested = sources.some(({ code }) => /\.nest\(|\bscope\(|\bmount\(\s*"\/[^"]+"|\.nest_service\(\s*"\/[^"]+"/u.test(code));
  const mountedAtRoot = sources.some(({ code }) => /\bmount\(\s*"\/"/u.test(code)) && sources.every(({ code }) => !/\bmount\(\s*"\/[^"]+"/u.test(code));
  const servers = sources.reduce((sum, { code }) => sum + (code.match(/\bTcpListener::bind\b|\bServer::bind\(/gu)?.length ?? 0), 0);
  const found = matches(sources, route).flatMap((match): readonly Fact<string>[] => {
    const path = match.groups[1] ?? match.groups[2] ?? match.groups[3] ?? '';
    // of two servers, nobody knows on which the route is
    return isProbe(path) ? [{ value: path, confidence: servers > 1 ? 'guess' : confidenceOf(match, nested, mountedAtRoot), evidence: [match.evidence] }] : [];
  });
  const own = usual === undefined ? [] : sources.flatMap((source): readonly Fact<string>[] => {
    const offset = source.code.search(usual.when);
    return offset === -1 ? [] : [{ value: usual.path, confidence: 'certain', evidence: [cite(source.file, source.text, offset)] }];
  });
  return ranked(joinFacts([...own, ...found]).toSorted((a, b) => healthPreference(a.value) - healthPreference(b.value)));
}
