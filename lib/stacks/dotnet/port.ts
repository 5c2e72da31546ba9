import type { Fact } from '../../discovery/evidence.js';
import type { BindVariable } from '../../discovery/findings.js';
import { matches } from '../../discovery/source.js';
import type { DotnetApp } from './app.js';
import { variableOf } from './appsettings.js';
import type { Setting } from './appsettings.js';

const portOf = (text: string): number | undefined => {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : undefined;
};
/** The first address without TLS of a list such as `http://+:8080;https://+:8081`. */
const addressPort = (value: string): number | undefined => portOf(/(?:^|[;,\s])http:\/\/[^/;,\s]*?:(\d{2,5})/u.exec(value)?.[1] ?? '');

const written = /\b(?:UseUrls|Run)\(\s*\$?"http:\/\/[^":{]*:(\d{2,5})|\burl\s+"http:\/\/[^":{]*:(\d{2,5})|\bHttpBinding\.createSimple\s+HTTP\s+"[^"\n]*"\s+(\d{2,5})|\bListen(?:AnyIP|Localhost)?\(\s*(?:IPAddress\.\w+\s*,\s*)?(\d{2,5})\s*[,)]|GetEnvironmentVariable\(\s*"PORT"\s*\)[^;\n]{0,60}?"?(\d{4,5})"?/gu;

/** Ports, the most reliable first. What `launchSettings.json` says is for the developer's own machine: the image never reads it. */
export function portFacts({ settings, sources, env }: DotnetApp): readonly Fact<number>[] {
  const always = settings.filter(({ environment }) => environment === undefined || /^(?:production|docker)$/iu.test(environment));
  const set = always.filter(isEndpoint).flatMap(({ value, evidence }): Fact<number>[] => {
    const port = addressPort(value);
    return port === undefined ? [] : [{ value: port, confidence: 'certain', evidence: [evidence] }];
  });
  const inSource = matches(sources, written).flatMap(({ groups, evidence }): Fact<number>[] => {
    const port = portOf(groups.slice(1).find((group) => group !== undefined) ?? '');
    return port === undefined ? [] : [{ value: port, confidence: 'likely', evidence: [evidence] }];
  });
  const examples = env.filter(({ name }) => /^(?:ASPNETCORE_(?:URLS|HTTP_PORTS)|HTTP_PORTS|PORT)$/u.test(name)).flatMap(({ example, evidence }): Fact<number>[] => {
    const port = addressPort(example) ?? portOf(example.split(';')[0]!);
    return port === undefined ? [] : [{ value: port, confidence: 'likely', evidence: [evidence] }];
  });
  return [...set, ...inSource, ...examples, { value: 8080, confidence: 'guess', evidence: [] }];
}

const loopbackUrl = String.raw`\$?"http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?=[:\/"])`;
/** Addresses that sources give and that go before every variable (learn.microsoft.com, "Configure endpoints for the ASP.NET Core Kestrel web server"). */
const loopback = new RegExp(String.raw`\b(?:UseUrls|Run|Urls\.Add)\(\s*${loopbackUrl}|\burl\s+${loopbackUrl}|\bHttpBinding\.createSimple\s+HTTP\s+"(?:localhost|127\.0\.0\.1)"|\bstartWebServer\s+defaultConfig\b|\bListenLocalhost\(|\bListen\(\s*IPAddress\.(?:IPv6)?Loopback\b`, 'gu');
/** A variable in such a call: `UseUrls(Environment.GetEnvironmentVariable("LISTEN_URLS") ?? "http://localhost:5000")`. */
const told = /\b(?:UseUrls|Run|Urls\.Add)\(\s*(?:Environment\.)?GetEnvironmentVariable\(\s*"([A-Za-z_]\w*)"/gu;
const isEndpoint = ({ path }: Setting): boolean => /^(?:urls|Kestrel:Endpoints:[^:]+:Url)$/iu.test(path.join(':'));

/** Sources that say an address at all: elsewhere a variable such as HOST is of something else. */
const says = /\b(?:UseUrls|Urls\.Add|HttpBinding|Listen(?:AnyIP)?)\b|\b[aA]pp\.Run\(\s*[^)\s]/u;

interface Listening {
  readonly facts: readonly Fact<'all' | 'loopback'>[];
  readonly known: readonly BindVariable[];
  readonly isWritten: boolean;
}

/**
 * What the server listens on. Endpoints of settings go before what the image is told (`ASPNETCORE_HTTP_PORTS`), and a variable of
 * their own name goes before them; one port is all that the proxy asks, so a second endpoint on localhost is only said.
 */
export function listening({ settings, sources }: DotnetApp): Listening {
  const endpoints = settings.filter((setting) => isEndpoint(setting) && /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/;]|$)/u.test(setting.value));
  const [first] = endpoints.map(variableOf);
  const others = endpoints.filter((setting) => variableOf(setting) !== first && setting.environment === undefined);
  return {
    facts: [...others, ...matches(sources, loopback)].map(({ evidence }) => ({ value: 'loopback', confidence: 'certain', evidence: [evidence] })),
    isWritten: sources.some(({ code }) => says.test(code)),
    known: [...(first === undefined ? [] : [first]), ...matches(sources, told).map(({ groups }) => groups[1]!)].map((name) => ({ name, form: 'url' })),
  };
}
