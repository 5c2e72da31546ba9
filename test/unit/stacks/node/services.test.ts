import assert from 'node:assert/strict';
import { appOf, discovered, manifest } from './discovered.js';
import type { Files } from './discovered.js';

function services(fields: Readonly<Record<string, unknown>>, files: Files = {}) {
  const found = discovered({ 'package.json': manifest(fields), 'server.js': 'createServer().listen(3000)', ...files });
  return found.services.map(({ technology, confidence, evidence }) => [technology, confidence, evidence.map(({ file, line }) => `${file}:${line}`).join(' ')]);
}

describe('backing services', () => {
  it('are seen by their clients', () => {
    assert.deepEqual(services({ dependencies: { pg: '^8', ioredis: '^5', bullmq: '^5' } }), [
      ['postgres', 'certain', 'package.json:7'],
      ['redis', 'certain', 'package.json:8 package.json:9'],
    ]);
    assert.deepEqual(services({ optionalDependencies: { iovalkey: '^1' } }).map(([id, confidence]) => [id, confidence]), [['redis', 'likely']]);
  });

  it('are not seen by ORMs, development or peer dependencies', () => {
    assert.deepEqual(services({ dependencies: { knex: '3', sequelize: '6', prisma: '6' }, devDependencies: { pg: '8' }, peerDependencies: { redis: '5' } }), []);
    assert.deepEqual(services({ dependencies: { constructor: '1', toString: '1' } }), []);
  });

  it('are seen by the provider of a Prisma schema', () => {
    const schema = 'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n';
    assert.deepEqual(services({}, { 'prisma/schema.prisma': schema }), [['postgres', 'certain', 'prisma/schema.prisma:6']]);
    assert.deepEqual(services({}, { 'prisma/schema.prisma': schema.replace('postgresql', 'sqlite') }), []);
  });

  it('are seen by connection strings of environment examples, never of .env', () => {
    assert.deepEqual(services({}, { '.env.example': 'CACHE=rediss://h:6379\nDB="postgresql+asyncpg://a"\n' }).map(([id]) => id), ['postgres', 'redis']);
    assert.deepEqual(services({}, { '.env': 'CACHE=redis://h', '.env.production': 'CACHE=redis://h', '.env.local': 'CACHE=redis://h' }), []);
  });

  it('are seen by an address that only the source names, where a client is there too', () => {
    const files = { 'settings.js': 'export const url = process.env.BROWSER_WS_ENDPOINT;' };
    assert.deepEqual(services({ dependencies: { 'puppeteer-core': '24' } }, files), [['browser', 'likely', 'package.json:7 settings.js:1']]);
    assert.deepEqual(services({}, files), []);
    assert.deepEqual(services({ dependencies: { 'puppeteer-core': '24' } }).map(([, confidence]) => confidence), ['guess']);
  });

  it('are seen by an address that a package of the workspace reads', () => {
    const [app] = discovered({
      'package.json': JSON.stringify({ private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/crawler/package.json': manifest({ name: 'crawler', dependencies: { playwright: '1', settings: '*' } }), 'apps/crawler/server.js': 'createServer().listen(3000)',
      'packages/settings/package.json': JSON.stringify({ name: 'settings' }), 'packages/settings/index.js': 'export const url = process.env.BROWSER_WEB_URL; export const other = process.env.OTHER;',
    }).apps;
    assert.deepEqual([app!.uses, app!.variables.map(({ name }) => name)], [['browser'], ['BROWSER_WEB_URL', 'OTHER']]);
  });

  it('are seen by an address that nothing else has', () => {
    const example = (value: string) => services({}, { '.env.example': `LOGIN=${value}\n` }).map(([id]) => id);
    assert.deepEqual(example('http://auth:8080/realms/shop/protocol/openid-connect/certs'), ['identity']);
    assert.deepEqual(example('https://login.example.org/realms/shop'), []);
  });

  it('are guesses, and not used, where the example turns them off', () => {
    const files = { 'package.json': manifest({ dependencies: { ioredis: '5', pg: '8', knex: '3' } }), '.env.example': 'REDIS_ENABLED=false\nDB_CLIENT=better-sqlite3\n' };
    assert.deepEqual(discovered({ 'server.js': 'createServer().listen(1)', ...files }).services.map(({ confidence }) => confidence), ['guess', 'guess']);
    assert.deepEqual(appOf(files).uses, []);
  });
});

describe('variables', () => {
  const names = (code: string, files: Files = {}) => appOf({ 'server.js': `createServer().listen(3000);\n${code}`, ...files }).variables.map(({ name, example }) => (example === undefined ? name : `${name}=${example}`));

  it('are what the source reads, in all the usual ways', () => {
    assert.deepEqual(names("process.env.A1; process.env['B_2']; const { C3, D4: d = 'x', E5 = 1 } = process.env;"), ['A1', 'B_2', 'C3', 'D4', 'E5']);
    assert.deepEqual(names("configService.get<string>('MAIL_HOST'); getEnv('API_KEY'); env.get('REGION').required();"), ['API_KEY', 'MAIL_HOST', 'REGION']);
    assert.deepEqual(names("import { z } from 'zod';\nz.object({\n  DATABASE_URL: z.string(),\n  'LOG_LEVEL': z.string(),\n}).parse(process.env);"), ['DATABASE_URL', 'LOG_LEVEL']);
  });

  it('leave out what the system sets', () => assert.deepEqual(names('process.env.NODE_ENV + process.env.HOME + process.env.CI + process.env.npm_package_version + process.env.PORT'), ['PORT']));
  it('leave out comments and tests', () => assert.deepEqual(names('// process.env.OLD\n', { 'test/a.js': 'process.env.TEST_ONLY' }), []));

  it('come in the order of the example, with its values', () => {
    assert.deepEqual(names('process.env.Z1; process.env.B;', { '.env.example': 'B=\nA=x y # note\n' }), ['B=', 'A=x y', 'Z1']);
  });
});
