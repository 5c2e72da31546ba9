import assert from 'node:assert/strict';
import { buildTools, runtimeLines } from '../../../../lib/stacks/node/system-packages.js';
import { appOf, manifest } from './discovered.js';

const packagesOf = (fields: Readonly<Record<string, unknown>>) => appOf({ 'package.json': manifest(fields) }).systemPackages;

describe('Debian packages of Node.js apps', () => {
  it('are those of the direct dependencies, each once', () => {
    assert.deepEqual(packagesOf({ dependencies: { bcrypt: '^5.1.0', sqlite3: '5', express: '5', sharp: '1' } }), { build: ['g++', 'make', 'python3'], runtime: [] });
    assert.deepEqual(packagesOf({ dependencies: { 'fluent-ffmpeg': '2', gm: '1' } }), { build: [], runtime: ['ffmpeg', 'graphicsmagick'] });
    assert.deepEqual(packagesOf({ dependencies: { '@prisma/client': '6' }, devDependencies: { prisma: '6' } }), { build: ['openssl'], runtime: ['openssl'] });
  });
  it('are for the build alone where only development depends on the package', () => {
    assert.deepEqual(packagesOf({ devDependencies: { canvas: '3', puppeteer: '24' } }).runtime, []);
    assert.ok(packagesOf({ devDependencies: { canvas: '3' } }).build.includes('libcairo2-dev'));
  });
  it('hold git where a dependency comes from a repository', () => {
    for (const value of ['git+https://example.com/a.git', 'github:owner/name', 'owner/name#v1']) assert.deepEqual(packagesOf({ dependencies: { a: value } }).build, ['ca-certificates', 'git'], value);
    for (const value of ['^1.0.0', 'npm:other@1', 'file:../a', 'https://example.com/a.tgz', '*']) assert.deepEqual(packagesOf({ dependencies: { a: value } }).build, [], value);
  });
  it('survive names and values that are none', () => {
    assert.deepEqual(packagesOf({ dependencies: { constructor: '1', toString: 'x', bcrypt: 5 } }), { build: [], runtime: [] });
    assert.deepEqual(packagesOf({ dependencies: ['bcrypt'] }), { build: [], runtime: [] });
  });
  it('are shared by development of all apps of a workspace, and production has its own', () => {
    const workspace = appOf({
      'package.json': manifest({ workspaces: ['a', 'tools'], scripts: {} }), 'server.js': '',
      'a/package.json': manifest({ name: 'a', dependencies: { tools: '*' } }), 'a/server.js': "require('node:http').createServer().listen(3000);",
      'tools/package.json': manifest({ name: 'tools', scripts: {}, main: 'index.js', dependencies: { argon2: '1', imagemagick: '1' } }), 'tools/index.js': '',
    });
    assert.deepEqual(workspace.systemPackages, { build: ['g++', 'make', 'python3'], runtime: ['imagemagick'] });
  });
});

describe('lines that install Debian packages', () => {
  it('are none where nothing is needed', () => {
    assert.deepEqual([runtimeLines({ build: [], runtime: [] }), buildTools({ build: [], runtime: [] })], [[], { lines: [], stage: 'base' }]);
  });
  it('clean up in the layer that installs, and leave out what is there', () => {
    const { lines, stage } = buildTools({ build: ['g++', 'openssl'], runtime: ['openssl'] });
    assert.equal(stage, 'tools');
    assert.equal(lines.at(-1), 'RUN apt-get update && apt-get install -y --no-install-recommends g++ && rm -rf /var/lib/apt/lists/*');
  });
  it('tell libraries which browser is there', () => {
    assert.match(runtimeLines({ build: [], runtime: ['chromium'] }).join('\n'), /^ENV PUPPETEER_EXECUTABLE_PATH="\/usr\/bin\/chromium"/mu);
  });
});
