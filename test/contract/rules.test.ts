import assert from 'node:assert/strict';
import { technologies, proxies } from '../../lib/catalog/registry.js';
import { stacks } from '../../lib/stacks/registry.js';
import { patterns } from '../../lib/patterns/registry.js';
import { branches, entriesApart, foreignWords, idsAtHome, importDirections, longFiles, pureDomain } from './rules.js';
import { folders, importsOf, sources, typescript } from './sources.js';

const lib = typescript(sources('lib'));
const product = typescript(sources('lib', 'generators', 'bin'));
const bad = (path: string, text: string): ReadonlyMap<string, string> => new Map([[path, text]]);

describe('the sources', () => {
  it('import in one direction', () => assert.deepEqual(importDirections(lib), []));
  it('would be caught importing against it', () => {
    assert.deepEqual(importDirections(bad('lib/design/x.ts', "import { y } from '../render/y.js';\n")), ['lib/design/x.ts imports lib/render/y.ts']);
    assert.deepEqual(importDirections(bad('lib/catalog/x.ts', "import { y } from '../design/y.js';\n")), ['lib/catalog/x.ts imports lib/design/y.ts']);
    assert.deepEqual(importDirections(bad('lib/catalog/x.ts', "import type { Y } from '../design/y.js';\n")), []);
  });

  it('keep catalog, stack and pattern entries apart', () => assert.deepEqual(entriesApart(lib), []));
  it('would be caught joining them', () => {
    assert.deepEqual(entriesApart(bad('lib/catalog/mysql.ts', "import { redis } from './redis.js';\n")), ['lib/catalog/mysql.ts imports lib/catalog/redis.ts']);
    assert.deepEqual(entriesApart(bad('lib/stacks/python/x.ts', "import type { a } from '../node/app.js';\n")), ['lib/stacks/python/x.ts imports lib/stacks/node/app.ts']);
    assert.deepEqual(entriesApart(bad('lib/catalog/mysql.ts', "import type { Technology } from './technology.js';\n")), []);
  });

  it('touch host, disk, clock and chance in their own folders only', () => assert.deepEqual(pureDomain(lib), []));
  it('would be caught touching them elsewhere', () => {
    const cases: readonly (readonly [string, string])[] = [
      ["import { readFileSync } from 'node:fs';\n", 'imports node:fs'],
      ["import Generator from 'yeoman-generator';\n", 'imports yeoman-generator'],
      ["import { x } from '../yeoman/session.js';\n", 'imports lib/yeoman/session.ts'],
      ["const fs = await import('node:fs/promises');\n", 'imports node:fs/promises'],
      ['const x = Date.now();\n', 'uses Date'],
      ['const x = Math.random();\n', 'uses Math.random'],
      ['const x = process.env.HOME;\n', 'uses process.env'],
    ];
    for (const [text, line] of cases) assert.deepEqual(pureDomain(bad('lib/design/x.ts', text)), [`lib/design/x.ts ${line}`]);
    assert.deepEqual(pureDomain(bad('lib/design/x.ts', "// Date\nconst x = 'process.env';\n")), []);
    assert.deepEqual(pureDomain(bad('lib/yeoman/x.ts', "import { readFileSync } from 'node:fs';\n")), []);
  });

  it('name a technology, stack, proxy or pattern in its own file and the registry only', () => {
    const home = (folder: string) => ({ id }: { readonly id: string }) => [id, [new RegExp(`^lib/${folder}/${id}(?:/|\\.ts$)`, 'u'), new RegExp(`^lib/${folder}/registry\\.ts$`, 'u')]] as const;
    const homes = new Map<string, readonly RegExp[]>([...technologies.map(home('catalog')), ...proxies.map(home('catalog')), ...patterns.map(home('patterns'))]);
    // the command is called like the proxy that it writes, and 'web' is a role too
    homes.set('nginx', [...homes.get('nginx')!, /^lib\/(?:cli\/flags|yeoman\/register)\.ts$/u, /^lib\/brief\/schema\.ts$|^lib\/brief\/suggest\.ts$/u]);
    // the image of files for browsers runs it
    homes.set('nginx', [...homes.get('nginx')!, /^lib\/stacks\/(?:static-files|dotnet\/\w+)\.ts$/u]);
    // a library of workers is called like its server
    homes.set('temporal', [...homes.get('temporal')!, /^lib\/stacks\/go\/workers\.ts$/u]);
    homes.delete('web');
    // the word is the tier of the networks too
    homes.delete('data');
    for (const { id } of patterns) if (homes.has(id)) homes.set(id, [/^lib\/patterns\//u]);
    // patterns name the alternatives that they offer
    homes.set('monolith', [/^lib\/patterns\//u]);
    // what people call them, in two languages
    for (const [id, own] of homes) homes.set(id, [...own, /^lib\/discovery\/description\//u]);
    assert.deepEqual(idsAtHome(product, homes), []);
    assert.deepEqual(idsAtHome(bad('lib/render/x.ts', "if (id === 'postgres') return;\n"), homes), ["lib/render/x.ts says 'postgres'"]);
    assert.deepEqual(idsAtHome(bad('generators/x/index.ts', 'const a = "redis";\n'), homes), ["generators/x/index.ts says 'redis'"]);
    assert.deepEqual(idsAtHome(bad('lib/catalog/redis.ts', "id: 'redis',\n"), homes), []);
  });

  it('know stacks by their registry, not by name, once they are found', () => {
    // a static site is a role too
    const homes = new Map(stacks.filter(({ id }) => id !== 'static').map(({ id }) => [id, [new RegExp(`^lib/stacks/${id}/`, 'u'), /^lib\/stacks\/registry\.ts$/u]] as const));
    assert.deepEqual(idsAtHome(typescript(sources('lib/brief', 'lib/design', 'lib/render', 'generators')), homes), []);
  });

  it('are at most 300 lines long', () => assert.deepEqual(longFiles(new Map([...product, ...sources('templates'), ...typescript(sources('test/unit', 'test/contract', 'test/generators', 'test/properties', 'test/support')), ...sources('bin')]), 300), []));
  it('would be caught growing longer', () => assert.deepEqual(longFiles(bad('lib/x.ts', 'a\n'.repeat(301)), 300), ['lib/x.ts']));

  it('have no index where the host would take it for a generator', () => {
    const top = [...sources('lib', 'test', 'templates').keys()].filter((path) => /^\w+\/index\.\w+$/u.test(path));
    assert.deepEqual(top, []);
  });
});

describe('templates', () => {
  const templates = sources('templates');

  it('have at most eight branches', () => {
    for (const [path, text] of templates) assert.ok(branches(text) <= 8, `${path} has ${branches(text)}`);
    assert.equal(branches('<% if (a) { %>x<% } else if (b) { %>y<% } else { %>z<% } %><%- c ? 1 : 2 %><% for (const d of e) { %><% } %>'), 4);
  });

  it('are all used', () => {
    const used = new Set([...product].flatMap(([path, text]) => importsOf(path, text).map(({ target }) => target)));
    assert.deepEqual([...templates.keys()].filter((path) => !used.has(path)), []);
  });

  it('never escape for HTML', () => {
    for (const [path, text] of templates) assert.doesNotMatch(text, /<%=/u, path);
  });

  it('belong to a generator that there is', () => {
    // programs of an empty folder belong to the root generator
    const generators = new Set([...folders('generators'), 'placeholder']);
    for (const path of templates.keys()) assert.ok(generators.has(path.split('/')[1]!), path);
  });
});

describe('generators', () => {
  it('hold tasks only: the host runs every method that they have', () => {
    const tasks = new Set(['initializing', 'prompting', 'configuring', 'default', 'writing', 'conflicts', 'install', 'end']);
    const others = (text: string): readonly string[] => [...text.matchAll(/^ {2}(?:async )?(\w+)\(/gmu)].map((match) => match[1]!).filter((name) => !tasks.has(name));
    for (const [path, text] of typescript(sources('generators'))) if (path.endsWith('/index.ts')) assert.deepEqual(others(text), [], path);
    assert.deepEqual(others('class A {\n  async helper() {}\n  writing() {}\n}\n'), ['helper']);
  });
});

describe('every file of the product', () => {
  const published = ['lib', 'generators', 'bin', 'templates', 'docs', 'examples', 'scripts', 'bench'];

  it('speaks of no machine, no network of its own and no secret', () => {
    const files = new Map([...sources(...published)].filter(([path]) => !path.includes('node_modules')));
    assert.deepEqual(foreignWords(files), []);
  });

  it('is checked in the root folder too', async () => {
    const { readFileSync, readdirSync } = await import('node:fs');
    const { packageFolder } = await import('../support/folders.js');
    const files = readdirSync(packageFolder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => [name, readFileSync(`${packageFolder}/${name}`, 'utf8')] as const);
    assert.deepEqual(foreignWords(new Map(files)), []);
  });

  it('would be caught', () => {
    for (const text of ['see /workspace/x', '"resolved": "https://host/x.tgz"', 'registry=http://host/', '//host/:_authToken=x', 'cd /home/me/x', '-----BEGIN RSA PRIVATE KEY-----', '192.168.1.10']) {
      assert.equal(foreignWords(bad('x', text)).length, 1, text);
    }
  });
});
