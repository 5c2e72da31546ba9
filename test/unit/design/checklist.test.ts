import assert from 'node:assert/strict';
import type { Brief } from '../../../lib/brief/brief.js';
import type { Architecture, Service, Settings } from '../../../lib/design/architecture.js';
import { review } from '../../../lib/design/checklist.js';
import { design } from '../../../lib/design/design.js';
import { briefOf, minimal, shop } from '../../support/briefs.js';

type Input = Readonly<Record<string, unknown>>;
type Part = Partial<Architecture> | ((architecture: Architecture) => Partial<Architecture>);

const shopApp = (shop['apps'] as readonly Input[])[0]!;
/** A brief that has nothing to blame: its worker watches its source in development. */
const sound: Input = { ...shop, apps: [{ ...shopApp, workers: [{ name: 'worker', command: ['node', 'src/worker.js'], development: ['node', '--watch', 'src/worker.js'] }], jobs: [{ name: 'migrate', command: ['node', 'src/migrate.js'] }] }] };
const brief = briefOf(sound);
const architecture = design(brief);

/** The verdict and the reason of one item, of an architecture with parts over it. */
function item(id: string, part: Part = {}, from: Brief = brief): string {
  const designed = design(from);
  const changed = { ...designed, ...(typeof part === 'function' ? part(designed) : part) };
  const found = review(changed, from).items.find((each) => each.id === id) ?? assert.fail(id);
  return `${found.verdict}: ${found.reason}`;
}

/** Every service with settings over those of one of them. */
const withService = (name: string, change: (service: Service) => Partial<Service>) => ({ services }: Architecture): Partial<Architecture> => ({
  services: services.map((service) => (service.name === name ? { ...service, ...change(service) } : service)),
});
const withSettings = (name: string, environment: 'development' | 'ci' | 'production', settings: (before: Settings) => Settings) =>
  withService(name, ({ environments }) => ({ environments: { ...environments, [environment]: settings(environments[environment] ?? {}) } }));
const without = (key: keyof Settings) => (settings: Settings): Settings => Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key));
const appOf = (app: Input, parts: Input = {}): Brief => briefOf({ ...sound, apps: [{ ...(sound['apps'] as readonly Input[])[0], ...app }], ...parts });

describe('the checklist', () => {
  it('passes a sound architecture but for what one host cannot be', () => {
    const { items } = architecture.checklist;
    assert.equal(items.length, 20);
    assert.deepEqual(items.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => [id, verdict]), [['central-logging', 'not-applicable']]);
    for (const { id, title, reason } of items) assert.ok(title !== '' && reason !== '', id);
    assert.deepEqual(items.map(({ id }) => id).toSorted(), [...new Set(items.map(({ id }) => id))].toSorted());
  });

  it('has every group of the review', () => {
    const groups = Object.fromEntries(architecture.checklist.items.map(({ group }) => [group, architecture.checklist.items.filter((each) => each.group === group).length]));
    assert.deepEqual(groups, { design: 4, security: 4, performance: 4, operations: 4, experience: 4 });
  });

  it('is the same of the same architecture', () => assert.deepEqual(design(brief).checklist, architecture.checklist));
});

