import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { composeFiles } from '../../../lib/render/compose.js';
import { briefOf, briefWithApp, minimal, shop } from '../../support/briefs.js';
import { contentOf } from '../../support/blueprint.js';
import { mergedCompose, parseCompose } from '../../support/compose.js';

const files = composeFiles(design(briefOf(shop)));
const environments = { development: 'docker-compose.override.yml', ci: 'docker-compose.ci.yml', production: 'docker-compose.prod.yml' } as const;
type Service = Readonly<Record<string, unknown>> & { readonly build?: Readonly<Record<string, unknown>>; readonly environment?: Readonly<Record<string, string>> };
const merged = (environment: keyof typeof environments, from = files) => mergedCompose(from, environments[environment]) as { name: string; services: Record<string, Service>; volumes?: object };
const of = (app: Readonly<Record<string, unknown>>, parts = {}) => composeFiles(design(briefWithApp(app, parts)));

describe('compose files', () => {
  it('are a base and one for each environment', () => {
    assert.deepEqual(files.map(({ path }) => path), ['docker-compose.yml', 'docker-compose.override.yml', 'docker-compose.ci.yml', 'docker-compose.prod.yml']);
    assert.deepEqual(composeFiles(design(briefOf({ environments: [] }))).map(({ path }) => path), ['docker-compose.yml', 'docker-compose.override.yml']);
  });

  it('have a project name for each environment, so that one does not recreate the other', () => {
    assert.deepEqual((['development', 'ci', 'production'] as const).map((environment) => merged(environment).name), ['shop', 'shop-ci', 'shop-production']);
  });

  it('say how that of CI is used, by the names of its own services', () => {
    const header = (from: typeof files) => contentOf(from, 'docker-compose.ci.yml').split('\n').filter((line) => line.startsWith('#'));
    assert.match(header(files)[0]!, /^# Tests and .*: docker compose .* run --rm --build test$/u);
    const test = ['node', '--test'];
    const two = composeFiles(design(briefOf({ apps: ['a', 'b'].map((name) => ({ name, path: name, stack: 'node', commands: { start: ['node', 'server.js'], test } })) })));
    assert.deepEqual(header(two).slice(0, 2).map((line) => line.split(' ').at(-1)), ['a-test', 'b-test']);
    assert.doesNotMatch(header(of({}))[0]!, /Tests|\btest\b/u);
  });

  it('have no version and list services by name', () => {
    const base = parseCompose(contentOf(files, 'docker-compose.yml'));
    assert.ok(!('version' in base));
    assert.deepEqual(Object.keys(base['services'] as object), ['app', 'db', 'nginx', 'redis', 'worker']);
  });

  it('build the stage of their environment', () => {
    assert.deepEqual((['development', 'ci', 'production'] as const).map((environment) => merged(environment).services['app']!.build?.['target']), ['development', 'production', 'production']);
  });

  it('start no image of another environment', () => {
    const image = (environment: keyof typeof environments) => merged(environment).services['app']!['image'];
    assert.equal(image('development'), '${REGISTRY:-}shop-app:${TAG:-0.1.0}-development');
    assert.equal(image('production'), '${REGISTRY:-}shop-app:${TAG:-0.1.0}');
  });

  it('build in development and CI, and run what is there in production', () => {
    assert.deepEqual((['development', 'ci', 'production'] as const).map((environment) => merged(environment).services['app']!['pull_policy']), ['build', 'build', 'missing']);
  });

  it('keep data in volumes, but in memory in CI', () => {
    const account = './docker/db/account.sh:/docker-entrypoint-initdb.d/account.sh:ro';
    assert.match(contentOf(files, 'docker-compose.ci.yml'), /volumes: !reset \[\]/u);
    assert.deepEqual(merged('ci').services['db']!['volumes'], [account]);
    assert.deepEqual(merged('ci').services['redis']!['volumes'], []);
    assert.deepEqual(merged('production').services['db']!['volumes'], [account, 'postgres_data:/var/lib/postgresql']);
  });

  it('hold the tests in CI only', () => {
    assert.ok('test' in merged('ci').services);
    for (const environment of ['development', 'production'] as const) assert.ok(!('test' in merged(environment).services));
  });

  it('let a setting override the example of a variable', () => {
    const value = (example: string): string | undefined => merged('development', of({ variables: [{ name: 'V', example }] })).services['app']!.environment?.['V'];
    assert.deepEqual([value('info'), value(''), value('a$b')], ['${V:-info}', '${V:-}', '${V:-a$$b}']);
    assert.equal(value('{a}'), '{a}', 'a brace would end the expression, so it stays a literal');
  });

  it('mount the folder of an app, with spaces in its path too', () => {
    const volumes = merged('development', of({ path: 'my apps/api' })).services['app']!['volumes'] as readonly string[];
    assert.ok(volumes.includes('./my apps/api:/app'), JSON.stringify(volumes));
  });

  it('wait for what a service needs until it is healthy', () => {
    assert.deepEqual(merged('production').services['worker']!['depends_on'], { db: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } });
  });

  it('give two apps images, volumes and Dockerfiles of their own', () => {
    const apps = ['api', 'admin'].map((name) => ({ ...minimal.apps[0], name, path: name }));
    const { services, volumes } = merged('development', composeFiles(design(briefOf({ apps }))));
    assert.deepEqual(Object.keys(volumes!).toSorted(), ['admin_node_modules', 'api_node_modules']);
    assert.deepEqual(['api', 'admin'].map((name) => services[name]!.build?.['dockerfile']), ['docker/api/Dockerfile', 'docker/admin/Dockerfile']);
  });

  it('publish ports by variables, so that several projects live on one machine', () => {
    for (const { content } of files) for (const line of content.match(/^ +- .*:\d+$/gmu) ?? []) if (/\d+:\d+/u.test(line)) assert.fail(`${line} is fixed`);
    assert.deepEqual(merged('production').services['nginx']!['ports'], ['${HTTP_PORT:-80}:8080']);
  });
});
