import type { AppBrief, EnvironmentId } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { stackById } from '../stacks/registry.js';
import { openEnvironment, secretEnvironment, secretsOf, wire } from './wiring.js';
import { openSecrets, plainEnvironment, secretFiles, secretName } from './variables.js';
import { isEverywhere } from './backing.js';
import type { Backings } from './backing.js';
import type { Runtime } from '../stacks/stack.js';
import type { Limits, Mount, Service, Settings } from './architecture.js';

/** What every service gets outside development, with what its image needs besides. */
export function outsideDevelopment(needs: Settings): Settings {
  return { hardened: true, logRotation: true, ...needs };
}

interface ProcessContext {
  readonly backings: Backings;
  readonly limits: Limits;
  readonly command: readonly string[];
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

/** Port and interfaces of a server: its container has a network of its own, so it listens on all of them. */
function listening({ port, bindVariables = [] }: AppBrief): Readonly<Record<string, string>> {
  return { PORT: String(port), ...Object.fromEntries(bindVariables.map(({ name, form }) => [name, form === 'host' ? '0.0.0.0' : `0.0.0.0:${port}`])) };
}

/** What a process of an app, web or worker, gets in each environment. */
export function processSettings(app: AppBrief, uses: readonly string[], context: ProcessContext): Pick<Service, 'common' | 'environments'> {
  const runtime = stackById(app.stack).runtime(app);
  const wires = wire(app, uses, context.backings);
  const own = openSecrets(app);
  const files = secretFiles(app);
  const secrets = [...secretsOf(wires), ...Object.keys(own).map(secretName)].toSorted();
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
        environment: { ...runtime.environment.development, ...openEnvironment(wires, 'development'), ...own },
      },
      ci: {
        ...dependenciesIn('ci', uses, context.backings),
        target: 'production',
        pullPolicy: 'build',
        environment: { ...runtime.environment.production, ...openEnvironment(wires, 'ci'), ...openSecretsForTests(own) },
        ...hardened,
      },
      production: {
        ...dependenciesIn('production', uses, context.backings),
        target: 'production',
        pullPolicy: 'missing',
        environment: { ...runtime.environment.production, ...secretEnvironment(wires), ...files },
        secrets,
        restart: 'unless-stopped',
        limits: context.limits,
        ...hardened,
      },
    },
  };
}

/** The same for tests, which have a word of their own for what is no secret. */
function openSecretsForTests(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value === developmentPassword ? testPassword : value]));
}
