import type { EnvironmentId } from '../../lib/brief/brief.js';

/** What every stack promises, checked on what Compose sees, with no knowledge of how it was made. */

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly user?: string;
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly deploy?: { readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> } };
}

interface Stack {
  readonly version?: unknown;
  readonly services?: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** Images of servers that hold data. */
const dataImage = /(?:^|\/)(?:postgres|pgvector|postgis|timescaledb|mysql|mariadb|mongo|redis|valkey|rabbitmq|elasticsearch|opensearch|minio|memcached|kafka|nats|eclipse-mosquitto|meilisearch|seaweedfs|qdrant|clickhouse|mailpit|scipy-notebook|mssql\/server|keycloak|gotenberg|chroma|weaviate|influxdb|neo4j|cassandra|rustfs|temporal|typesense)(?::|$)/u;
/** Their data belongs to root, who has no capability here. */
const asRoot = /(?:^|\/)(?:nats|meilisearch|seaweedfs|minio|chroma|weaviate|typesense):/u;
/** Their first start writes beside their settings. */
const writesRoot = /(?:^|\/)(?:elasticsearch|opensearch|neo4j|cassandra):/u;
const isData = ({ image, build }: Service): boolean => build === undefined && dataImage.test(image ?? '');
const isProxy = (name: string): boolean => ['nginx', 'caddy', 'traefik', 'gateway'].includes(name);
/** One-off jobs end by themselves. */
const isJob = (name: string): boolean => /(?:^|-)test$/u.test(name);

const secretName = /(?:PASSWORD|SECRET|TOKEN|API_KEY|PASS)$/u;
const credentialInUrl = /:\/\/[^/\s:@]*:(?!\{|\$)[^/\s@]+@/u;
/** The name of a secret file where a credential would stand. */
const reference = /\{[a-z0-9_]+\}/u;

function literalCredentials({ environment = {}, command = [] }: Service): readonly string[] {
  const inEnvironment = Object.entries(environment).filter(([name, value]) => (secretName.test(name) && value !== '' && !reference.test(value)) || credentialInUrl.test(value));
  const inCommand = command.filter((word) => credentialInUrl.test(word) || /^>[^\s]/u.test(word));
  return [...inEnvironment.map(([name]) => name), ...inCommand];
}

function shared(name: string, service: Service, services: Readonly<Record<string, Service>>): readonly string[] {
  if (!isProxy(name)) return [];
  return Object.entries(services).flatMap(([other, { networks = [], ...rest }]) =>
    isData({ networks, ...rest }) ? networks.filter((network) => service.networks?.includes(network)).map((network) => `${name} shares the network ${network} with ${other}`) : [],
  );
}

function hardening(name: string, service: Service): readonly string[] {
  const limits = service.deploy?.resources?.limits ?? {};
  const options = service.logging?.options ?? {};
  return [
    ...(limits['memory'] === undefined ? [`${name} has no memory limit`] : []),
    ...(limits['cpus'] === undefined || limits['pids'] === undefined ? [`${name} has no limit of processors and processes`] : []),
    ...(options['max-size'] === undefined || options['max-file'] === undefined ? [`${name} does not rotate its logs`] : []),
    ...(service.cap_drop?.includes('ALL') === true ? [] : [`${name} keeps capabilities`]),
    ...(service.read_only === true || writesRoot.test(service.image ?? '') ? [] : [`${name} may write its root`]),
    ...(service.security_opt?.includes('no-new-privileges:true') === true ? [] : [`${name} may gain privileges`]),
    ...(/^[1-9]\d*:\d+$/u.test(service.user ?? '') || (service.user === '0:0' && asRoot.test(service.image ?? '')) ? [] : [`${name} runs as root, or as nobody knows whom`]),
  ];
}

/** A mount names its source: a folder of the project or a volume that the file declares. */
function mounts(name: string, { volumes = [] }: Service, declared: Readonly<Record<string, unknown>>): readonly string[] {
  return volumes.flatMap((volume) => {
    const [source = '', target] = volume.split(':');
    if (target === undefined || source === '') return [`${name} has an anonymous volume: ${volume}`];
    return source.startsWith('.') || source in declared ? [] : [`${name} mounts ${source}, which no volume declares`];
  });
}

function ports(name: string, service: Service, environment: EnvironmentId): readonly string[] {
  const published = service.ports ?? [];
  if (environment === 'development') return published.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name} publishes ${port} beyond this machine`);
  if (environment === 'ci') return published.map((port) => `${name} publishes a port: ${port}`);
  return isProxy(name) ? [] : published.map((port) => `${name} publishes a port: ${port}`);
}

/** Every promise that the stack of one environment breaks, as a sentence. */
export function composeViolations(data: unknown, environment: EnvironmentId): readonly string[] {
  const { version, services = {}, networks = {}, volumes = {} } = data as Stack;
  const dataNetworks = new Set(Object.values(services).flatMap((service) => (isData(service) ? (service.networks ?? []) : [])));
  const open = environment === 'development' ? [] : [...dataNetworks].filter((name) => networks[name]?.internal !== true);
  return [
    ...(version === undefined ? [] : ['the file names a version']),
    ...open.map((name) => `the network ${name} has a route to the outside`),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...shared(name, service, services),
      ...(isJob(name) || service.healthcheck !== undefined ? [] : [`${name} has no healthcheck`]),
      ...ports(name, service, environment),
      ...mounts(name, service, volumes),
      ...(environment === 'production' ? [...hardening(name, service), ...literalCredentials(service).map((each) => `${name} holds a literal credential: ${each}`)] : []),
      ...(service.networks ?? []).filter((network) => !(network in networks)).map((network) => `${name} joins ${network}, which is not declared`),
    ]),
  ];
}
