import { best } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { findFramework } from './app.js';
import type { JvmApp } from './app.js';
import { isInForce } from './settings-files.js';
import { numberIn } from './settings.js';

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
const addresses = /\b(?:newServerAt\(\s*|embeddedServer\s*\([^)\n]{0,120}?host\s*=\s*|withHost\(\s*(?:ipv4|host)?|listen\(\s*\d+\s*,\s*|ipAddress\(\s*)"(localhost|127\.0\.0\.1|0\.0\.0\.0)"/gu;

/** Whether the source itself says the address. */
export function writtenBind({ sources }: JvmApp): readonly Fact<'all' | 'loopback'>[] {
  return matches(sources, addresses).map(({ groups, evidence }) => ({ value: groups[1] === '0.0.0.0' ? 'all' : 'loopback', confidence: 'likely', evidence: [evidence] }));
}

/** Whether its settings say that it listens where no proxy reaches it. */
export function bindFacts({ settings }: JvmApp): readonly Fact<'all' | 'loopback'>[] {
  return settings.filter(({ key, value, profile }) => profile === undefined && /^(?:server\.address|quarkus\.http\.host|micronaut\.server\.host|ktor\.deployment\.host)$/u.test(key) && /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)$/u.test(value))
    .map(({ value, evidence }) => ({ value: value === '0.0.0.0' ? 'all' : 'loopback', confidence: 'certain', evidence: [evidence] }));
}
