import type { AppBrief, Brief } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { stackById } from '../stacks/registry.js';
import { identifierOf } from '../brief/service-names.js';
import { openEnvironment, secretEnvironment, secretsOf, wire } from './wiring.js';
import { openSecrets, plainEnvironment, secretFiles, secretName } from './variables.js';
import type { Limits, Mount, Service, Settings } from './architecture.js';

/** What every service gets outside development, with what its image needs besides. */
export function outsideDevelopment(needs: Settings): Settings {
  return { hardened: true, logRotation: true, ...needs };
}

interface ProcessContext {
  readonly brief: Brief;
  readonly limits: Limits;
  readonly command: readonly string[];
}

/** The mounted source, the volumes that it must not cover, and the host's folder behind each, so that its owner can be set right. */
function developmentMounts(app: AppBrief): readonly Mount[] {
  const { workdir, developmentVolumes } = stackById(app.stack);
  const source = app.path === '.' ? '.' : `./${app.path}`;
  return [
    { kind: 'bind', source, target: workdir },
    ...developmentVolumes(app).flatMap(({ name, folder }): Mount[] => [
      { kind: 'volume', source: name, target: `${workdir}/${folder}` },
      { kind: 'bind', source: source === '.' ? `./${folder}` : `${source}/${folder}`, target: `/run/host/${folder}` },
    ]),
  ];
}

/** What a process of an app, web or worker, gets in each environment. */
export function processSettings(app: AppBrief, uses: readonly string[], context: ProcessContext): Pick<Service, 'common' | 'environments'> {
  const stack = stackById(app.stack);
  const wires = wire(app, uses, identifierOf(context.brief.project.name));
  const own = openSecrets(app);
  const files = secretFiles(app);
  const secrets = [...secretsOf(wires), ...Object.keys(own).map(secretName)].toSorted();
  const hardened = outsideDevelopment({ user: stack.user, tmpfs: ['/tmp:mode=1777,size=64m'] });
  return {
    common: { environment: { ...plainEnvironment(app), PORT: String(app.port) } },
    environments: {
      development: {
        target: 'development',
        tagSuffix: '-development',
        pullPolicy: 'build',
        command: context.command,
        mounts: developmentMounts(app),
        environment: { ...stack.environment.development, ...openEnvironment(wires, 'development'), ...own },
      },
      ci: {
        target: 'production',
        pullPolicy: 'build',
        environment: { ...stack.environment.production, ...openEnvironment(wires, 'ci'), ...openSecretsForTests(own) },
        ...hardened,
      },
      production: {
        target: 'production',
        pullPolicy: 'missing',
        environment: { ...stack.environment.production, ...secretEnvironment(wires), ...files },
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
