import { isLoopback } from '../discovery/bind.js';
import { cite } from '../discovery/cite.js';
import type { EnvEntry } from '../discovery/env-files.js';
import type { Fact } from '../discovery/evidence.js';
import { filesIn } from '../discovery/file-index.js';
import { joinPath } from '../discovery/repository.js';
import type { Repository } from '../discovery/repository.js';
import { portFact } from './compiled.js';

/** Variables that mean the port of this server, not of something it connects to. */
export const portNames = '(?:PORT|(?:APP|SERVER|HTTP|API|LISTEN|APPLICATION|WEB|SERVICE|REST|BACKEND|GRPC|ROCKET|HTTP_SERVER|WEB_SERVER)_PORT)';
/** Variables that hold address and port together. */
export const addressNames = '(?:(?:APP|SERVER|HTTP|API|LISTEN|WEB|SERVICE|BIND|GRPC|REST)_ADDR(?:ESS)?|(?:HTTP|SERVER|API|GRPC)_(?:LISTEN|BIND|LISTEN_ADDR(?:ESS)?|BIND_ADDR(?:ESS)?)|ADDR(?:ESS)?|LISTEN|BIND)';
/** An address in quotes; its host, which may be empty, and its port. */
export const address = String.raw`"([\w.\-[\]]*|\[[\d:a-f]*\]):(\d{2,5})"`;

/** What an address shows of the interface; undefined for a name, which only the network knows. */
export function bindOf(host: string): 'all' | 'loopback' | undefined {
  if (isLoopback(host)) return 'loopback';
  return host === '' || /^(?:0\.0\.0\.0|\[?::\]?)$/u.test(host) ? 'all' : undefined;
}

const portVariable = new RegExp(`^(?:\\w+_)?${portNames}$`, 'u');
const addressVariable = new RegExp(`^(?:\\w+_)?${addressNames}$`, 'u');
/** Something else than the server itself listens there. */
export const foreignVariable = /(?:^|_)(?:DB|DATABASE|POSTGRES\w*|PG|MYSQL|MONGO\w*|REDIS|SMTP|MAIL|EMAIL|RABBIT\w*|AMQP|KAFKA|NATS|ELASTIC\w*|METRICS?|ADMIN|DEBUG|PPROF|PROMETHEUS|OTEL|TELEMETRY|CONSUL|ETCD|VAULT|PUBLIC|EXTERNAL|CLIENT|FRONTEND|PROXY|MINIO|S3)_/u;

/** Ports that the environment examples give. */
export function examplePorts(env: readonly EnvEntry[]): readonly Fact<number>[] {
  return env.filter(({ name }) => !foreignVariable.test(name)).flatMap(({ name, example, evidence }) => {
    if (portVariable.test(name)) return portFact(/^:?(\d{2,5})$/u.exec(example)?.[1], [evidence], name === 'PORT' ? 'certain' : 'likely');
    return addressVariable.test(name) ? portFact(/^[\w.\-[\]]*:(\d{2,5})$/u.exec(example)?.[1], [evidence], 'likely') : [];
  });
}

