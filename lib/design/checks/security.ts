import { holdsCredentials, variableKind } from '../../brief/variable-kind.js';
import { developmentPassword, testPassword } from '../../catalog/credentials.js';
import { checklistMessages as say } from '../../messages/checklist.js';
import type { EnvironmentValue, Service, Settings } from '../architecture.js';
import { hasWorkflow, scannedImages } from '../scans.js';
import { about, dataServices, hasProduction, inProduction, layers, namesOf, notApplicable, runsIn, unless } from './check.js';
import type { Check, Subject } from './check.js';

export const networksByTier: Check = ({ architecture }) => {
  const { services, networks } = architecture;
  const data = dataServices(architecture);
  if (data.length === 0) return notApplicable(say.networks.none);
  const internal = new Set(networks.filter((network) => network.internal).map(({ name }) => name));
  const proxies = services.filter(({ role }) => role === 'proxy');
  return unless(
    [
      ...about(namesOf(services.filter(({ role, networks: joined }) => role !== 'test' && joined.length === 0)), say.networks.default),
      ...proxies.flatMap((proxy) => data.flatMap((service) => service.networks.filter((network) => proxy.networks.includes(network)).map((network) => say.networks.shared(proxy.name, service.name, network)))),
      ...data.flatMap((service) => service.networks.filter((network) => !internal.has(network)).map((network) => say.networks.open(network, service.name))),
    ],
    say.networks.pass(namesOf(networks), data.length),
  );
};

const ofThisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

export const dataNotExposed: Check = ({ architecture }) => {
  const data = dataServices(architecture);
  if (data.length === 0) return notApplicable(say.exposure.none);
  const published = data.flatMap((service) =>
    layers(service).flatMap(({ environment, settings: { ports = [] } }) =>
      ports.flatMap(({ host }) => {
        if (environment !== 'development') return [say.exposure.published(service.name, environment ?? 'every environment')];
        return ofThisMachine.has(host) ? [] : [say.exposure.beyond(service.name, host)];
      }),
    ),
  );
  const theirs = new Set(data.flatMap(({ networks }) => networks));
  const opened = architecture.networks.flatMap(({ name, openIn }) => (theirs.has(name) ? openIn.filter((id) => id !== 'development').map((id) => say.exposure.opened(name, id)) : []));
  return unless([...published, ...opened], say.exposure.pass(namesOf(data)));
};

const textOf = (value: EnvironmentValue): string => (typeof value === 'string' ? value : value.fallback);
/** The place of a secret in a text, which the entrypoint fills. */
const reference = /\{[a-z0-9_]+\}/u;
const readsFile = /_(?:FILE|FROM_SECRET)$/u;
/** An address is a secret for what it holds, not for its name: `MAILER_DSN=smtp://mail:25` gives nothing away. */
const isAddress = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\//u.test(text);
const isKnownPassword = (text: string): boolean => text.includes(developmentPassword) || text.includes(testPassword);

/** Problems of one layer of settings outside development. */
function literals({ architecture }: Subject, service: string, { environment = {}, command = [], entrypoint = [] }: Settings): readonly string[] {
  // what the brief calls plain is plain, whatever its name says
  const plain = new Set(architecture.apps.flatMap(({ variables }) => variables.filter(({ kind }) => kind === 'plain').map(({ name }) => name)));
  const isLiteral = (name: string, text: string): boolean =>
    text !== '' && !reference.test(text) && ((!plain.has(name) && !isAddress(text) && !readsFile.test(name) && variableKind(name) !== 'plain') || holdsCredentials(text) || isKnownPassword(text));
  return [
    ...Object.entries(environment).filter(([name, value]) => isLiteral(name, textOf(value))).map(([name]) => say.secrets.literal(service, name)),
    ...([...command, ...entrypoint].some((word) => holdsCredentials(word) || isKnownPassword(word)) ? [say.secrets.command(service)] : []),
  ];
}

function secretArguments({ architecture }: Subject, { name, image }: Service): readonly string[] {
  const secret = new Set(architecture.apps.flatMap(({ variables }) => variables.filter(({ kind }) => kind !== 'plain').map((variable) => variable.name)));
  return image.kind === 'built' ? Object.keys(image.arguments ?? {}).filter((argument) => secret.has(argument)).map((argument) => say.secrets.argument(name, argument)) : [];
}

export const secretsOutside: Check = (subject) => {
  const { architecture } = subject;
  if (!hasProduction(architecture)) return notApplicable(say.secrets.none);
  const made = new Set(namesOf(architecture.secrets));
  const problems = inProduction(architecture).flatMap((service) => [
    ...layers(service, ['production']).flatMap(({ settings }) => [
      ...literals(subject, service.name, settings),
      ...(settings.secrets ?? []).filter((secret) => !made.has(secret)).map((secret) => say.secrets.unknown(service.name, secret)),
    ]),
    ...secretArguments(subject, service),
  ]);
  return unless(problems, say.secrets.pass(architecture.secrets.filter(({ origin }) => origin.kind !== 'build').length));
};

export const imagesScanned: Check = ({ architecture }) => {
  const { services, environments } = architecture;
  if (environments.every((id) => id === 'development')) return notApplicable(say.scans.none);
  if (!hasWorkflow(architecture)) return unless([say.scans.workflow], '');
  const { built, pulled } = scannedImages(architecture);
  const scanned = new Set([...built, ...pulled]);
  const shipped = services.filter((service) => service.role !== 'test' && (runsIn(service, 'production') || runsIn(service, 'ci'))).map(({ image }) => (image.kind === 'built' ? image.name : image.reference));
  return unless(about([...new Set(shipped)].filter((image) => !scanned.has(image)), say.scans.missed), say.scans.pass(built.length, pulled.length));
};
