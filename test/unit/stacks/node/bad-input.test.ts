// What people and tools leave in repositories: on a real disk, because half of it is bytes, links and folders.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskRepository } from '../../../../lib/discovery/disk-repository.js';
import { discoverNode } from '../../../../lib/stacks/node/discover.js';
import type { StackDiscovery } from '../../../../lib/stacks/stack.js';
import { assertEvidence, technologies } from './discovered.js';

type Content = string | Buffer | { readonly link: string } | 'folder';

const server = "import express from 'express';\nexpress().listen(process.env.PORT ?? 4000);\n";
const manifest = (more: object = {}): string => `${JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: { express: '5' }, ...more }, undefined, 2)}\n`;
const plain = { 'package.json': manifest(), 'server.js': server };
const workspace = { 'package.json': manifest({ name: 'root', scripts: {}, dependencies: {} }), 'apps/api/package.json': manifest({ name: 'api', scripts: { start: 'node server.js', build: 'tsc' } }), 'apps/api/server.js': server };
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const binary = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 131 + 7) % 256));
const huge = `{"name":"x","padding":"${'x'.repeat(3 * 1024 * 1024)}"}`;
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** Discovery of the files as they lie on a disk. It may not take longer than a person waits, nor cite what is not there. */
function found(files: Readonly<Record<string, Content>>): StackDiscovery {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(content === 'folder' ? file : dirname(file), { recursive: true });
      if (content === 'folder') continue;
      if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(file, content);
      else symlinkSync(content.link, file);
    }
    const repository = diskRepository(folder);
    const result = discoverNode(repository, technologies);
    assertEvidence({ ...repository, read: (path) => repository.read(path) }, { ...result, problems: [] });
    assert.deepEqual(discoverNode(diskRepository(folder), technologies), result);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const said = ({ problems }: StackDiscovery, code: string): readonly string[] => problems.filter((each) => each.code === code).map(({ message }) => message);

describe('manifests that are none', () => {
  for (const [what, content, message] of [
    ['nothing', '', 'package.json:1:1: the file is empty'],
    ['blanks', ' \r\n\t', 'package.json:1:1: the file is empty'],
    ['half an object', '{\n  "name": "shop",\n', /^package\.json:\d+:\d+: this is not valid JSON/u],
    ['a list', '[]', 'package.json:1:1: the top level must be an object in braces'],
    ['a comment', '{ // no\n}', /^package\.json:1:3: this is not valid JSON/u],
    ['bytes', binary, /^package\.json:1:1: this is not a readable text file/u],
    ['too much', huge, /^package\.json:1:1: this is not a readable text file/u],
    ['brackets without end', deep, /^package\.json:1:\d+: /u],
    ['a folder', 'folder', undefined],
    ['a link to itself', { link: 'package.json' }, undefined],
    ['a link out of the project', { link: '/etc/hostname' }, undefined],
  ] as const) {
    it(`are named with their place: ${what}`, () => {
      const result = found({ 'package.json': content, 'server.js': server });
      assert.deepEqual(result.apps, []);
      const [first, ...others] = said(result, 'manifest-unreadable');
      assert.deepEqual(others, []);
      if (message === undefined) assert.equal(first, undefined);
      else if (typeof message === 'string') assert.equal(first, message);
      else assert.match(first ?? '', message);
      assert.ok(result.problems.every(({ code, severity }) => code !== 'manifest-unreadable' || severity === 'error'));
    });
  }
  it('are read in the encodings of other systems', () => {
    for (const content of [utf16(manifest()), Buffer.from(utf16(manifest())).swap16(), `\uFEFF${manifest().replaceAll('\n', '\r\n')}`]) {
      const { apps, problems } = found({ 'package.json': content, 'server.js': server });
      assert.deepEqual([apps.map(({ name }) => name), problems], [['shop'], []]);
    }
  });
  it('may hold names that objects have themselves', () => {
    const { apps } = found({ 'package.json': '{"name":"shop","__proto__":{"scripts":{"start":"rm"}},"scripts":{"start":"node server.js","constructor":"x"},"dependencies":{"__proto__":"1","express":"5","toString":"2"}}', 'server.js': server });
    assert.deepEqual(apps[0]?.commands.start.map(({ value }) => value), [['node', 'server.js']]);
  });
});

