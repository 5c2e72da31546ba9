import type { AppBrief, EnvironmentId } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { stackById } from '../stacks/registry.js';
import { openEnvironment, secretEnvironment, secretsOf, wire } from './wiring.js';
import { debuggingOff, openSecrets, optionalSecrets, plainEnvironment, secretFiles, variableSecrets } from './variables.js';
import { isEverywhere } from './backing.js';
import type { Backings } from './backing.js';
import { dataEnvironment, dataInMemory, dataMounts } from './data.js';
import type { Runtime } from '../stacks/stack.js';
import { productionTest } from '../stacks/probe.js';
import type { Environment, Healthcheck, Limits, Mount, Service, Settings } from './architecture.js';

/** What every service gets outside development, with what its image needs besides. */
export function outsideDevelopment(needs: Settings): Settings {
  return { hardened: true, logRotation: true, ...needs };
}

interface ProcessContext {
  readonly backings: Backings;
  readonly limits: Limits;
  readonly command: readonly string[];
  /** Pool sizes of production. */
  readonly pools: Environment;
  /** Instances in production. */
  readonly replicas?: number;
  /** Absent where nothing probes the process, as it ends by itself. */
  readonly healthcheck?: Healthcheck;
}

/** The mounted source, the volumes that it must not cover, and the host's folder behind each, so that its owner can be set right. */
function developmentMounts({ development }: Runtime): readonly Mount[] {
  const host = (folder: string): string => (folder === '.' ? '.' : `./${folder}`);
  return [
    { kind: 'bind', source: host(development.source), target: development.target },
    ...development.volumes.flatMap(({ name, target, hostFolder }): Mount[] => [
      { kind: 'volume', source: name, target },
      ...(hostFolder === undefined ? [] : [{ kind: 'bind', source: host(hostFolder), target: `/run/host${target.slice(development.target.length)}` } as const]),
    ]),
  ];
}

/** What a process waits for in some environments only. */
function dependenciesIn(environment: EnvironmentId, uses: readonly string[], backings: Backings): Pick<Settings, 'dependsOn'> {
  const names = uses.map((key) => backings.get(key)!).filter((backing) => !isEverywhere(backing) && backing.containers.has(environment)).map(({ service }) => service);
  return names.length === 0 ? {} : { dependsOn: names };
}

/** Services of the brief that a process waits for in every environment. */
export function commonDependencies(uses: readonly string[], backings: Backings): readonly string[] {
  return uses.map((key) => backings.get(key)!).filter(isEverywhere).map(({ service }) => service);
}

function dataIn(app: AppBrief, environment: EnvironmentId): Pick<Settings, 'mounts'> {
  const mounts = dataMounts(app, environment);
  return mounts.length === 0 ? {} : { mounts };
}

function inMemory(app: AppBrief): Pick<Settings, 'tmpfs'> {
  const tmpfs = dataInMemory(app);
  return tmpfs.length === 0 ? {} : { tmpfs };
}

/** Port and interfaces of a server: its container has a network of its own, so it listens on all of them. */
function listening({ port, bindVariables = [] }: AppBrief): Readonly<Record<string, string>> {
  const forms = { host: '0.0.0.0', address: `0.0.0.0:${port}`, url: `http://0.0.0.0:${port}` } as const;
  return { PORT: String(port), ...Object.fromEntries(bindVariables.map(({ name, form }) => [name, forms[form]])) };
}

/** What a process of an app, web or worker, gets in each environment. */
export function processSettings(app: AppBrief, uses: readonly string[], context: ProcessContext): Pick<Service, 'common' | 'environments'> {
  const runtime = stackById(app.stack).runtime(app);
  const wires = wire(app, uses, context.backings);
  const files = secretFiles(app);
  const secrets = [...secretsOf(wires), ...variableSecrets(app).map(({ name }) => name)].toSorted();
  const temporary = runtime.tmpfs.some((each) => each.startsWith('/tmp:')) ? [] : ['/tmp:mode=1777,size=64m'];
  const hardened = outsideDevelopment({ user: runtime.user, tmpfs: [...temporary, ...runtime.tmpfs] });
  return {
    common: { environment: { ...runtime.environment.common, ...plainEnvironment(app), ...(app.role === 'worker' ? {} : listening(app)) } },
    environments: {
      development: {
        ...dependenciesIn('development', uses, context.backings),
        target: 'development',
        tagSuffix: '-development',
        pullPolicy: 'build',
        command: context.command,
        mounts: developmentMounts(runtime),
        ...inMemory(app),
        environment: { ...runtime.environment.development, ...openEnvironment(wires, 'development'), ...openSecrets(app, developmentPassword) },
      },
      ci: {
        ...dependenciesIn('ci', uses, context.backings),
        target: 'production',
        pullPolicy: 'build',
        environment: { ...runtime.environment.production, ...debuggingOff(app), ...openEnvironment(wires, 'ci'), ...openSecrets(app, testPassword), ...optionalSecrets(app), ...dataEnvironment(app) },
        ...dataIn(app, 'ci'),
        ...hardened,
      },
      production: {
        ...dependenciesIn('production', uses, context.backings),
        target: 'production',
        pullPolicy: 'missing',
        environment: { ...runtime.environment.production, ...debuggingOff(app), ...secretEnvironment(wires), ...files, ...context.pools, ...dataEnvironment(app) },
        ...dataIn(app, 'production'),
        secrets,
        ...(context.healthcheck?.readsVariables === true ? { probe: productionTest(context.healthcheck) } : {}),
        restart: 'unless-stopped',
        limits: context.limits,
        ...(context.replicas === undefined || context.replicas === 1 ? {} : { replicas: context.replicas }),
        ...hardened,
      },
    },
  };
}
