import { cite } from '../../discovery/cite.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Match, Source } from '../../discovery/source.js';
import { joinFacts, portFact } from '../compiled.js';
import { healthPreference, isProbe } from '../health-routes.js';
import { bindOf, examplePorts, portNames, settingsBind, settingsPorts } from '../ports.js';
import { named } from './app.js';
import type { CppApp } from './app.js';
import { neededArguments } from './arguments.js';
import { drogonSettings } from './drogon-settings.js';
import type { Framework } from './frameworks/framework.js';

interface Listening {
  readonly ports: readonly Fact<number>[];
  readonly bind: readonly Fact<'all' | 'loopback'>[];
}

/** Where a default stands; the group `port` of each is it. */
const defaults: readonly { readonly pattern: RegExp; readonly confidence: Fact<number>['confidence'] }[] = [
  // env_or("PORT", 8080), config["port"].value_or(8080)
  { pattern: new RegExp(String.raw`\(\s*"${portNames}"\s*,\s*"?(?<port>\d{2,5})\b`, 'gu'), confidence: 'certain' },
  // auto p = getenv("PORT"); ... p ? atoi(p) : 8080
  { pattern: new RegExp(String.raw`\b(?<name>\w+)\s*(?:=|\{|\()\s*(?:std::|::)?(?:secure_)?getenv\(\s*"${portNames}"\s*\)\s*[;)}][^?;]{0,200}\?[^;]{0,120}?:\s*"?(?<port>\d{2,5})\b`, 'gu'), confidence: 'certain' },
  // getenv("PORT") ? std::stoi(getenv("PORT")) : 8080
  { pattern: new RegExp(String.raw`\bgetenv\(\s*"${portNames}"\s*\)[^;]{0,160}?:\s*"?(?<port>\d{2,5})\b`, 'gu'), confidence: 'certain' },
  // flags: cxxopts and Boost ("port,p", value<int>()->default_value(8080)), Abseil, gflags
  { pattern: /"(?:\w,[ \t]*)?(?:http-|http_|listen-|listen_)?port(?:,\w)?"\s*,[^;]{0,160}?\bdefault_value\(\s*"?(?<port>\d{2,5})\b/gu, confidence: 'certain' },
  { pattern: /\b(?:ABSL_FLAG\(\s*[\w:]+\s*,|DEFINE_u?int(?:32|64)\()\s*(?:http_|server_|listen_)?port\s*,\s*(?<port>\d{2,5})\b/gu, confidence: 'certain' },
  { pattern: /#[ \t]*define[ \t]+(?:DEFAULT_|HTTP_|SERVER_|LISTEN_)*PORT[ \t]+\(?"?(?<port>\d{2,5})\b/gu, confidence: 'likely' },
  { pattern: /\b(?:int|auto|short|uint16_t|in_port_t|unsigned(?:[ \t]+(?:int|short))?|size_t|string|string_view|char\s*\*)[ \t]+(?:k|default_?|http_?|server_?|listen_?)*_?port_?\s*(?:=|\{|\()\s*"?(?<port>\d{2,5})\b/giu, confidence: 'likely' },
];
/** The port and the address of a socket: ip(7). */
const sockets: readonly RegExp[] = [/\bhtons\(\s*(?<port>\d{2,5})\s*\)/gu, /\bINADDR_(?<host>ANY|LOOPBACK)\b/gu, /\binet_(?:pton|addr|aton)\(\s*(?:AF_INET6?\s*,\s*)?"(?<host>[^"\n]*)"/gu];
const aside = /metrics|admin|debug|redis|postgres|mysql|mongo|kafka|smtp|connect\(|client|upstream|proxy/iu;

function addresses(found: readonly Match[], framework: Framework | undefined): Listening {
  const own = found.filter(({ evidence }) => !aside.test(evidence.quote));
  const bindFact = (match: Match): Listening['bind'] => {
    const host = named(match, 'host')?.replace(/^(?:ANY|\*|Ipv4::any)$/u, '0.0.0.0').replace(/^(?:LOOPBACK|Ipv4::loopback)$/u, '127.0.0.1');
    const value = host === undefined ? undefined : bindOf(host);
    return value === undefined ? [] : [{ value, confidence: 'likely', evidence: [match.evidence] }];
  };
  const bind = own.flatMap(bindFact);
  const alone = framework?.bindsAlone === undefined ? [] : own.slice(0, 1).map(({ evidence }) => ({ value: framework.bindsAlone!, confidence: 'guess' as const, evidence: [evidence] }));
  return { ports: own.flatMap((match) => portFact(named(match, 'port'), [match.evidence], 'certain')), bind: bind.length > 0 ? bind : alone };
}

/** Listeners of Drogon's settings: an address and a port in either order. */
function drogonListeners(app: CppApp): Listening {
  const found = drogonSettings(app).flatMap(({ file, text, code }) => {
    const start = code.search(/["']?listeners["']?[ \t]*:/u);
    if (start === -1) return [];
    const block = /^[^\]]{0,4000}/u.exec(code.slice(start))![0];
    const port = /["']?\bport["']?[ \t]*:[ \t]*(\d{2,5})\b/u.exec(block);
    const host = /["']?\baddress["']?[ \t]*:[ \t]*["']?([\w.:[\]]+)/u.exec(block);
    const at = (match: RegExpExecArray) => [cite(file, text, start + match.index)];
    const value = host === null ? undefined : bindOf(host[1]!);
    return [{ ports: port === null ? [] : portFact(port[1], at(port), 'certain'), bind: value === undefined ? [] : [{ value, confidence: 'likely' as const, evidence: at(host!) }] }];
  });
  return { ports: found.flatMap(({ ports }) => ports), bind: found.flatMap(({ bind }) => bind) };
}

/** Ports that the server may listen on, and on which interfaces. */
export function listening(app: CppApp, framework: Framework | undefined): Listening {
  const { sources } = app.program;
  const patterns = framework === undefined ? sockets : framework.listens;
  const seen = addresses(patterns.flatMap((pattern) => matches(sources, pattern)), framework);
  const config = framework?.id === 'drogon' ? drogonListeners(app) : { ports: [], bind: [] };
  const declared = defaults.flatMap(({ pattern, confidence }) => matches(sources, pattern).filter(({ evidence }) => !aside.test(evidence.quote)).flatMap((match) => portFact(named(match, 'port'), [match.evidence], confidence)));
  const folders = config.ports.length > 0 ? [] : ['', 'config', 'conf'];
  const settings = settingsPorts(app.project.repository, app.path, folders).map(({ port }) => port);
  const needed = neededArguments(app.program);
  const given = needed?.port === undefined ? [] : portFact(String(needed.port), [needed.evidence], 'likely');
  const silent = framework?.silent !== undefined && sources.every(({ code }) => !framework.silent!.call.test(code)) ? framework.silent.port : undefined;
  const guess = framework === undefined ? [] : [{ value: silent ?? framework.defaultPort, confidence: 'guess' as const, evidence: [] }];
  return { ports: joinFacts([...config.ports, ...seen.ports, ...declared, ...settings, ...given, ...examplePorts(app.env), ...guess]), bind: joinFacts([...seen.bind, ...config.bind, ...settingsBind(app.project.repository, app.path, folders)]) };
}

/** How a server without a library compares what it is asked for. */
const compared: readonly RegExp[] = [/"GET (?<path>\/[\w./-]+)[ "]/gu, /(?:==\s*|\bstrcmp\(\s*\w+\s*,\s*)"(?<path>\/[\w./-]+)"/gu];

/** Routes that look like health probes. */
export function healthFacts(sources: readonly Source[], framework: Framework | undefined): readonly Fact<string>[] {
  const found = (framework?.routes ?? compared).flatMap((pattern) => matches(sources, pattern)).flatMap((match): readonly Fact<string>[] => {
    const path = named(match, 'path') ?? '';
    return isProbe(path) ? [{ value: path, confidence: 'likely', evidence: [match.evidence] }] : [];
  });
  return ranked(joinFacts(found).toSorted((a, b) => healthPreference(a.value) - healthPreference(b.value)));
}