describe('design', () => {
  it('fails for services of one name, without a title, and names that are none', () => {
    assert.match(item('services-identified', ({ services }) => ({ services: [...services, services[1]!] })), /^fail: app is the name of more than one service$/u);
    assert.match(item('services-identified', withService('db', () => ({ title: ' ' }))), /^fail: nothing says what db is$/u);
    assert.match(item('services-identified', withService('app', () => ({ dependsOn: ['database'] }))), /^fail: app speaks of database, which is no service$/u);
  });

  it('fails for a service of several processes', () => {
    assert.match(item('one-responsibility', {}, appOf({ commands: { start: ['npx', 'concurrently', 'npm:web', 'npm:worker'] } })), /^fail: app starts several processes \(concurrently\)/u);
    assert.match(item('one-responsibility', {}, appOf({ commands: { start: ['sh', '-c', 'node worker.js & node server.js'] } })), /^fail: app .*\(a shell line with &\)/u);
    for (const line of ['node a.js && node server.js', 'node server.js 2>&1']) assert.match(item('one-responsibility', {}, appOf({ commands: { start: ['sh', '-c', line] } })), /^pass/u, line);
  });

  it('fails for a service that nobody uses, waits for nothing, or waits in a circle', () => {
    const idle = briefOf({ ...minimal, services: ['postgres'], apps: [{ ...minimal.apps[0], uses: [] }] });
    assert.match(item('dependencies-minimised', {}, idle), /^fail: nothing uses db: leave it out$/u);
    assert.match(item('dependencies-minimised', withService('nginx', () => ({ dependsOn: ['app', 'worker'] }))), /^fail: nginx waits for worker and never speaks to it$/u);
    assert.match(item('dependencies-minimised', withService('migrate', () => ({ dependsOn: ['app'] }))), /; app and migrate wait for each other and never start$/u);
  });

  it('fails for a connection that nothing states, or that leads nowhere', () => {
    assert.match(item('communication-stated', ({ communication }) => ({ communication: communication.filter(({ to }) => to !== 'db') })), /^fail: nothing says how app speaks to db; nothing says how worker speaks to db/u);
    assert.match(item('communication-stated', ({ communication }) => ({ communication: [...communication, { from: 'app', to: 'mail', kind: 'sync' }] })), /^fail: app is said to speak to mail/u);
    const alone = briefOf({ apps: [{ ...minimal.apps[0], role: 'worker' }] });
    assert.match(item('communication-stated', {}, alone), /^not-applicable: one service that speaks to nobody/u);
  });

  it('tells calls from work that is left for later', () => {
    const kinds = (from: Brief): readonly string[] => design(from).communication.map(({ from: caller, to, kind }) => `${caller} ${to} ${kind}`);
    assert.deepEqual(kinds(brief), ['nginx app sync', 'app db sync', 'app redis async', 'worker db sync', 'worker redis async', 'migrate db sync', 'migrate redis sync']);
    // a cache without workers holds no jobs, a scheduler takes none, and a store that keeps nothing cannot hold any
    assert.ok(kinds(appOf({ workers: [] })).includes('app redis sync'));
    assert.ok(kinds(appOf({ workers: [{ name: 'clock', command: ['node', 'c.js'], single: true }] })).includes('app redis sync'));
    assert.ok(kinds(briefOf({ ...minimal, services: ['memcached'], apps: [{ ...minimal.apps[0], workers: [{ name: 'w', command: ['node', 'w.js'] }] }] })).includes('app memcached sync'));
    assert.ok(kinds(briefOf({ services: ['rabbitmq'] })).includes('app rabbitmq async'));
  });
});

describe('security', () => {
  it('fails for a proxy beside the data, for data with a way out, and for a service on no network', () => {
    assert.match(item('networks-by-tier', withService('nginx', () => ({ networks: ['frontend', 'data'] }))), /^fail: nginx shares the network data with db/u);
    assert.match(item('networks-by-tier', ({ networks }) => ({ networks: networks.map((network) => ({ ...network, internal: false })) })), /^fail: the network data of db has a route to the outside/u);
    assert.match(item('networks-by-tier', withService('worker', () => ({ networks: [] }))), /^fail: worker joins no network of a tier/u);
    assert.match(item('networks-by-tier', {}, briefOf()), /^not-applicable/u);
  });

  it('fails for a port of a data service outside development, or beyond the machine', () => {
    const ports = (host: string) => [{ host, variable: 'P', published: 5432, target: 5432 }];
    assert.match(item('data-not-exposed', withSettings('db', 'production', (before) => ({ ...before, ports: ports('127.0.0.1') }))), /^fail: db publishes a port in production$/u);
    assert.match(item('data-not-exposed', withSettings('db', 'development', (before) => ({ ...before, ports: ports('0.0.0.0') }))), /^fail: db publishes a port on 0\.0\.0\.0 in development/u);
    assert.match(item('data-not-exposed', withService('db', ({ common }) => ({ common: { ...common, ports: ports('127.0.0.1') } }))), /^fail: db publishes a port in every environment/u);
    assert.match(item('data-not-exposed', ({ networks }) => ({ networks: networks.map((network) => ({ ...network, openIn: ['production'] })) })), /^fail: the network data is opened in production/u);
  });

  it('fails for a credential as text, in a command, in a build argument, and for a secret that nobody makes', () => {
    const environment = (values: Settings['environment']) => withSettings('app', 'production', (before) => ({ ...before, environment: { ...before.environment, ...values } }));
    assert.match(item('secrets-outside', environment({ API_TOKEN: 'abc' })), /^fail: app has a credential as text in API_TOKEN$/u);
    assert.match(item('secrets-outside', environment({ API_TOKEN: { setting: 'API_TOKEN', fallback: 'abc' } })), /^fail: .*API_TOKEN/u);
    assert.match(item('secrets-outside', environment({ PLACE: 'postgres://u:pw@db/x' })), /^fail: .*PLACE/u);
    assert.match(item('secrets-outside', environment({ MAILER_DSN: 'smtp://mail:25', LOG: 'info' })), /^pass/u);
    assert.match(item('secrets-outside', withSettings('redis', 'production', (before) => ({ ...before, command: ['redis-server', '--requirepass', 'development-only'] }))), /^fail: the command of redis holds a credential/u);
    assert.match(item('secrets-outside', withService('app', ({ image }) => ({ image: { ...image, arguments: { STRIPE_API_KEY: '' } } as Service['image'] }))), /^fail: STRIPE_API_KEY is a secret and a build argument of app/u);
    assert.match(item('secrets-outside', { secrets: [] }), /^fail: app reads the secret postgres_password, which nothing makes/u);
    assert.match(item('secrets-outside', {}, briefOf({ ...sound, environments: [] })), /^not-applicable/u);
  });

  it('fails for images that no workflow scans', () => {
    assert.match(item('images-scanned', {}, briefOf({ ...sound, ci: { provider: 'none' } })), /^fail: no workflow is written/u);
    assert.match(item('images-scanned', {}, briefOf({ ...sound, environments: ['production'] })), /^fail: no workflow is written/u);
    assert.match(item('images-scanned', withService('worker', () => ({ only: ['production'] }))), /^fail: the workflow scans every image but shop-worker$/u);
    assert.match(item('images-scanned', {}, briefOf({ ...sound, environments: [] })), /^not-applicable/u);
  });
});

