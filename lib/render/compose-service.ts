import type { EnvironmentId } from '../brief/brief.js';
import { composeLiteral } from '../text/quote.js';
import type { Architecture, EnvironmentValue, Healthcheck, Mount, PublishedPort, Service, Settings } from '../design/architecture.js';
import { Override, reset } from './yaml.js';

type Keys = Readonly<Record<string, unknown>>;

/** The order of dclint's `service-keys-order`; it wants the keys that it does not know behind them, by alphabet. */
const keyOrder = ['image', 'build', 'depends_on', 'volumes', 'secrets', 'environment', 'ports', 'networks', 'command', 'restart', 'healthcheck', 'logging', 'user'];

const position = (key: string): number => (keyOrder.includes(key) ? keyOrder.indexOf(key) : keyOrder.length);

/** Keys in their order, without those that have nothing to say. */
function ordered(keys: Keys): Keys {
  const present = Object.entries(keys).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.toSorted(([a], [b]) => position(a) - position(b) || a.localeCompare(b, 'en')));
}

const seconds = (value: number): string => `${value}s`;

function healthcheck({ test, interval, timeout, retries, startPeriod }: Healthcheck): Keys {
  return {
    test: test.map(composeLiteral),
    interval: seconds(interval),
    timeout: seconds(timeout),
    retries,
    start_period: seconds(startPeriod),
    start_interval: '1s',
  };
}

function environmentValue(value: EnvironmentValue): string {
  if (typeof value === 'string') return composeLiteral(value);
  // a closing brace would end the expression, so such a value stays a literal
  const { setting, fallback } = value;
  return fallback.includes('}') ? composeLiteral(fallback) : `\${${setting}:-${composeLiteral(fallback)}}`;
}

function port({ host, variable, published, target }: PublishedPort): string {
  return `${host === '0.0.0.0' ? '' : `${host}:`}\${${variable}:-${published}}:${target}`;
}

const mount = (each: Mount): string => `${each.source}:${each.target}${each.kind === 'bind' && each.readOnly === true ? ':ro' : ''}`;

function image({ project, images }: Architecture, service: Service, suffix: string): string | undefined {
  if (service.image.kind === 'pulled') return suffix === '' ? `${images.mirror ?? ''}${service.image.reference}` : undefined;
  return `\${REGISTRY:-}${service.image.name}:\${TAG:-${project.version}}${suffix}`;
}

function build({ project }: Architecture, service: Service, target: string | undefined): Keys | undefined {
  if (service.image.kind === 'pulled') return undefined;
  const { dockerfile, contexts, secrets } = service.image;
  // the target of a worker is that of the image it starts from
  const own = contexts === undefined ? target : undefined;
  const given = Object.fromEntries(Object.entries(service.image.arguments ?? {}).map(([name, value]) => [name, environmentValue(value)]));
  const args = runsAppImage(service) ? { args: { VERSION: `\${TAG:-${project.version}}`, ...given } } : Object.keys(given).length === 0 ? {} : { args: given };
  return {
    context: '.',
    dockerfile,
    ...args,
    ...(contexts === undefined ? {} : { additional_contexts: contexts }),
    ...(secrets === undefined || secrets.length === 0 ? {} : { secrets }),
    ...(own === undefined ? {} : { target: own }),
  };
}

/** Starts from a stage of the app's Dockerfile that the environment chooses. */
const runsAppImage = ({ role, image }: Service): boolean => role === 'web' || role === 'job' || (role === 'worker' && image.kind === 'built' && image.contexts === undefined);

/** What stays of the volumes where data is thrown away: files of the configuration. */
const keepOnly = (mounts: Settings['mounts'] = []): unknown => (mounts.length === 0 ? reset : new Override(mounts.map(mount)));

/** One layer over another, as Compose puts them. */
function over({ mounts: below = [], ...common }: Settings, { throwAway, mounts: own = [], ...settings }: Settings): Settings {
  const mounts = throwAway === true ? own : [...below, ...own];
  const environment = { ...common.environment, ...settings.environment };
  return { ...common, ...settings, ...(Object.keys(environment).length === 0 ? {} : { environment }), ...(mounts.length === 0 ? {} : { mounts }) };
}

