import { cite } from '../../discovery/cite.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { Match, Source } from '../../discovery/source.js';
import { joinFacts, portFact } from '../compiled.js';
import { address, addressNames, bindOf, examplePorts, portNames, settingsBind, settingsPorts } from '../ports.js';
import type { GoApp } from './app.js';
import type { Framework } from './frameworks/framework.js';

type Confidence = Fact<number>['confidence'];

interface Pattern {
  readonly pattern: RegExp;
  readonly confidence: Confidence;
}

const port = String.raw`"?(?:[\w.\-[\]]*:)?(\d{2,5})"?`;
/** Names of flags and settings that mean this server's own port. */
const setting = String.raw`(?:(?:http|server|app|api|web|listen|service|grpc)[._-]?)?(?:port|addr|address|listen|bind|listen[._-]?addr(?:ess)?|bind[._-]?addr(?:ess)?)`;

/** Where a default stands; the last group of each is the port. */
const defaults: readonly Pattern[] = [
  // port := os.Getenv("PORT"); if port == "" { port = "8080" }
  { pattern: new RegExp(String.raw`Getenv\("(?:${portNames}|${addressNames})"\)[^]{0,120}?==\s*""\s*\{[^}]{0,120}?=\s*${port}`, 'gu'), confidence: 'certain' },
  { pattern: new RegExp(String.raw`LookupEnv\("(?:${portNames}|${addressNames})"\)[^]{0,160}?=\s*${port}`, 'gu'), confidence: 'likely' },
  // getEnv("PORT", "8080"), env.Int("PORT", 8080), cmp.Or(os.Getenv("PORT"), "8080")
  { pattern: new RegExp(String.raw`\(\s*"(?:${portNames}|${addressNames})"\s*\)?\s*,\s*${port}`, 'gu'), confidence: 'certain' },
  // Port int ${'`'}env:"PORT" envDefault:"8080"${'`'}, ${'`'}env:"PORT,default=3000"${'`'}, ${'`'}envconfig:"PORT" default:"8080"${'`'}
  { pattern: new RegExp(String.raw`${'`'}[^${'`'}\n]*"(?:${portNames}|${addressNames})(?:,[^"]*)?"[^${'`'}\n]*(?:default|Default|env-default)\s*:\s*${port}`, 'gu'), confidence: 'certain' },
  { pattern: new RegExp(String.raw`${'`'}[^${'`'}\n]*"(?:${portNames}|${addressNames})\s*,\s*default=(?:[\w.]*:)?(\d{2,5})`, 'gu'), confidence: 'certain' },
  { pattern: new RegExp(String.raw`\b(?:HTTP|Http|Server|Listen|App|API)?(?:Port|Addr|Address|ListenAddr|BindAddr)\s+\*?\w+\s+${'`'}[^${'`'}\n]*(?:default|Default|env-default)[:=]\s*${port}`, 'gu'), confidence: 'likely' },
  // viper.SetDefault("server.port", 8080)
  { pattern: new RegExp(String.raw`\.SetDefault\(\s*"${setting}"\s*,\s*${port}`, 'giu'), confidence: 'certain' },
  // flag.String("addr", ":8080", ...), flags.IntVarP(&x, "port", "p", 8080, ...)
  { pattern: new RegExp(String.raw`\.(?:String|Int|Uint|Uint16|StringVar|IntVar|UintVar)P?\(\s*(?:&?[\w.]+\s*,\s*)?"${setting}"\s*,\s*(?:"\w"\s*,\s*)?${port}`, 'giu'), confidence: 'certain' },
  // urfave/cli: Name: "port", Value: 8080
  { pattern: new RegExp(String.raw`\bName:\s*"${setting}"[^{}]{0,200}?\bValue:\s*${port}`, 'giu'), confidence: 'certain' },
];
/** Calls that take the address; the last two groups are host and port. */
const calls = new RegExp(String.raw`(?:\bListenAndServe(?:TLS)?|\.(?:Run|Start|StartTLS|Listen|ListenTLS|RunTLS)|\bListen|\biris\.Addr|\bWithHostPorts|\bAddress)\(\s*(?:"tcp[46]?"\s*,\s*)?${address}`, 'gu');
const serverAddress = new RegExp(String.raw`\bAddr:\s*${address}`, 'gu');
const namedAddress = new RegExp(String.raw`\b(?:\w*[aA]ddr(?:ess)?|\w*[pP]ort|listen\w*|bind\w*)\s*(?::?=|\bstring\s*=)\s*"([\w.\-[\]]*):?(\d{2,5})"`, 'gu');
/** What is said of a port nearby that is not the one that users reach. */
const aside = /metrics|pprof|debug|admin|telemetry|prometheus|redis|postgres|mysql|database|mongo|smtp|kafka|nats|etcd|consul|proxy(?:_|P)|upstream|health(?:Port|Addr|_port|_addr)|test/iu;

/** Facts from a pattern, less sure where the line speaks of something else. */
function found(sources: readonly Source[], { pattern, confidence }: Pattern): readonly Fact<number>[] {
  return matches(sources, pattern).flatMap(({ groups, evidence, source, end }) => {
    const place = cite(source.file, source.text, end - 1);
    return portFact(groups.at(-1), [place], aside.test(place.quote) || aside.test(evidence.quote) ? 'guess' : confidence);
  });
}

interface Listening {
  readonly ports: readonly Fact<number>[];
  readonly bind: readonly Fact<'all' | 'loopback'>[];
}

const isTestPort = (text: string | undefined): boolean => text === '0' || text === undefined;

const isSocket = ({ groups }: Match): boolean => /^\.?Listen\(\s*"tcp/u.test(groups[0]!);

/** Literal addresses in the calls that listen. */
function literal(sources: readonly Source[], isHttp: boolean): Listening {
  const all = [...matches(sources, calls).map((match) => ({ match, confidence: 'certain' as const })), ...matches(sources, serverAddress).map((match) => ({ match, confidence: 'certain' as const })), ...matches(sources, namedAddress).map((match) => ({ match, confidence: 'likely' as const }))]
    .filter(({ match }) => !isTestPort(match.groups[2]) && !aside.test(match.evidence.quote) && !/\b(?:Dial|NewClient|Connect)\w*\(/u.test(match.evidence.quote))
    // beside a server of HTTP, a plain socket is of another protocol
    .toSorted((a, b) => (isHttp ? Number(isSocket(a.match)) - Number(isSocket(b.match)) : 0));
  return {
    ports: all.flatMap(({ match, confidence }) => portFact(match.groups[2], [match.evidence], confidence)),
    bind: all.flatMap(({ match, confidence }) => {
      const value = match.groups[0]!.includes(`${match.groups[1]!}:`) ? bindOf(match.groups[1]!) : undefined;
      return value === undefined ? [] : [{ value, confidence, evidence: [match.evidence] }];
    }),
  };
}

/** Ports that the server may listen on, and on which interfaces. */
export function listening(app: GoApp, framework: Framework | undefined): Listening {
  const { sources } = app.program;
  const seen = literal(sources, framework?.http2Only !== true);
  const folders = ['', 'config', 'configs', 'conf', 'etc', 'cmd'];
  const facts = [
    ...defaults.flatMap((each) => found(sources, each)),
    ...seen.ports,
    ...examplePorts(app.env),
    ...settingsPorts(app.repository, app.path, folders).map(({ port: fact }) => fact),
    ...(framework === undefined ? [] : [{ value: framework.defaultPort, confidence: 'guess' as const, evidence: [] }]),
  ];
  return {
    ports: joinFacts(ranked(facts)),
    bind: joinFacts(ranked([...seen.bind, ...settingsBind(app.repository, app.path, folders)])),
  };
}
