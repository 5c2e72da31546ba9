import assert from 'node:assert/strict';
import type { Brief } from '../../../lib/brief/brief.js';
import type { Service } from '../../../lib/design/architecture.js';
import { design } from '../../../lib/design/design.js';
import { briefOf, briefWithApp, minimal, shop } from '../../support/briefs.js';
import { refusal } from '../../support/errors.js';

const architecture = design(briefOf(shop));
const service = (name: string, from = architecture): Service => from.services.find((each) => each.name === name)!;
const networks = (brief: Brief): Readonly<Record<string, readonly string[]>> => Object.fromEntries(design(brief).networks.map(({ name, services }) => [name, services]));

describe('services', () => {
  it('are the proxy, the app, its worker, its services and its tests', () => {
    assert.deepEqual(architecture.services.map(({ name, role }) => [name, role]), [
      ['nginx', 'proxy'], ['app', 'web'], ['worker', 'worker'], ['db', 'database'], ['redis', 'cache'], ['test', 'test'],
    ]);
  });

  it('start after those that they need', () => {
    assert.deepEqual(architecture.services.map(({ dependsOn }) => dependsOn), [['app'], ['db', 'redis'], ['db', 'redis'], [], [], ['db', 'redis']]);
  });

  it('have no tests where the app has none', () => assert.equal(service('test', design(briefOf())), undefined));
  it('have no tests where nothing runs in CI', () => assert.equal(service('test', design(briefOf({ ...shop, environments: ['production'] }))), undefined));

  it('share one image between an app and its workers', () => {
    const { image } = service('worker');
    assert.ok(image.kind === 'built');
    assert.deepEqual(image.contexts, { app: 'service:app' });
  });

  it('have different images for the workers of different apps', () => {
    const apps = ['api', 'admin'].map((name) => ({ ...minimal.apps[0], name, workers: [{ name: 'worker', command: ['node', 'w.js'] }] }));
    const images = design(briefOf({ apps })).services.filter(({ role }) => role === 'worker').map(({ image }) => image.kind === 'built' && image.name);
    assert.deepEqual(images, ['shop-api-worker', 'shop-admin-worker']);
  });
});

describe('networks', () => {
  it('are one for each tier, and only the data tier has no way out', () => {
    assert.deepEqual(architecture.networks.map(({ name, internal, openIn }) => [name, internal, openIn]), [['frontend', false, []], ['backend', false, []], ['data', true, ['development']]]);
  });

  it('keep the proxy away from data', () => {
    assert.deepEqual(networks(briefOf(shop)), { frontend: ['nginx', 'app'], backend: ['app', 'worker'], data: ['app', 'worker', 'db', 'redis', 'test'] });
  });

  it('have no backend for a single process', () => assert.deepEqual(networks(briefWithApp({}, { services: ['postgres'] })), { frontend: ['nginx', 'app'], data: ['app', 'db'] }));
  it('have no data tier without data', () => assert.deepEqual(networks(briefOf()), { frontend: ['nginx', 'app'] }));
});

describe('environments', () => {
  it('publish data services in development only, on this machine only', () => {
    for (const name of ['db', 'redis']) {
      const { development, ci, production } = service(name).environments;
      assert.deepEqual(development?.ports?.map(({ host }) => host), ['127.0.0.1']);
      assert.deepEqual([ci?.ports, production?.ports], [undefined, undefined]);
    }
  });

  it('publish the proxy on this machine in development and to everybody in production', () => {
    const { development, ci, production } = service('nginx').environments;
    assert.deepEqual([development?.ports?.[0]?.host, ci?.ports, production?.ports?.[0]?.host], ['127.0.0.1', undefined, '0.0.0.0']);
  });

  it('mount the source and keep the packages of the image in development', () => {
    assert.deepEqual(service('app').environments.development?.mounts, [
      { kind: 'bind', source: '.', target: '/app' },
      { kind: 'volume', source: 'app_node_modules', target: '/app/node_modules' },
      { kind: 'bind', source: './node_modules', target: '/run/host/node_modules' },
    ]);
  });

  it('mount the folder of an app that is not the whole repository', () => {
    const { services } = design(briefWithApp({ name: 'api', path: 'apps/api' }));
    assert.deepEqual(services.find(({ name }) => name === 'api')?.environments.development?.mounts?.map(({ source }) => source), ['./apps/api', 'api_node_modules', './apps/api/node_modules']);
  });

  it('restart in production and nowhere else', () => {
    for (const { environments } of architecture.services.filter(({ only }) => only === undefined)) {
      assert.deepEqual([environments.development?.restart, environments.ci?.restart, environments.production?.restart], [undefined, undefined, 'unless-stopped']);
    }
  });

  it('leave out what the brief does not want', () => assert.deepEqual(design(briefOf({ environments: [] })).environments, ['development']));
});