/** Settings that look the same in every layer. */
function settingKeys(settings: Settings): Keys {
  const { dependsOn, entrypoint, hostname, openFiles, postStart, writableRoot, command, environment, ports, mounts, throwAway, tmpfs, secrets, pullPolicy, restart, user, hardened, limits, replicas, logRotation, shmSize, probe, startPeriod } = settings;
  return {
    depends_on: dependsOn === undefined ? undefined : Object.fromEntries(dependsOn.toSorted().map((name) => [name, { condition: 'service_healthy' }])),
    entrypoint: entrypoint?.map(composeLiteral),
    command: command?.map(composeLiteral),
    environment: environment === undefined ? undefined : Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, environmentValue(value)])),
    ports: ports?.map(port),
    volumes: throwAway === true ? keepOnly(mounts) : mounts?.map(mount),
    tmpfs,
    secrets: secrets === undefined || secrets.length === 0 ? undefined : secrets,
    pull_policy: pullPolicy,
    restart,
    user,
    ...(hardened === true ? { ...(writableRoot === undefined ? { read_only: true } : {}), cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] } : {}),
    deploy:
      limits === undefined
        ? undefined
        : { ...(replicas === undefined ? {} : { replicas }), resources: { limits: { cpus: String(limits.cpus), memory: `${limits.memory}M`, pids: limits.pids } } },
    logging: logRotation === true ? { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } } : undefined,
    healthcheck: probe === undefined && startPeriod === undefined ? undefined : ordered({ test: probe?.map(composeLiteral), start_period: startPeriod === undefined ? undefined : seconds(startPeriod) }),
    hostname,
    ulimits: openFiles === undefined ? undefined : { nofile: openFiles },
    post_start: postStart === undefined ? undefined : [{ command: postStart.map(composeLiteral) }],
    shm_size: shmSize === undefined ? undefined : `${shmSize}m`,
  };
}

/** What a service is in every environment. */
export function commonService(architecture: Architecture, service: Service, jobs: ReadonlySet<string>): Keys {
  const { common, dependsOn, networks } = service;
  return ordered({
    ...settingKeys(common),
    image: image(architecture, service, ''),
    build: build(architecture, service, runsAppImage(service) ? 'production' : undefined),
    depends_on: dependsOn.length === 0 ? undefined : Object.fromEntries(dependsOn.toSorted().map((name) => [name, { condition: jobs.has(name) ? 'service_completed_successfully' : 'service_healthy' }])),
    networks: networks.length === 0 ? undefined : networks.toSorted(),
    healthcheck: service.healthcheck === undefined ? undefined : healthcheck(service.healthcheck),
    init: service.init ? true : undefined,
    stop_grace_period: seconds(service.stopGrace),
  });
}

/** What an environment changes; undefined where it changes nothing. */
export function environmentService(architecture: Architecture, service: Service, environment: EnvironmentId): Keys | undefined {
  const settings = service.environments[environment];
  if (settings === undefined) return undefined;
  const suffix = settings.tagSuffix ?? '';
  const target = runsAppImage(service) && settings.target !== 'production' ? settings.target : undefined;
  const keys = ordered({
    ...settingKeys(settings),
    image: suffix === '' ? undefined : image(architecture, service, suffix),
    build: target === undefined ? undefined : { target },
  });
  return Object.keys(keys).length === 0 ? undefined : keys;
}

/** A service that exists in one environment only. */
export function soleService(architecture: Architecture, service: Service, environment: EnvironmentId, jobs: ReadonlySet<string>): Keys {
  const settings = service.environments[environment] ?? {};
  const sole = { ...service, common: over(service.common, settings), dependsOn: [...service.dependsOn, ...(settings.dependsOn ?? [])] };
  return ordered({
    ...commonService(architecture, sole, jobs),
    image: image(architecture, service, settings.tagSuffix ?? ''),
    build: build(architecture, service, settings.target),
  });
}
