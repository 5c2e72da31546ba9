import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverCrystal } from '../../../../lib/stacks/crystal/discover.js';
import { crystalFiles } from '../../../../lib/stacks/crystal/files.js';
import { resolveVersion } from '../../../../lib/stacks/crystal/lines.js';
import { appWith } from '../../../support/briefs.js';
import { assertEvidence } from '../node/discovered.js';

type Files = Readonly<Record<string, string>>;
const technologies = [{ id: 'postgres', detection: { packages: {}, schemes: ['postgres', 'postgresql'] } }] as const;
const shard = 'name: shop\ntargets:\n  shop:\n    main: src/shop.cr\ndependencies:\n  kemal:\n    github: kemalcr/kemal\n  pg:\n    github: will/crystal-pg\ncrystal: ">= 1.15.0, < 2.0.0"\n';
function discovered(files: Files) {
  const repository = memoryRepository(files);
  const found = discoverCrystal(repository, technologies);
  assertEvidence(repository, found);
  return found;
}
const appOf = (files: Files = {}) => discovered({ 'shard.yml': shard, 'src/shop.cr': 'Kemal.run\n', ...files }).apps[0];

describe('an app of Crystal', () => {
  it('is a target that serves', () => {
    const app = appOf();
    assert.deepEqual([app?.framework[0]?.value, app?.version[0]?.value, app?.uses, app?.commands.start[0]?.value], ['kemal', '>= 1.15.0, < 2.0.0', ['postgres'], ['/app/shop']]);
    assert.equal(appOf({ 'shard.yml': shard.replace(/targets:\n.*\n.*\n/u, '') }), undefined, 'a library');
    assert.equal(appOf({ 'shard.yml': shard.replace(/dependencies:[^]*pg\n/u, ''), 'src/shop.cr': 'puts 1\n' }), undefined, 'a tool');
  });
  it('shows its port', () => {
    for (const [text, port] of [
      ['Kemal.run\n', 3000], ['Kemal.run 8080\n', 8080], ['Kemal.config.port = 8081\nKemal.run\n', 8081], ['port = (ENV["PORT"]? || "8082").to_i\n', 8082], ['ENV.fetch("PORT", "8083")\n', 8083],
      ['  property port : Int32 = 8084\n', 8084], ['server.bind_tcp "0.0.0.0", 8085\n', 8085], ['# Kemal.run 1234\nKemal.run\n', 3000],
    ] as const) assert.equal(appOf({ 'src/shop.cr': text })?.port[0]?.value, port, text);
  });
  it('says when it listens on localhost', () => {
    for (const text of ['server.bind_tcp 8080\n', 'server.bind_tcp "127.0.0.1", 8080\n', 'Kemal.config.host_binding = "127.0.0.1"\n']) assert.equal(discovered({ 'shard.yml': shard, 'src/a.cr': text }).problems[0]?.code, 'listens-on-localhost'.replace('localhost', 'loopback'), text);
    assert.deepEqual(discovered({ 'shard.yml': shard, 'src/a.cr': 'server.bind_tcp "0.0.0.0", 8080\n' }).problems, []);
  });
  it('survives what cannot be read, and names it', () => {
    for (const text of ['', '\0', ': :', '- a', 'a: &x [*x]', 'targets: 1', 'targets:\n  x: 1\n', 'dependencies: []', '{'.repeat(100_000), '- '.repeat(40_000), '- '.repeat(20_000), '? '.repeat(20_000)]) discovered({ 'shard.yml': text, 'src/a.cr': 'Kemal.run\n' });
    assert.match(discovered({ 'api/shard.yml': 'a: [' }).problems[0]!.message, /^api\/shard\.yml:\d+:\d+: /u);
  });
});

describe('version of Crystal', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [['>= 1.10.0, < 2.0.0', '1.20'], ['~> 1.18.0', '1.18'], ['~> 1.12', '1.20'], ['1.16.3', '1.16'], ['latest', '1.20'], ['banana', undefined]];
  for (const [declared, line] of cases) it(`is ${line ?? 'not known'} for ${declared}`, () => assert.equal(resolveVersion(declared), line));
});

describe('the image of an app of Crystal', () => {
  it('has the libraries that its shards need, each where it is needed', () => {
    const text = crystalFiles(appWith({ stack: 'crystal', lockFile: 'shard.lock', systemPackages: { build: ['libsqlite3-dev'], runtime: ['libsqlite3-0'] } }), { folder: 'docker/app', assets: null })[0]!.content;
    const [before = '', production = ''] = text.split('AS production');
    assert.ok(before.includes('libsqlite3-dev') && production.includes('libsqlite3-0') && !production.includes('libsqlite3-dev'));
    assert.match(text, /shards install --production/u);
  });
});