describe('performance', () => {
  it('fails for a service without a limit, and for limits that the host has not', () => {
    assert.match(item('resources-limited', withSettings('db', 'production', without('limits'))), /^fail: db has no limit of memory, processors or processes$/u);
    const small = briefOf({ ...sound, constraints: { memory: 1024, cpus: 2 } });
    assert.match(item('resources-limited', {}, small), /^pass: 6 services .*: (?:9\d\d|10[012]\d) MiB and (?:1\.\d+|2) vCPU together$/u);
    assert.match(item('resources-limited', () => ({ services: architecture.services }), small), /^fail: the limits need 2432 MiB, the host has 1024 MiB; the limits need 5 vCPU, the host has 2 vCPU$/u);
    assert.match(item('resources-limited', {}, briefOf({ ...sound, environments: [] })), /^not-applicable/u);
  });

  it('fails where several processes ask a database and nothing is kept, and for a cache without a bound or a user', () => {
    assert.match(item('cache-strategy', {}, appOf({ workers: [{ name: 'w', command: ['node', 'w.js'] }] }, { services: ['postgres'] })), /^fail: nothing keeps what app reads from postgres/u);
    assert.match(item('cache-strategy', withSettings('redis', 'production', without('limits'))), /^fail: redis has no memory limit/u);
    assert.match(item('cache-strategy', {}, appOf({ uses: ['postgres'], workers: [] })), /^fail: nothing uses redis$/u);
    assert.match(item('cache-strategy', {}, briefOf({ services: ['postgres'] })), /^not-applicable: one deployable/u);
    assert.match(item('cache-strategy', {}, briefOf()), /^not-applicable: there is no database/u);
  });

  it('fails for data without a volume, and for tests that remember', () => {
    const noMounts = withService('db', ({ common }) => ({ common: without('mounts')(common) }));
    assert.match(item('suitable-volumes', noMounts), /^fail: the data of db dies with its container/u);
    assert.match(item('suitable-volumes', withSettings('db', 'ci', without('throwAway'))), /^fail: db keeps the data of one test run for the next$/u);
    assert.match(item('suitable-volumes', {}, briefOf()), /^not-applicable/u);
  });

  it('fails for development tools in production, one tag for two images, and one name for two Dockerfiles', () => {
    assert.match(item('optimised-build', withSettings('app', 'production', (before) => ({ ...before, target: 'development' }))), /^fail: production runs the development image of app/u);
    assert.match(item('optimised-build', withSettings('app', 'development', without('tagSuffix'))), /^fail: the development image of app has the tag of the production image$/u);
    assert.match(item('optimised-build', withService('migrate', ({ image }) => ({ image: { ...image, dockerfile: 'other' } as Service['image'] }))), /^fail: migrate builds an image of a name that another Dockerfile has$/u);
    assert.match(item('optimised-build', {}, briefOf({ environments: [] })), /^not-applicable/u);
  });
});

