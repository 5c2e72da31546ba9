import type { EnvironmentId } from '../brief/brief.js';
import type { Architecture, Service, Volume } from '../design/architecture.js';
import { commonService, environmentService, soleService } from './compose-service.js';
import type { OutputFile } from './output-file.js';
import { toYaml } from './yaml.js';
import type { Comments } from './yaml.js';

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name, 'en');

const baseFileName = 'docker-compose.yml';

const fileNames: Record<EnvironmentId, string> = {
  development: 'docker-compose.override.yml',
  ci: 'docker-compose.ci.yml',
  production: 'docker-compose.prod.yml',
};

/** Every compose file that a blueprint may have. */
export const composeFileNames: ReadonlySet<string> = new Set([baseFileName, ...Object.values(fileNames)]);

const ciCommand = `docker compose -f ${baseFileName} -f ${fileNames.ci}`;

/** How the file of CI is used: by each service of tests that there is, else by the check of the images alone. */
function ciHeader({ services }: Architecture): string {
  const tests = services.filter(({ role }) => role === 'test').toSorted(byName).map(({ name }) => `${ciCommand} run --rm --build ${name}`);
  const usage = tests.length === 0 ? `The check of the production images: ${ciCommand} up --build --detach --wait` : `Tests and the check of the production images: ${tests.join('\n')}`;
  return `${usage}\nData services live in memory and die with their containers.`;
}

const headers: Record<EnvironmentId, (architecture: Architecture) => string> = {
  development: () => 'Development: read by a plain `docker compose up`, on top of docker-compose.yml. Nothing in it reaches another environment.',
  ci: ciHeader,
  production: () => 'Production: docker/secrets.sh first, then docker compose -f docker-compose.yml -f docker-compose.prod.yml up -d --wait',
};

const empty = (map: object): boolean => Object.keys(map).length === 0;

function topLevelVolumes(volumes: readonly Volume[], keep: (volume: Volume) => boolean): object {
  return Object.fromEntries(volumes.filter(keep).toSorted(byName).map(({ name }) => [name, {}]));
}

function baseFile(architecture: Architecture): OutputFile {
  const { project, services, networks, volumes, secrets } = architecture;
  const buildSecrets = Object.fromEntries(secrets.flatMap(({ name, origin }) => (origin.kind === 'build' ? [[name, { environment: origin.variable }]] : [])));
  const shared = services.filter(({ only }) => only === undefined).toSorted(byName);
  const jobs = jobNames(architecture);
  const named = topLevelVolumes(volumes, ({ only }) => only === undefined);
  const data = {
    name: project.name,
    services: Object.fromEntries(shared.map((service) => [service.name, commonService(architecture, service, jobs)])),
    networks: Object.fromEntries(networks.toSorted(byName).map(({ name, internal }) => [name, internal ? { internal } : {}])),
    ...(empty(named) ? {} : { volumes: named }),
    ...(empty(buildSecrets) ? {} : { secrets: buildSecrets }),
  };
  const comments: Comments = {
    ...Object.fromEntries(networks.filter(({ internal }) => internal).map(({ name }) => [`networks.${name}`, 'no route to the outside'])),
    ...Object.fromEntries(shared.filter(({ role }) => role === 'worker').map(({ name }) => [`services.${name}.healthcheck`, 'a check of its own: a worker has no port to ask'])),
  };
  const header = `${project.name}: what all environments share. Each environment is a file on top of this one; see docs/docker-operations.md.`;
  return { path: baseFileName, content: toYaml(data, header, comments), ownership: 'whole' };
}

/** Services that others wait for until they are done. */
const jobNames = ({ services }: Architecture): ReadonlySet<string> => new Set(services.filter(({ role }) => role === 'job').map(({ name }) => name));

function serviceKeys(architecture: Architecture, service: Service, environment: EnvironmentId, jobs: ReadonlySet<string>): object | undefined {
  if (service.only === undefined) return environmentService(architecture, service, environment);
  return service.only.includes(environment) ? soleService(architecture, service, environment, jobs) : undefined;
}

function environmentComments({ services, networks }: Architecture, environment: EnvironmentId): Comments {
  if (environment !== 'development') return {};
  const web = services.find(({ role }) => role === 'web');
  return {
    ...(web === undefined ? {} : { [`services.${web.name}.volumes`]: 'the source, the dependencies of the image beside it, and the host folder that the entrypoint gives back to its owner' }),
    ...Object.fromEntries(networks.filter(({ openIn }) => openIn.includes('development')).slice(0, 1).map(({ name }) => [`networks.${name}`, 'on an internal network a published port silently is none'])),
  };
}

function environmentFile(architecture: Architecture, environment: EnvironmentId): OutputFile {
  const { project, networks, volumes, secrets } = architecture;
  const jobs = jobNames(architecture);
  const services = architecture.services.toSorted(byName).flatMap((service) => {
    const keys = serviceKeys(architecture, service, environment, jobs);
    return keys === undefined ? [] : [[service.name, keys] as const];
  });
  const open = networks.filter(({ openIn }) => openIn.includes(environment)).map(({ name }) => [name, { internal: false }]);
  const own = topLevelVolumes(volumes, ({ only }) => only?.includes(environment) === true);
  const files = environment === 'production' ? secrets.filter(({ origin }) => origin.kind !== 'build').map(({ name }) => [name, { file: `./secrets/${name}` }]) : [];
  const data = {
    ...(environment === 'development' ? {} : { name: `${project.name}-${environment}` }),
    services: Object.fromEntries(services),
    ...(open.length === 0 ? {} : { networks: Object.fromEntries(open) }),
    ...(empty(own) ? {} : { volumes: own }),
    ...(files.length === 0 ? {} : { secrets: Object.fromEntries(files) }),
  };
  return { path: fileNames[environment], content: toYaml(data, headers[environment](architecture), environmentComments(architecture, environment)), ownership: 'whole' };
}

/** The base file and a file for each environment. */
export function composeFiles(architecture: Architecture): readonly OutputFile[] {
  return [baseFile(architecture), ...architecture.environments.map((environment) => environmentFile(architecture, environment))];
}
