import { cite } from '../../discovery/cite.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import { joinFacts, portFact } from '../compiled.js';
import { address, addressNames, bindOf, examplePorts, portNames, settingsBind, settingsPorts } from '../ports.js';
import type { RustApp } from './app.js';
import type { Framework } from './frameworks/framework.js';

const port = String.raw`"?(?:[\w.\-[\]:]*:)?(\d[\d_]{1,6})`;

/** Where a default stands; the last group of each is the port. */
const defaults: readonly { readonly pattern: RegExp; readonly confidence: Fact<number>['confidence'] }[] = [
  // env::var("PORT").unwrap_or_else(|_| "3000".into()), var_parsed("PORT")?.unwrap_or(8888)
  { pattern: new RegExp(String.raw`\b\w*(?:var|env)\w*!?\(\s*"(?:${portNames}|${addressNames})"\s*\)[^;{}]{0,240}?(?:unwrap_or\w*|map_or)\(\s*(?:\|[^|]*\|\s*)?(?:String::from\(\s*)?${port}`, 'gu'), confidence: 'certain' },
  // env_or("PORT", "3000"), get_env("PORT", 8080)
  { pattern: new RegExp(String.raw`\(\s*"(?:${portNames}|${addressNames})"\s*,\s*(?:\|[^|]*\|\s*)?${port}`, 'gu'), confidence: 'certain' },
  // #[arg(long, env = "PORT", default_value_t = 3000)] port: u16
  { pattern: new RegExp(String.raw`#\[(?:arg|clap|structopt|envconfig|envfield|serde|builder)\((?=[^\]]{0,300}\]\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?(?:\w*_)?(?:port|addr|address|bind|listen\w*|socket_addr|bind_addr)\s*:)[^\]]{0,240}?\bdefault(?:_value(?:_t)?)?\s*=\s*${port}`, 'gu'), confidence: 'certain' },
  { pattern: new RegExp(String.raw`#\[[^\]]{0,200}"(?:${portNames}|${addressNames})"[^\]]{0,120}?\bdefault(?:_value(?:_t)?)?\s*=\s*${port}`, 'gu'), confidence: 'certain' },
  // fn default_port() -> u16 { 8080 }
  { pattern: /\bfn\s+default_(?:\w+_)?port\s*\(\s*\)\s*->\s*u16\s*\{\s*(\d[\d_]{1,6})/gu, confidence: 'certain' },
  { pattern: /\bconst\s+(?:DEFAULT_)?(?:HTTP_|SERVER_|API_)?PORT\s*:\s*\w+\s*=\s*"?(\d[\d_]{1,6})/gu, confidence: 'certain' },
  // .set_default("server.port", 8080)
  { pattern: new RegExp(String.raw`\.set_default\(\s*"(?:[\w-]+\.)?(?:port|addr|address|bind|listen)"\s*,\s*${port}`, 'gu'), confidence: 'certain' },
  { pattern: /\bport\s*:\s*(\d[\d_]{2,6})\b/gu, confidence: 'likely' },
];
/** Addresses in pieces: `([0, 0, 0, 0], 3000)`, `("127.0.0.1", 8080)`; groups are host and port. */
const pieces = /\(\s*\[\s*(\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+)\s*\]\s*,\s*(\d[\d_]{1,6})\s*\)|\(\s*"([\w.:]+)"\s*,\s*(\d[\d_]{1,6})\s*\)|\bIpv[46]Addr::(?:new\(([\d, ]+)\)|UNSPECIFIED|LOCALHOST)\)?\s*,\s*(\d[\d_]{1,6})\b/gu;
const whole = new RegExp(address, 'gu');
/** What is said of an address nearby that is not the server's own. */
const aside = /metrics|pprof|debug|admin|telemetry|prometheus|redis|postgres|mysql|database|mongo|smtp|kafka|nats|connect\(|proxy|upstream|otlp|jaeger|statsd|assert/iu;
const listensHere = /bind|listen|addr|serve|run\(|SocketAddr|host/iu;

interface Listening {
  readonly ports: readonly Fact<number>[];
  readonly bind: readonly Fact<'all' | 'loopback'>[];
}

const digits = (text: string | undefined): string | undefined => text?.replaceAll('_', '');

/** Literal addresses on lines that listen. */
function literal(sources: readonly Source[]): Listening {
  const found = [
    ...matches(sources, whole).map((match) => ({ host: match.groups[1] ?? '', port: match.groups[2], match })),
    ...matches(sources, pieces).map((match) => ({
      host: match.groups[3] ?? (match.groups[1] ?? match.groups[5])?.replaceAll(/\s*,\s*/gu, '.') ?? (match.groups[0]!.includes('LOCALHOST') ? '127.0.0.1' : '0.0.0.0'),
      port: digits(match.groups[2] ?? match.groups[4] ?? match.groups[6]),
      match,
    })),
  ].filter(({ match: { evidence } }) => listensHere.test(evidence.quote) && !aside.test(evidence.quote));
  return {
    ports: found.flatMap((each) => portFact(each.port, [each.match.evidence], 'likely')),
    bind: found.flatMap(({ host, match }) => {
      const value = bindOf(host);
      return value === undefined ? [] : [{ value, confidence: 'likely' as const, evidence: [match.evidence] }];
    }),
  };
}

/** Ports that the server may listen on, and on which interfaces. Code of tests stands behind the rest of a file. */
export function listening(app: RustApp, framework: Framework | undefined): Listening {
  const sources = app.program.sources.map((source) => {
    const tests = source.code.search(/#\[cfg\(test\)\]\s*(?:pub\s+)?mod\b/u);
    return tests === -1 ? source : { ...source, code: source.code.slice(0, tests) };
  });
  const seen = literal(sources);
  const declared = defaults.flatMap(({ pattern, confidence }) => matches(sources, pattern).flatMap(({ groups, evidence, source, end }) => {
    const place = cite(source.file, source.text, end - 1);
    return portFact(digits(groups.at(-1)), [place], aside.test(place.quote) || aside.test(evidence.quote) ? 'guess' : confidence);
  }));
  const folders = ['', 'config', 'configs', 'configuration', 'conf', 'settings'];
  const roots = [...new Set([app.path, app.program.crate.workspace])];
  const settings = roots.flatMap((folder) => settingsPorts(app.repository, folder, folders));
  // some are told on their command line, or by variables that go before settings
  const isTold = framework?.serve !== undefined || framework?.environment !== undefined;
  const set = isTold ? [] : roots.flatMap((folder) => settingsBind(app.repository, folder, folders));
  const guess = framework === undefined ? [] : [{ value: framework.defaultPort, confidence: 'guess' as const, evidence: [] }];
  return { ports: joinFacts(ranked([...declared, ...settings.map(({ port: fact }) => fact), ...seen.ports, ...examplePorts(app.env), ...guess])), bind: joinFacts(ranked([...seen.bind, ...set])) };
}
