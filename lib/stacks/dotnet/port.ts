import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { DotnetApp } from './app.js';

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
  const set = always.filter(({ path }) => /^urls$/iu.test(path.join(':')) || /^Kestrel:Endpoints:[^:]+:Url$/iu.test(path.join(':'))).flatMap(({ value, evidence }): Fact<number>[] => {
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

export function bindFacts({ settings, sources }: DotnetApp): readonly Fact<'all' | 'loopback'>[] {
  const endpoints = settings.filter(({ environment, path, value }) => environment === undefined && /^(?:urls|Kestrel:Endpoints:[^:]+:Url)$/iu.test(path.join(':')) && /^http:\/\/(?:localhost|127\.0\.0\.1):/u.test(value));
  const listening = matches(sources, /\b(?:UseUrls|Run)\(\s*"http:\/\/(?:localhost|127\.0\.0\.1):\d+"|\burl\s+"http:\/\/(?:localhost|127\.0\.0\.1):\d+|\bHttpBinding\.createSimple\s+HTTP\s+"(?:localhost|127\.0\.0\.1)"|\bstartWebServer\s+defaultConfig\b|\bListenLocalhost\(/gu);
  return [...endpoints, ...listening].map(({ evidence }) => ({ value: 'loopback', confidence: 'certain', evidence: [evidence] }));
}
