import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFiles } from '../../../../lib/stacks/node/files.js';
import { appWith } from '../../../support/briefs.js';
import { temporaryFolder } from '../../../support/folders.js';

const image = { folder: 'docker/app', assets: null };
const script = nodeFiles(appWith({}), image).find(({ path }) => path === 'docker/app/prune.mjs');

/** Lays out installed packages, prunes them, and says which of the files are left. */
function pruned(files: Readonly<Record<string, string>>, prepare: (folder: string) => void = () => undefined): readonly string[] {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  prepare(folder);
  writeFileSync(join(folder, 'prune.mjs'), script!.content);
  execFileSync(process.execPath, [join(folder, 'prune.mjs'), 'node_modules'], { cwd: folder });
  return Object.keys(files).filter((path) => existsSync(join(folder, path)));
}

const a = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries({ 'package.json': '{ "name": "a", "main": "index.js" }', 'index.js': '', ...files }).map(([path, content]) => [`node_modules/a/${path}`, content]));
const test = { 'test/index.js': '', 'test/deep/fixture.json': '{}' };
const hasTests = (left: readonly string[]): boolean => left.includes('node_modules/a/test/index.js');

describe('what is pruned from the packages of production', function suite() {
  this.timeout(20_000);
  it('is sources, declarations, maps, documents and tests', () => {
    const rest = { 'index.js': '', 'package.json': '{}', 'lib/test.js': '', 'tests.json': '', 'LICENSE.md': '', 'license-mit.md': '', LICENSE: '', 'lib/latest/x.js': '' };
    const gone = { 'src/a.ts': '', 'src/b.tsx': '', 'c.mts': '', 'index.d.ts': '', 'index.js.map': '', 'README.md': '', 'x.js.flow': '', ...test, 'lib/__tests__/a.js': '', 'benchmark/a.js': '', 'lib/__mocks__/b.js': '' };
    assert.deepEqual(pruned(a({ ...rest, ...gone })).toSorted(), Object.keys(a(rest)).toSorted());
  });
  it('reaches packages with a scope, inside others and in hidden stores', () => {
    for (const folder of ['@scope/b', 'a/node_modules/b', '.pnpm/b@1.0.0/node_modules/b', '.pnpm/@scope+b@1/node_modules/@scope/b']) {
      assert.deepEqual(pruned({ [`node_modules/${folder}/src/b.ts`]: '', [`node_modules/${folder}/test/b.js`]: '' }), [], folder);
    }
  });
  it('leaves a package that is called test', () => {
    const files = { 'node_modules/test/index.js': '', 'node_modules/@scope/tests/index.js': '', 'node_modules/.pnpm/test@1.0.0/node_modules/test/index.js': '' };
    assert.deepEqual(pruned(files), Object.keys(files));
  });
  it('leaves what links lead to: a package of the workspace is source', () => {
    const files = { 'packages/b/src/index.ts': '', 'packages/b/test/index.js': '', 'node_modules/a/index.js': '' };
    assert.deepEqual(pruned(files, (folder) => symlinkSync('../packages/b', join(folder, 'node_modules/b'))), Object.keys(files));
  });
  it('leaves a folder that a program of the package mentions', () => {
    for (const text of ["require('./test')", "import x from '../test/x.js'", 'import(`./test/${name}.js`)', "join(__dirname, 'test', 'x.json')", "new URL('test/x', import.meta.url)", "require('a/test/x')", 'readFileSync(`${root}/test/x`)']) {
      assert.ok(hasTests(pruned(a({ ...test, 'lib/deep/x.cjs': text }))), text);
    }
  });
  it('leaves a folder that the manifest names, a manifest inside of the package, or one that cannot be read', () => {
    for (const text of ['{ "main": "./test/index.js" }', '{ "exports": { "./test/*": { "default": "./test/*.js" } } }', '{ "bin": { "a": "test/index.js" } }', '{ "files": ["lib", "test"] }', '{ "imports": { "#x": "./test/index.js" } }', '{']) {
      assert.ok(hasTests(pruned(a({ ...test, 'package.json': text }))), text);
    }
    assert.ok(hasTests(pruned(a({ ...test, 'x/package.json': '{ "main": "../test/index.js" }' }))));
    assert.ok(!hasTests(pruned(a({ ...test, 'package.json': '{ "files": ["!test"], "scripts": { "test": "node test/index.js" } }' }))));
  });
  it('leaves a folder that another package reaches into', () => {
    assert.ok(hasTests(pruned({ ...a(test), 'node_modules/b/index.js': "require('a/test/helper')" })));
    assert.ok(!hasTests(pruned({ ...a(test), 'node_modules/b/index.js': "require('c/test/helper')" })));
  });
  it('does not take what the authors of a package run for a program', () => {
    const authors = { 'eslint.config.js': "'test/types/**'", 'examples/https.js': "'../test/key'", 'bench.js': "require('./test/x')" };
    assert.ok(!hasTests(pruned(a({ ...test, ...authors }))));
    assert.ok(hasTests(pruned(a({ ...test, ...authors, 'package.json': '{ "bin": "./bench.js" }' }))));
    assert.ok(hasTests(pruned(a({ ...test, 'lib/bench.js': "require('../test/x')" }))));
  });
  it('leaves TypeScript where something installed runs it, and a file that is read by name', () => {
    const source = 'node_modules/a/src/a.ts';
    for (const name of ['tsx', 'jiti', 'ts-node', '@swc/register', '@swc-node/register', 'typescript', 'esbuild-register']) {
      assert.ok(pruned({ ...a({ 'src/a.ts': '' }), [`node_modules/b/node_modules/${name}/index.js`]: '' }).includes(source), name);
    }
    assert.ok(pruned(a({ 'src/a.ts': '', 'index.js': "readFileSync('./src/a.ts')" })).includes(source));
    assert.ok(!pruned(a({ 'src/a.ts': '', 'index.js': "readFileSync('./src/b.ts')" })).includes(source));
  });
  it('leaves the declarations of TypeScript itself', () => {
    assert.deepEqual(pruned({ 'node_modules/typescript/lib/lib.d.ts': '', 'node_modules/a/lib.d.ts': '' }), ['node_modules/typescript/lib/lib.d.ts']);
  });
  it('happens where packages are installed for production', () => {
    const paths = (app: Readonly<Record<string, unknown>>): readonly string[] => nodeFiles(appWith(app), image).map(({ path }) => path);
    assert.ok(paths({}).includes('docker/app/prune.mjs'));
    assert.ok(!paths({ role: 'static' }).includes('docker/app/prune.mjs'));
    assert.match(nodeFiles(appWith({}), image)[0]!.content, /^FROM manifests AS production-deps\n#.*\nCOPY --chmod=0644 docker\/app\/prune\.mjs \/usr\/local\/lib\/prune\.mjs\nRUN .*npm install --omit=dev && \\\n {4}node \/usr\/local\/lib\/prune\.mjs node_modules$/mu);
  });
});