describe('operations', () => {
  it('fails for a service without a probe', () => {
    assert.match(item('healthchecks', withService('worker', ({ healthcheck }) => ({ healthcheck: { ...healthcheck!, test: ['NONE'] } }))), /^fail: nobody asks whether worker works$/u);
  });

  it('fails for logs that grow for ever, and calls logs of one host no more than that', () => {
    assert.match(item('central-logging', withSettings('db', 'production', without('logRotation'))), /^fail: the logs of db grow until the disk is full$/u);
    assert.match(item('central-logging'), /^not-applicable: one host: 5 services/u);
  });

  it('fails for data that nothing saves', () => {
    assert.match(item('backup-strategy', ({ operations }) => ({ operations: operations.filter(({ service }) => service !== 'db') })), /^fail: nothing says how the data of db is saved and restored$/u);
    assert.match(item('backup-strategy', {}, briefOf()), /^not-applicable/u);
    assert.match(item('backup-strategy', {}, briefOf({ ...sound, services: [{ technology: 'postgres', external: ['production'] }, { technology: 'redis', external: ['production'] }] })), /^not-applicable: no container keeps data in production$/u);
  });

  it('fails where an earlier version would be built instead of started', () => {
    assert.match(item('documented-rollback', withSettings('app', 'production', (before) => ({ ...before, pullPolicy: 'build' }))), /^fail: production builds app again/u);
    assert.match(item('documented-rollback', { variables: [] }), /^fail: no setting chooses the tag/u);
    assert.match(item('documented-rollback', {}, briefOf({ environments: [] })), /^not-applicable/u);
  });
});

describe('developer experience', () => {
  it('fails where the first start needs something, or finds its port taken', () => {
    assert.match(item('up-at-once', {}, appOf({ buildSecrets: ['NPM_TOKEN'] })), /^fail: the build needs NPM_TOKEN from the environment$/u);
    assert.match(item('up-at-once', {}, briefOf({ ...sound, services: [{ technology: 'postgres', external: ['development'] }, 'redis'] })), /^fail: postgres runs elsewhere in development too/u);
    assert.match(item('up-at-once', withSettings('app', 'development', (before) => ({ ...before, pullPolicy: 'missing' }))), /^fail: development would look for the image of app in a registry/u);
    assert.match(item('up-at-once', withSettings('db', 'development', (before) => ({ ...before, ports: [{ host: '127.0.0.1', variable: 'DB_PORT', published: 8080, target: 5432 }] }))), /^fail: HTTP_PORT and DB_PORT want the same port/u);
  });

  it('fails where the source is not mounted or nothing watches it', () => {
    assert.match(item('hot-reload', withSettings('app', 'development', without('mounts'))), /^fail: the source of app is not mounted in development$/u);
    assert.match(item('hot-reload', {}, briefOf(shop)), /^fail: worker runs in development what it runs in production/u);
  });

  it('fails for a part without a reason and a setting without a comment', () => {
    assert.match(item('clear-documentation', ({ decisions }) => ({ decisions: decisions.filter(({ id }) => id !== 'postgres') })), /^fail: nothing says why postgres is as it is$/u);
    assert.match(item('clear-documentation', ({ variables }) => ({ variables: variables.map((each) => ({ ...each, comment: '' })) })), /^fail: .* have no comment in \.env\.example$/u);
  });

  it('fails where the estimate of the first start is longer than a quarter of an hour', () => {
    const apps = Array.from({ length: 9 }, (_, index) => ({ ...minimal.apps[0], name: `app${'abcdefghi'[index]}` }));
    assert.match(item('quick-onboarding', {}, briefOf({ apps })), /^fail: an estimate, nothing was measured: 10 images to build, 0 to pull, 0 values to get by hand make about 16 minutes$/u);
    assert.match(item('quick-onboarding', {}, appOf({ buildSecrets: ['A', 'B', 'C'] })), /^fail: .*3 values to get by hand/u);
  });
});
