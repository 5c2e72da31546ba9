import assert from 'node:assert/strict';
import { isAnonymous, openEnvironment, secretEnvironment, secretsOf, wire } from '../../../lib/design/wiring.js';
import { backingsOf } from '../../../lib/design/backing.js';
import { appWith } from '../../support/briefs.js';

const services = { services: ['postgres', 'redis'] };
const project = { name: 'shop', version: '1.0.0' };
const backings = backingsOf({ project, services: [{ technology: 'postgres' }, { technology: 'redis' }] });
const wires = (reads: readonly string[], uses: readonly string[] = ['postgres']) => wire(appWith({ reads }, services), uses, backings);
const texts = (reads: readonly string[], uses?: readonly string[]) => Object.fromEntries(wires(reads, uses).map(({ variable, text }) => [variable, text]));
const url = 'postgresql://shop:{password}@db:5432/shop';

describe('connection variables', () => {
  const implicit = { PGHOST: 'db', PGPORT: '5432', PGUSER: 'shop', PGPASSWORD: '{password}', PGDATABASE: 'shop' };
  const cases: readonly (readonly [string, readonly string[], readonly string[], Readonly<Record<string, string>>])[] = [
    ['are the URL that the app reads', ['DATABASE_URL'], ['postgres'], { DATABASE_URL: url }],
    ['are a URL of another name', ['PORT', 'POSTGRES_URL'], ['postgres'], { POSTGRES_URL: url }],
    ['are every URL that the app reads', ['DB_URL', 'DATABASE_URL'], ['postgres'], { DATABASE_URL: url, DB_URL: url }],
    ['are the parts that the app reads, and those that the client reads by itself', ['DB_HOST', 'DB_PASSWORD'], ['postgres'], { DB_HOST: 'db', DB_PASSWORD: '{password}', ...implicit }],
    ['are the parts of libpq', ['PGHOST', 'PGUSER'], ['postgres'], implicit],
    ['are the usual URL where the app reads nothing that is known', ['PORT'], ['postgres'], { DATABASE_URL: url, ...implicit }],
    ['are those of each service', ['DATABASE_URL', 'REDIS_URL'], ['postgres', 'redis'], { DATABASE_URL: url, REDIS_URL: 'redis://:{password}@redis:6379' }],
    ['are none of a service that is not used', ['DATABASE_URL', 'REDIS_URL'], ['redis'], { REDIS_URL: 'redis://:{password}@redis:6379' }],
    ['are none without services', ['DATABASE_URL'], [], {}],
    ['are host, port and password of a cache', ['REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD'], ['redis'], { REDIS_HOST: 'redis', REDIS_PORT: '6379', REDIS_PASSWORD: '{password}' }],
  ];
  const jdbc = { SPRING_DATASOURCE_URL: 'jdbc:postgresql://db:5432/shop', SPRING_DATASOURCE_USERNAME: 'shop', SPRING_DATASOURCE_PASSWORD: '{password}' };
  it('are a JDBC address without credentials, with user and password beside it', () => assert.deepEqual(texts(Object.keys(jdbc)), jdbc));
  it('begin as the library wants that takes its driver from there', () => {
    const app = appWith({ reads: ['DATABASE_URL'], urls: [{ variable: 'DATABASE_URL', technology: 'postgres', scheme: 'postgresql+asyncpg' }] }, services);
    assert.deepEqual(wire(app, ['postgres'], backings).map(({ variable, text }) => [variable, text]), [['DATABASE_URL', `postgresql+asyncpg${url.slice('postgresql'.length)}`]]);
  });
  it('are the address in the form that the app is known to want, whatever the variable is called', () => {
    const app = appWith({ reads: ['ConnectionStrings__Main', 'STORE', 'ConnectionStrings__Cache'], urls: [{ variable: 'ConnectionStrings__Main', technology: 'postgres', part: 'keywords' }, { variable: 'STORE', technology: 'postgres', part: 'jdbc' }, { variable: 'ConnectionStrings__Cache', technology: 'redis', part: 'keywords' }] }, services);
    assert.deepEqual(secretEnvironment(wire(app, ['postgres', 'redis'], backings)), {
      ConnectionStrings__Main_FROM_SECRET: 'Host=db;Port=5432;Database=shop;Username=shop;Password={postgres_password}', STORE: 'jdbc:postgresql://db:5432/shop', ConnectionStrings__Cache_FROM_SECRET: 'redis:6379,password={redis_password}',
    });
    assert.equal(isAnonymous(app, backings.get('redis')!), false);
  });
  for (const [what, reads, uses, expected] of cases) it(what, () => assert.deepEqual(texts(reads, uses), expected));

  it('are texts of their own where a variable holds something else than a part', () => {
    const all = backingsOf({ project, services: [{ technology: 'browserless' }] });
    const browser = (reads: readonly string[]) => wire(appWith({ reads }, { services: ['browserless'] }), ['browserless'], all);
    assert.deepEqual(secretEnvironment(browser(['BROWSER_WS_ENDPOINT'])), { BROWSER_WS_ENDPOINT_FROM_SECRET: 'ws://browser:3000?token={browserless_token}' });
    assert.deepEqual(secretEnvironment(browser(['BROWSERLESS_URL', 'BROWSERLESS_TOKEN'])), { BROWSERLESS_URL: 'http://browser:3000', BROWSERLESS_TOKEN_FILE: '/run/secrets/browserless_token' });
    assert.deepEqual(browser([]).map(({ variable }) => variable), ['BROWSER_WEB_URL']);
    assert.equal(isAnonymous(appWith({ reads: ['BROWSER_WS_ENDPOINT'] }, { services: ['browserless'] }), all.get('browserless')!), false);
    assert.equal(isAnonymous(appWith({ reads: ['BROWSERLESS_URL'] }, { services: ['browserless'] }), all.get('browserless')!), true);
  });

  it('hold passwords that are no secret outside production', () => {
    assert.deepEqual(openEnvironment(wires(['DATABASE_URL']), 'development'), { DATABASE_URL: 'postgresql://shop:development-only@db:5432/shop' });
    assert.deepEqual(openEnvironment(wires(['DATABASE_URL']), 'ci'), { DATABASE_URL: 'postgresql://shop:ci-only@db:5432/shop' });
  });

  it('are files and templates in production, never a password', () => {
    assert.deepEqual(secretEnvironment(wires(['DATABASE_URL'])), { DATABASE_URL_FROM_SECRET: 'postgresql://shop:{postgres_password}@db:5432/shop' });
    assert.deepEqual(secretEnvironment(wires(['REDIS_HOST', 'REDIS_PASSWORD'], ['redis'])), { REDIS_HOST: 'redis', REDIS_PASSWORD_FILE: '/run/secrets/redis_password' });
  });

  it('name the secrets that they are made of', () => {
    assert.deepEqual(secretsOf(wires(['DATABASE_URL', 'REDIS_URL'], ['postgres', 'redis'])), ['postgres_password', 'redis_password']);
    assert.deepEqual(secretsOf(wires(['REDIS_HOST'], ['redis'])), []);
  });

  it('go to the first service that knows a name', () => {
    const found = wires(['DATABASE_URL', 'DATABASE_URL'], ['postgres', 'redis']);
    assert.equal(found.filter(({ variable }) => variable === 'DATABASE_URL').length, 1);
  });
});

describe('an app that cannot give a password', () => {
  const cases: readonly (readonly [readonly string[], boolean])[] = [
    [['REDIS_HOST'], true], [['REDIS_HOST', 'REDIS_PORT'], true], [['REDIS_HOST', 'REDIS_PASSWORD'], false], [['REDIS_URL'], false], [['PORT'], false],
  ];
  for (const [reads, anonymous] of cases) {
    it(`${anonymous ? 'is' : 'is not'} one that reads ${reads.join(' and ')}`, () => {
      assert.equal(isAnonymous(appWith({ reads }, services), backings.get('redis')!), anonymous);
    });
  }
});