describe('lists of packages that are none', () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, index) => `${String.fromCodePoint(98 + (index % 24))}${index}: &n${index} [${Array.from({ length: 9 }, () => (index === 0 ? '*a' : `*n${index - 1}`)).join(', ')}]`).join('\n')}\npackages: *n29\n`;
  for (const [what, content, unreadable] of [
    ['half a list', 'packages:\n  - "apps/*\n', true], ['two tabs', 'packages:\n\t\t- apps/*\n', true], ['nothing', '', false], ['a number', '7', false], ['no texts', 'packages:\n  - 7\n  - [a]\n  - {b: c}\n', false],
    ['aliases of aliases', bomb, false], ['bytes', binary, true], ['a folder', 'folder', false], ['a way out', 'packages:\n  - "../../*"\n  - "/etc/*"\n', false],
  ] as const) {
    it(`leave the packages as they are: ${what}`, () => {
      const result = found({ ...workspace, 'pnpm-workspace.yaml': content });
      assert.deepEqual(result.apps.map(({ path, workspace: place }) => [path, place]), [['apps/api', undefined]]);
      assert.equal(said(result, 'manifest-unreadable').some((message) => message.startsWith('pnpm-workspace.yaml:')), unreadable);
    });
  }
  it('are read in the encodings of other systems', () => {
    for (const content of [utf16('packages:\n  - "apps/*"\n'), '\uFEFFpackages:\r\n  - "apps/*"\r\n']) assert.equal(found({ ...workspace, 'pnpm-workspace.yaml': content }).apps[0]?.workspace?.root, '.');
  });
});

describe('settings that are none', () => {
  const inWorkspace = { ...workspace, 'package.json': manifest({ name: 'root', scripts: {}, dependencies: {}, devDependencies: { turbo: '2' }, workspaces: ['apps/*'] }) };
  for (const file of ['turbo.json', 'nx.json', 'apps/api/tsconfig.json', 'tsconfig.json']) {
    for (const [what, content] of [['nothing', ''], ['half an object', '{ "tasks": {'], ['a list', '[1]'], ['bytes', binary], ['too much', huge], ['brackets without end', deep]] as const) {
      it(`are said and stop nothing: ${file} with ${what}`, () => {
        const result = found({ ...inWorkspace, [file]: content });
        assert.deepEqual(result.apps.map(({ path }) => path), ['apps/api']);
        const messages = result.problems.filter(({ code, severity }) => code === 'settings-unreadable' && severity === 'warning').map(({ message }) => message);
        assert.equal(messages.length, 1, JSON.stringify(result.problems));
        assert.ok(messages[0]!.startsWith(`${file}:`), messages[0]);
      });
    }
  }
  it('may have comments, commas and marks of other systems', () => {
    for (const content of ['{ // yes\n "compilerOptions": { "outDir": "dist", }, }', '\uFEFF{ "compilerOptions": { "outDir": "dist" } }\r\n', utf16('{ "compilerOptions": { "outDir": "dist" } }')]) assert.deepEqual(said(found({ ...plain, 'tsconfig.json': content }), 'settings-unreadable'), []);
  });
  it('may extend themselves, and lead out of the project', () => {
    const files = { ...plain, 'package.json': manifest({ scripts: { build: 'tsc', start: 'node dist/server.js' } }) };
    for (const options of ['{"extends":"./tsconfig.json"}', '{"extends":["./a.json","./a.json"]}', '{"compilerOptions":{"outDir":"../../../../etc","rootDir":"/","paths":{"*":["../../*"],"a":7}}}', '{"extends":"../../../../etc/passwd"}']) {
      const { apps } = found({ ...files, 'tsconfig.json': options, 'a.json': '{"extends":"./tsconfig.json"}' });
      assert.deepEqual(apps.map(({ path }) => path), ['.'], options);
      assert.doesNotMatch(JSON.stringify(apps[0]!.commands), /etc/u);
    }
  });
});

describe('lock files that contradict', () => {
  const warning = (files: Readonly<Record<string, Content>>) => said(found({ ...plain, ...files }), 'package-managers-contradict');
  it('one another: both are said', () => {
    assert.deepEqual(warning({ 'package-lock.json': '{ "lockfileVersion": 3 }', 'yarn.lock': '# yarn lockfile v1\n' }), ['package managers contradict each other: package-lock.json (npm), yarn.lock (yarn); npm is used']);
  });
  it('the manifest: it decides, and nothing is frozen by the lock of another manager', () => {
    const { apps } = found({ ...plain, 'package.json': manifest({ packageManager: 'pnpm@9.0.0' }), 'yarn.lock': '# yarn lockfile v1\n' });
    assert.deepEqual([apps[0]?.packageManager[0]?.value, apps[0]?.lockFile], [{ name: 'pnpm', version: '9.0.0' }, undefined]);
  });
  for (const content of ['', binary, '{', utf16('# yarn lockfile v1\n'), huge] as const) it(`nothing, where they are ${Buffer.isBuffer(content) ? 'bytes' : JSON.stringify(content.slice(0, 5))}`, () => assert.deepEqual(warning({ 'yarn.lock': content }), []));
});

describe('links in circles', () => {
  it('are not followed', () => {
    const { apps } = found({ ...plain, 'again': { link: '.' }, 'src/up': { link: '..' }, 'x.js': { link: 'y.js' }, 'y.js': { link: 'x.js' }, 'tsconfig.json': { link: 'tsconfig.json' }, '.nvmrc': { link: '/dev/zero' } });
    assert.deepEqual(apps.map(({ path }) => path), ['.']);
  });
  it('may be packages of a workspace', () => {
    const { apps } = found({ ...workspace, 'package.json': manifest({ name: 'root', scripts: {}, dependencies: {}, workspaces: ['apps/*'] }), 'apps/same': { link: 'api' }, 'apps/loop': { link: 'loop' }, 'apps/out': { link: '/' } });
    assert.deepEqual(apps.map(({ path }) => path), ['apps/api']);
  });
});
