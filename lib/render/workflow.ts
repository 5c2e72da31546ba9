import { proxyById } from '../catalog/registry.js';
import type { Architecture, Service } from '../design/architecture.js';
import { isStrict } from '../design/demands.js';
import { appRoutes } from '../design/routes.js';
import { scannedImages } from '../design/scans.js';
import { shellWord } from '../text/quote.js';
import { actions } from './actions.js';
import type { OutputFile } from './output-file.js';
import { toYaml } from './yaml.js';

const compose = 'docker compose -f docker-compose.yml -f docker-compose.ci.yml';
const down = { name: 'Leave nothing behind', if: 'always()', run: `${compose} down --volumes --remove-orphans` };
const checkout = { name: 'Check out', uses: actions.checkout.uses, with: { 'persist-credentials': false } };

/** Only a push of this repository publishes, and only where its owner named a registry. */
const publishes = "github.event_name == 'push' && vars.REGISTRY != ''";

/**
 * One that we build stops the run; one of others only reports, because its owner alone can mend it. Under strict security it stops the
 * run too, and a regulated project looks at less severe ones as well.
 */
function scan({ constraints }: Architecture, image: string, reference: string, isOurs: boolean): object {
  const stops = isOurs || isStrict({ constraints });
  return {
    name: `${stops ? 'Scan' : 'Report on'} ${image}`,
    uses: actions.trivy.uses,
    with: { 'image-ref': reference, severity: constraints.security === 'regulated' ? 'CRITICAL,HIGH,MEDIUM' : 'CRITICAL,HIGH', 'ignore-unfixed': true, 'exit-code': stops ? '1' : '0' },
  };
}

function scans(architecture: Architecture): readonly object[] {
  const { built, pulled } = scannedImages(architecture);
  return [
    ...built.map((image) => scan(architecture, image, `\${{ env.REGISTRY }}${image}:\${{ env.TAG }}`, true)),
    ...pulled.map((image) => scan(architecture, image, `${architecture.images.mirror ?? ''}${image}`, false)),
  ];
}

function testJob(tests: readonly Service[]): object {
  return {
    'runs-on': 'ubuntu-24.04',
    'timeout-minutes': 20,
    steps: [checkout, ...tests.map(({ name, title }) => ({ name: `Run the ${title}`, run: `${compose} run --rm --build ${name}` })), down],
  };
}

/** Asks the health route of the app at the root through the proxy; without one, whether the app answers at all. */
function question({ services, apps }: Architecture): string | undefined {
  const front = appRoutes(apps)[0]?.service;
  const proxy = services.find(({ role }) => role === 'proxy');
  const web = services.find(({ name }) => name === front);
  if (proxy === undefined || web === undefined) return undefined;
  const health = apps.find(({ name }) => name === front)?.health;
  if (health === undefined) return `${compose} exec -T ${web.name} ${(web.healthcheck?.test ?? []).slice(1).map(shellWord).join(' ')}`;
  return `${compose} exec -T ${proxy.name} ${proxyById(proxy.technology).ask(health).map(shellWord).join(' ')}`;
}

function imageJob(architecture: Architecture, needs: readonly string[]): object {
  const { services } = architecture;
  const built = services.filter(({ image, only, role }) => image.kind === 'built' && only === undefined && role !== 'job');
  const names = built.map(({ name }) => name).join(' ');
  const proxy = services.find(({ role }) => role === 'proxy');
  const web = services.find(({ role }) => role === 'web');
  const asked = question(architecture);
  return {
    'runs-on': 'ubuntu-24.04',
    'timeout-minutes': 30,
    ...(needs.length === 0 ? {} : { needs }),
    steps: [
      checkout,
      { name: 'Build the production images', run: `${compose} build ${names}` },
      { name: 'Start them', run: `${compose} up --detach --wait --no-build ${names}` },
      ...(asked === undefined ? [] : [{ name: 'Ask through the proxy', run: asked }]),
      { name: 'Show the logs', if: 'failure()', run: `${compose} logs --no-color ${proxy?.name ?? ''} ${web?.name ?? ''}`.trim() },
      down,
      ...scans(architecture),
      {
        name: 'Log in',
        if: publishes,
        env: { REGISTRY_PASSWORD: '${{ secrets.REGISTRY_PASSWORD || github.token }}', REGISTRY_USERNAME: '${{ vars.REGISTRY_USERNAME || github.actor }}' },
        run: 'printf %s "$REGISTRY_PASSWORD" | docker login "${REGISTRY%%/*}" --username "$REGISTRY_USERNAME" --password-stdin',
      },
      { name: 'Push', if: publishes, run: `${compose} push ${names}` },
    ],
  };
}

/** What only production needs, and the check of its images may have: empty where the repository has no such secret, as for a fork. */
function optionalSecrets({ apps }: Architecture): object {
  const names = apps.flatMap(({ variables }) => variables.flatMap(({ name, productionOnly }) => (productionOnly === true ? [name] : [])));
  return names.length === 0 ? {} : { env: Object.fromEntries(names.map((name) => [name, `\${{ secrets.${name} }}`])) };
}

/** Builds, tests, scans and pushes. */
export function workflow(architecture: Architecture): OutputFile {
  const tests = architecture.services.filter(({ role }) => role === 'test');
  const data = {
    name: 'docker',
    on: { push: { branches: ['main', 'master'], tags: ['v*'] }, pull_request: {} },
    permissions: { contents: 'read' },
    concurrency: { group: '${{ github.workflow }}-${{ github.ref }}', 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}" },
    env: {
      REGISTRY: '${{ vars.REGISTRY }}',
      TAG: "${{ github.ref_type == 'tag' && github.ref_name || github.sha }}",
      // what builds read of private registries
      ...Object.fromEntries(architecture.secrets.flatMap(({ origin }) => (origin.kind === 'build' ? [[origin.variable, `\${{ secrets.${origin.variable} }}`]] : []))),
    },
    jobs: {
      ...(tests.length === 0 ? {} : { test: testJob(tests) }),
      images: { ...imageJob(architecture, tests.length === 0 ? [] : ['test']), permissions: { contents: 'read', packages: 'write' }, ...optionalSecrets(architecture) },
    },
  };
  const header = [
    'Builds, tests, scans and, on pushes, publishes the images.',
    'To publish: set the repository variable REGISTRY to the prefix of the image names with a trailing slash (host/owner/),',
    'and, unless the registry takes the token of GitHub, the variable REGISTRY_USERNAME and the secret REGISTRY_PASSWORD.',
  ].join('\n');
  const pins = Object.fromEntries(Object.values(actions).map(({ uses, version }) => [uses, version]));
  return { path: '.github/workflows/docker.yml', content: toYaml(data, header, {}, pins), ownership: 'whole' };
}

/** Keeps base images and actions current. */
export function dependabot({ services }: Architecture): OutputFile {
  const folders = services.flatMap(({ image }) => (image.kind === 'built' ? [`/${image.dockerfile.replace(/\/[^/]+$/u, '')}`] : []));
  const weekly = { schedule: { interval: 'weekly' } };
  const data = {
    version: 2,
    updates: [
      // the workers' image starts from the app's, which no registry has
      { 'package-ecosystem': 'docker', directories: [...new Set(folders)].filter((folder) => !folder.startsWith('/docker/workers')).toSorted(), ...weekly },
      { 'package-ecosystem': 'docker-compose', directory: '/', ...weekly },
      { 'package-ecosystem': 'github-actions', directory: '/', ...weekly },
    ],
  };
  return { path: '.github/dependabot.yml', content: toYaml(data, 'Raises base images, service images and actions once a week.'), ownership: 'whole' };
}
