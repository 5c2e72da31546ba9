import { withoutHashComments } from '../../discovery/comments.js';
import { distinct } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { joinPath } from '../../discovery/repository.js';
import { matches } from '../../discovery/source.js';
import type { Match, Source } from '../../discovery/source.js';
import type { MixProject } from './project.js';

/** Settings that decide in production first: a release reads `runtime.exs` when it starts. */
const configurations = ['config/runtime.exs', 'config/releases.exs', 'config/prod.exs', 'config/config.exs', 'config/dev.exs'];

function configurationSources({ repository, path }: MixProject): readonly Source[] {
  return configurations.flatMap((name) => {
    const file = joinPath(path, name);
    const text = repository.read(file);
    return text === undefined ? [] : [{ file, text, code: withoutHashComments(text) }];
  });
}

/** Settings of one module are no longer than this, in characters. */
const maximumSetting = 4000;
const name = '(?:PORT|APP_PORT|HTTP_PORT|SERVER_PORT|PHX_PORT|WEB_PORT)';
const read = String.raw`System\.(?:get_env|fetch_env!?)\(\s*"${name}"`;
const ports: readonly RegExp[] = [
  // System.get_env("PORT") || "4000", System.get_env("PORT", "4000")
  new RegExp(String.raw`${read}\s*(?:\)\s*\|\||,)\s*"?(\d{2,5})\b`, 'gu'),
  // http: [ip: {127, 0, 0, 1}, port: 4000]
  /\bhttp:\s*\[[^\]]{0,200}?\bport:\s*(?:String\.to_integer\(\s*)?"?(\d{2,5})\b/gu,
];
const served: readonly RegExp[] = [
  // {Bandit, plug: Shop.Router, port: 4000}, {Plug.Cowboy, scheme: :http, plug: X, options: [port: 4000]}
  /\b(?:Bandit|Plug\.Cowboy)\b[^}]{0,200}?\bport:\s*(?:String\.to_integer\(\s*)?"?(\d{2,5})\b/gu,
  new RegExp(String.raw`${read}\s*(?:\)\s*\|\||,)\s*"?(\d{2,5})\b`, 'gu'),
];

const facts = (found: readonly Match[], confidence: Fact<number>['confidence']): readonly Fact<number>[] => found.flatMap(({ groups, evidence }) => {
  const value = Number(groups[1]);
  return value > 0 && value < 65_536 ? [{ value, confidence, evidence: [evidence] }] : [];
});

/** Whether a setting at the end of this text is of the app's endpoint: one for metrics or administration has a longer name. */
function isMainEndpoint(before: string): boolean {
  const module = [...before.slice(-maximumSetting).matchAll(/\bconfig\s+:\w+,\s*([A-Z][\w.]*)/gu)].at(-1)?.[1];
  return module?.split('.').at(-1)?.replace(/^Endpoint$/u, '').endsWith('Endpoint') !== true;
}

/** What the endpoint listens on: settings of production before those of development, then the source of a bare server. */
export function portFacts(app: MixProject, defaultPort: number): readonly Fact<number>[] {
  const configured = configurationSources(app).flatMap((source) => {
    const confidence = source.file.endsWith('dev.exs') || source.file.endsWith('config/config.exs') ? 'likely' : 'certain';
    return ports.flatMap((pattern) => facts(matches([source], pattern).filter(({ index }) => isMainEndpoint(source.code.slice(0, index))), confidence));
  });
  const inSource = served.flatMap((pattern) => facts(matches(app.sources.filter(({ file }) => file.endsWith('.ex')), pattern), 'likely'));
  const example = app.env.filter((entry) => entry.name === 'PORT').flatMap(({ example: text, evidence }): readonly Fact<number>[] => (/^\d{2,5}$/u.test(text) ? [{ value: Number(text), confidence: 'likely', evidence: [evidence] }] : []));
  const all = [...configured, ...inSource, ...example];
  const found = [...new Set(all.map(({ value }) => value))].map((value): Fact<number> => {
    const same = all.filter((each) => each.value === value);
    return { ...same[0]!, evidence: distinct(same.flatMap(({ evidence }) => evidence)) };
  });
  return found.length > 0 ? found : [{ value: defaultPort, confidence: 'guess', evidence: [] }];
}

/** Addresses of the machine alone, as Bandit and Cowboy take them. */
export const loopbackIp = String.raw`(?:\{\s*127\s*,\s*0\s*,\s*0\s*,\s*1\s*\}|\{\s*(?:0\s*,\s*){7}1\s*\}|:loopback\b)`;
/** What an endpoint is told of its address: loopback, or anything else, which a variable may give. */
const endpointIp = new RegExp(String.raw`\bhttp:\s*\[[^\]]{0,200}?\bip:\s*(${loopbackIp})?`, 'gu');
const serverIp = new RegExp(String.raw`\b(?:Bandit|Plug\.Cowboy)\b[^}]{0,200}?\bip:\s*(${loopbackIp})`, 'gu');

/** What production listens on: the first of its settings that says an address, and the source of a bare server. */
export function bindFacts(app: MixProject): readonly Fact<'all' | 'loopback'>[] {
  const ofProduction = configurationSources(app).filter(({ file }) => !file.endsWith('dev.exs'));
  const said = ofProduction.flatMap((source) => matches([source], endpointIp).filter(({ index }) => isMainEndpoint(source.code.slice(0, index))));
  const inSource = matches(app.sources.filter(({ file }) => file.endsWith('.ex')), serverIp);
  return [...said.slice(0, 1), ...inSource].flatMap(({ groups, evidence }) => (groups[1] === undefined ? [] : [{ value: 'loopback', confidence: 'certain', evidence: [evidence] }]));
}

const probe = /\b(?:get|forward)[\s(]+"((?:\/[\w-]+)*\/(?:livez|live|healthz|health|healthcheck|health_check|health-check|_health|ping|up|readyz|ready|status))"/gu;
const scoped = /\bscope[\s(]+"(\/[^"]*)"|\bscope[\s(]+"(\/[^"]*)",?\s*[^\n]*\bdo\b/gu;

/** The text of the scopes around an offset, by their indentation, which the formatter of the language sets. */
function prefixAt(code: string, offset: number): string {
  const indent = (at: number): number => at - (code.lastIndexOf('\n', at - 1) + 1);
  let inner = indent(offset);
  let prefix = '';
  const before = [...code.slice(0, offset).matchAll(scoped)].toReversed();
  for (const scope of before) {
    const own = indent(scope.index);
    if (own >= inner) continue;
    inner = own;
    prefix = `${(scope[1] ?? scope[2] ?? '').replace(/\/$/u, '')}${prefix}`;
  }
  return prefix;
}

/** Routes that answer probes, with the scopes that they stand in. Routers that others forward to are another's parts. */
export function healthFacts({ sources }: MixProject): readonly Fact<string>[] {
  const routers = sources.filter(({ code }) => /\buse\s+(?:Plug\.Router|Phoenix\.Router|\w+Web,\s*:router)/u.test(code));
  const forwards = routers.some(({ code }) => /\bforward[\s(]+"\/\w/u.test(code));
  return matches(routers, probe).flatMap(({ groups, source, index, evidence }): readonly Fact<string>[] => {
    const value = `${prefixAt(source.code, index)}${groups[1]!}`;
    // a parameter or a host in a scope is not to be guessed
    return /[:*]/u.test(value) ? [] : [{ value, confidence: forwards && routers.length > 1 ? 'guess' : 'likely', evidence: [evidence] }];
  });
}