const settingsName = /^(?:(?:rocket|app|application|config|configuration|settings?|server|default|base|local|dev(?:elopment)?)(?:[.-](?:example|sample|default|dist|dev(?:elopment)?|local))?|[\w-]*(?:config|conf|api))(?:\.(?:example|sample|dist|default))?\.(?:toml|ya?ml|json|ini|conf)(?:\.(?:sample|example|dist))?$/iu;
/** `port = 8080` under no section or one of the server's own; `address = "0.0.0.0:9000"`. */
const portSetting = /^([ \t]*)["']?(?:(?:http|server|listen|app|api|web)[_-]?)?(?:port|addr|address|listen|bind|listenaddr(?:ess)?)["']?[ \t]*[:=][ \t]*["']?(?:([\w.\-[\]]*):)?(\d{2,5})["']?[ \t]*,?[ \t]*(?:[#;].*)?$/gimu;
const sectionBefore = /^(?:[ \t]*\[+([\w.-]+)\]+|([ \t]*)["']?([\w-]+)["']?[ \t]*:[ \t]*\{?[ \t]*(?:[#].*)?)$/gmu;
const ownSection = /^(?:app|application|server|servers?\.http|http|web|api|service|main|default|global|common|host|rest|listen|development|release|debug|[\w-]*server)$/iu;

/** The section that a line stands in, `''` at the top. */
function sectionOf(text: string, offset: number, indent: string): string {
  let found = '';
  for (const match of text.slice(0, offset).matchAll(sectionBefore)) {
    if (match[1] !== undefined) found = match[1];
    else if ((match[2] ?? '').length < indent.length) found = match[3]!;
  }
  return indent === '' && !/^\s*\[/mu.test(text.slice(0, offset)) ? '' : found;
}

interface SettingsAddress {
  readonly port: Fact<number>;
  readonly host: string;
}

/** Settings files in the usual places, relative to an app. */
function settingsFiles(repository: Repository, path: string, folders: readonly string[]): readonly { readonly file: string; readonly text: string }[] {
  return folders.flatMap((folder) => filesIn(repository, folder === '' ? path : joinPath(path, folder)))
    .filter((file) => settingsName.test(file.slice(file.lastIndexOf('/') + 1)))
    .map((file) => ({ file, text: (repository.read(file) ?? '').slice(0, 100_000) }));
}

/** Matches of a setting under no section or one of the server's own, each with the place where it stands. */
function ownSettings(text: string, pattern: RegExp): readonly { readonly match: RegExpExecArray; readonly section: string; readonly offset: number }[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const section = sectionOf(text, match.index, match[1]!);
    return section !== '' && !ownSection.test(section) ? [] : [{ match, section, offset: match.index + match[0].search(/\S/u) }];
  });
}

/** What settings files in the usual places say: their address and port, under no section or one of the server's own. */
export function settingsPorts(repository: Repository, path: string, folders: readonly string[]): readonly SettingsAddress[] {
  return settingsFiles(repository, path, folders).flatMap(({ file, text }) => ownSettings(text, portSetting)
    .flatMap(({ match, offset }) => portFact(match[3], [cite(file, text, offset)], 'likely').map((port) => ({ port, host: match[2] ?? '' }))));
}

/** `address = "127.0.0.1"`, `HTTPAddr = 127.0.0.1`, `binding: localhost`; what is called `host` is as often the name in links. */
const hostSetting = /^([ \t]*)["']?(?:(?:http|server|listen|app|api|web|bind)[_-]?)?(?:addr|address|ip|bind|binding|interface|listen)["']?[ \t]*[:=][ \t]*["']?(localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|\[?::\]?)(?::(?:\d{2,5}))?["']?[ \t]*,?[ \t]*(?:[#;].*)?$/gimu;
/** Files that are examples, or for the developer's own machine. */
const ofDevelopment = /(?:example|sample|default|dist|dev(?:elopment)?|local)\b/iu;

/**
 * Which interfaces settings files say. The file of a server's own settings is used as it is; one of examples or of another environment
 * is a guess, and so is every one where another says otherwise. An address alone counts beside a port in its section.
 */
export function settingsBind(repository: Repository, path: string, folders: readonly string[]): readonly Fact<'all' | 'loopback'>[] {
  const found = settingsFiles(repository, path, folders).flatMap(({ file, text }) => {
    const ports = new Set(ownSettings(text, portSetting).map(({ section }) => section));
    return ownSettings(text, hostSetting).filter(({ section }) => ports.has(section)).flatMap(({ match, offset }): readonly Fact<'all' | 'loopback'>[] => {
      const value = bindOf(match[2]!);
      return value === undefined ? [] : [{ value, confidence: ofDevelopment.test(file.slice(file.lastIndexOf('/') + 1)) ? 'guess' : 'likely', evidence: [cite(file, text, offset)] }];
    });
  });
  return found.every(({ value }) => value === found[0]!.value) ? found : found.map((fact) => ({ ...fact, confidence: 'guess' }));
}
