import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { BindVariable } from '../../discovery/findings.js';
import { matches } from '../../discovery/source.js';
import { bindOf } from '../ports.js';
import { findFramework } from './app.js';
import type { JvmApp } from './app.js';
import { isInForce } from './settings-files.js';
import { numberIn, textIn } from './settings.js';

/** Ways in which sources say the port; the first group that matches is the number. */
const literals: readonly RegExp[] = [
  /\bgetenv\(\s*"PORT"\s*\)[^;\n]{0,80}?"?(\d{2,5})"?/gu,
  /\bgetOrDefault\(\s*"PORT"\s*,\s*"(\d{2,5})"/gu,
  /\bsys\.env\.(?:get|getOrElse)\(\s*"PORT"[^\n]{0,60}?(\d{2,5})/gu,
  /\bembeddedServer\s*\([^)\n]{0,80}?port\s*=\s*(\d{2,5})/gu,
  /\bembeddedServer\s*\(\s*\w+\s*,\s*(\d{2,5})/gu,
  /\.start\(\s*(?:"[\w.]+"\s*,\s*)?(\d{2,5})\s*\)/gu,
  /\.asServer\(\s*\w+\(\s*(\d{2,5})/gu,
  /\bnewServerAt\(\s*"[^"]*"\s*,\s*(\d{2,5})/gu,
  /\b(?:port|ipv4|Port\.fromInt\(|port\()\s*"?\(?\s*"?(\d{2,5})"?/gu,
  /\.(?:listen|setPort|withPort|bindHttp|forPort)\(\s*(\d{2,5})/gu,
  /\bnew\s+(?:InetSocketAddress|ServerSocket|Server)\(\s*(?:"[^"]*"\s*,\s*)?(\d{2,5})\s*\)/gu,
];

/** Ports, the most reliable first: settings that count, then sources, the environment example, and what the framework takes. */
export function portFacts(app: JvmApp): readonly Fact<number>[] {
  const framework = findFramework(best(app.framework));
  const keys = framework?.portKeys ?? [];
  const set = app.settings.filter(({ key }) => keys.includes(key)).flatMap((setting): Fact<number>[] => {
    const port = numberIn(setting.value);
    return port === undefined ? [] : [{ value: port, confidence: isInForce(setting, app.settings) ? 'certain' : 'likely', evidence: [setting.evidence] }];
  });
  const written = framework?.id === 'spring-boot' || framework?.id === 'quarkus' || framework?.id === 'micronaut' ? [] : matches(app.sources, new RegExp(literals.map(({ source }) => source).join('|'), 'gu')).flatMap(({ groups, evidence }): Fact<number>[] => {
    const port = numberIn(groups.slice(1).find((group) => group !== undefined) ?? '');
    return port === undefined ? [] : [{ value: port, confidence: 'likely', evidence: [evidence] }];
  });
  const examples = app.env.filter(({ name }) => /^(?:SERVER_|HTTP_|APP_)?PORT$/u.test(name)).flatMap(({ example, evidence }): Fact<number>[] => {
    const port = numberIn(example);
    return port === undefined ? [] : [{ value: port, confidence: 'likely', evidence: [evidence] }];
  });
  const usual: Fact<number> = { value: framework?.defaultPort ?? 8080, confidence: 'guess', evidence: [] };
  return [...set, ...written, ...examples, usual];
}

/** What sources give as the address beside a port. */
const addresses = /(?:\b(?:newServerAt\(\s*|embeddedServer\s*\([^)]{0,160}?\bhost\s*=\s*|withHost\(\s*(?:ipv4|host)?|listen\(\s*\d+\s*,\s*|ipAddress\(\s*|setHost\(\s*|HttpServer\.create\(\s*new\s+InetSocketAddress\(\s*|forAddress\(\s*new\s+InetSocketAddress\(\s*|\b(?:setAddress|address)\(\s*InetAddress\.getByName\(\s*)|\.start\(\s*(?="[\w.]+"\s*,))"(localhost|127\.0\.0\.1|0\.0\.0\.0)"|(?:\b(?:setAddress|address)|\bInetSocketAddress)\(\s*InetAddress\.(getLoopbackAddress)\(/gu;

/** Whether the source itself says the address. */
export function writtenBind({ sources }: JvmApp): readonly Fact<'all' | 'loopback'>[] {
  return matches(sources, addresses).map(({ groups, evidence }) => ({ value: groups[1] === '0.0.0.0' ? 'all' : 'loopback', confidence: 'likely', evidence: [evidence] }));
}

/** `${HOST:localhost}`, `${?HOST}` of HOCON, `${HOST:-localhost}` of Dropwizard, `$HOST:localhost` of Ktor. */
const placeholder = /^\$(?:\{\??([A-Z][A-Z0-9_]*)(?::[^}]*)?\}|([A-Z][A-Z0-9_]*)(?::.*)?)$/u;

interface SettingsBind {
  readonly facts: readonly Fact<'all' | 'loopback'>[];
  readonly known: readonly BindVariable[];
}

/** What settings say of the address: the variable that decides, where they name one or the framework has one above them. */
export function settingsBind({ settings, framework }: JvmApp): SettingsBind {
  const { hostKeys = [], hostVariable, environment } = findFramework(best(framework)) ?? { environment: () => ({}) };
  const said = settings.filter(({ key }) => hostKeys.includes(key));
  const named = said.flatMap(({ value }) => placeholder.exec(value.trim())?.slice(1).find((each) => each !== undefined) ?? []);
  if (named.length > 0) return { facts: [], known: named.map((name) => ({ name, form: 'host' })) };
  const facts = said.flatMap(({ value, evidence }): SettingsBind['facts'] => {
    const bind = bindOf(textIn(value) ?? '*');
    return bind === undefined ? [] : [{ value: bind, confidence: 'certain', evidence: [evidence] }];
  });
  // given to every program of the framework
  if (Object.values(environment(0)).includes('0.0.0.0')) return { facts: [], known: [] };
  return hostVariable === undefined || facts.every(({ value }) => value === 'all') ? { facts, known: [] } : { facts: [], known: [{ name: hostVariable, form: 'host' }] };
}