describe('secrets', () => {
  it('are the passwords of the services, what they need of them, and the secret variables', () => {
    assert.deepEqual(architecture.secrets.map(({ name, origin }) => [name, origin.kind]), [
      ['postgres_admin_password', 'random'], ['postgres_password', 'random'], ['redis_acl', 'digest'], ['redis_password', 'random'], ['session_secret', 'random'], ['stripe_api_key', 'external'],
    ]);
  });

  it('hold no value anywhere in the model', () => assert.doesNotMatch(JSON.stringify(architecture.secrets), /development-only|ci-only/u));

  it('reach a process as files in production, and never as text', () => {
    const { environment, secrets } = service('app').environments.production!;
    assert.deepEqual(environment, {
      NODE_ENV: 'production',
      DATABASE_URL_FROM_SECRET: 'postgresql://shop:{postgres_password}@db:5432/shop',
      REDIS_URL_FROM_SECRET: 'redis://:{redis_password}@redis:6379',
      SESSION_SECRET_FILE: '/run/secrets/session_secret',
      STRIPE_API_KEY_FILE: '/run/secrets/stripe_api_key',
    });
    assert.deepEqual(secrets, ['postgres_password', 'redis_password', 'session_secret', 'stripe_api_key']);
  });

  it('are none for a cache that an app cannot give a password, and a decision says so', () => {
    const { secrets, decisions } = design(briefWithApp({ reads: ['REDIS_HOST'] }, { services: ['redis'] }));
    assert.deepEqual(secrets, []);
    assert.ok(decisions.some(({ id }) => id === 'redis-anonymous'));
  });
});

describe('decisions', () => {
  it('say why each technology is there', () => {
    const ids = new Set(architecture.decisions.map(({ id }) => id));
    for (const id of ['pattern', 'runtime-app', 'health-app', 'worker-worker', 'nginx', 'postgres', 'redis', 'networks', 'development', 'secrets', 'hardening']) assert.ok(ids.has(id), id);
    for (const { title, reason } of architecture.decisions) assert.ok(title !== '' && reason !== '');
  });

  it('offer the simpler pattern where it would do', () => {
    const titles = (pattern: string) => design(briefOf({ pattern })).decisions.map(({ id }) => id);
    assert.ok(titles('web').includes('simpler-pattern'));
    assert.ok(!titles('monolith').includes('simpler-pattern'));
  });

  it('ask for a lock file where there is none', () => {
    const runtime = (lockFile?: string) => design(briefWithApp(lockFile === undefined ? {} : { lockFile })).decisions.find(({ id }) => id === 'runtime-app')!.reason;
    assert.match(runtime(), /without a lock file/u);
    assert.match(runtime('package-lock.json'), /exactly as package-lock\.json says/u);
  });

  it('mention the memory of the host where it was given', () => {
    assert.ok(design(briefOf({ constraints: { memory: 1024 } })).decisions.some(({ id }) => id === 'memory'));
  });
});

describe('settings', () => {
  it('are the published ports, the image names and the plain variables', () => {
    assert.deepEqual(architecture.variables.map(({ name, value }) => [name, value]), [
      ['HTTP_PORT', '8080'], ['POSTGRES_PUBLISHED_PORT', '0'], ['REDIS_PUBLISHED_PORT', '0'], ['REGISTRY', ''], ['TAG', '0.1.0'], ['LOG_LEVEL', 'info'],
    ]);
  });

  it('stay apart from a variable of the app that has the same name', () => {
    const own = design(briefWithApp({ variables: [{ name: 'HTTP_PORT', example: '3000' }] }));
    assert.equal(own.variables.find(({ name }) => name === 'HTTP_PORT')?.value, '8080');
    assert.notDeepEqual(own.services.find(({ name }) => name === 'app')?.common.environment?.['HTTP_PORT'], { setting: 'HTTP_PORT', fallback: '3000' });
  });
});

describe('design', () => {
  it('is the same for the same brief', () => assert.deepEqual(design(briefOf(shop)), architecture));
  it('is plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(architecture)), JSON.parse(JSON.stringify(design(briefOf(shop))))));
  it('leaves the brief as it is', () => {
    const brief = briefOf(shop);
    const before = structuredClone(brief);
    design(brief);
    assert.deepEqual(brief, before);
  });
  it('refuses a host that is too small', () => assert.match(refusal(() => design(briefOf({ ...shop, constraints: { memory: 100 } })))[0]!, /5 services need at least/u));
  it('gives the port of the app to the app, whatever its variables say', () => {
    const { services } = design(briefWithApp({ port: 3000, variables: [{ name: 'PORT', example: '4000' }] }));
    assert.equal(services.find(({ name }) => name === 'app')?.common.environment?.['PORT'], '3000');
  });
});
