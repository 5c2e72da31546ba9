import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskRepository } from '../../../lib/discovery/disk-repository.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { filesIn } from '../../../lib/discovery/file-index.js';
import { maximumFileSize, normalisePath } from '../../../lib/discovery/repository.js';

const files: Readonly<Record<string, string>> = {
  'package.json': '\uFEFF{}',
  'src/server.js': 'a\r\nb',
  'src/deep/x.js': '',
  'node_modules/a/index.js': 'no',
  'src/node_modules/b/index.js': 'no',
  '.yarn/releases/yarn.cjs': 'yes',
  'binary.bin': 'a\0b',
  'huge.txt': 'x'.repeat(maximumFileSize + 1),
};

describe('repositories', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'repository-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  for (const [kind, open] of [['disk', () => diskRepository(root)], ['memory', () => memoryRepository(files)]] as const) {
    it(`answer alike: ${kind}`, () => {
      const repository = open();
      assert.deepEqual(repository.files(), ['binary.bin', 'huge.txt', 'package.json', 'src/deep/x.js', 'src/server.js']);
      assert.equal(repository.read('package.json'), '{}');
      assert.equal(repository.read('./src/../package.json'), '{}');
      assert.equal(repository.read('src/server.js'), 'a\r\nb');
      for (const path of ['binary.bin', 'huge.txt', 'src', 'none', '../x', '/etc/hostname', '']) assert.equal(repository.read(path), undefined, path);
      for (const path of ['src', '.yarn/releases', 'src/server.js', '', '.']) assert.equal(repository.exists(path), true, path);
      for (const path of ['sr', 'none', '..', '../..', '/etc']) assert.equal(repository.exists(path), false, path);
      assert.deepEqual(filesIn(repository, 'src'), ['src/server.js']);
      assert.deepEqual(repository.problems(), []);
    });
  }

  it('never follow a symbolic link out of the project, nor in a circle', function () {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    try {
      symlinkSync(outside, join(root, 'out-folder'));
      symlinkSync(join(outside, 'secret.txt'), join(root, 'out.txt'));
      symlinkSync(root, join(root, 'src/loop'));
      symlinkSync(join(root, 'none'), join(root, 'broken'));
      symlinkSync('src/server.js', join(root, 'inside.js'));
    } catch {
      return this.skip();
    }
    const repository = diskRepository(root);
    assert.deepEqual(repository.files(), ['binary.bin', 'huge.txt', 'inside.js', 'package.json', 'src/deep/x.js', 'src/server.js']);
    for (const path of ['out.txt', 'out-folder/secret.txt', 'broken']) {
      assert.equal(repository.read(path), undefined, path);
      assert.equal(repository.exists(path), false, path);
    }
    assert.equal(repository.read('inside.js'), 'a\r\nb');
    rmSync(outside, { recursive: true });
    return undefined;
  });

  it('say which folder cannot be read', function () {
    const closed = join(root, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0);
    // permissions do not bind the superuser
    if (process.getuid?.() === 0) return this.skip();
    assert.match(diskRepository(root).problems()[0]?.message ?? '', /^closed: the folder cannot be read/u);
    chmodSync(closed, 0o700);
    return undefined;
  });

  it('list in the order of whole paths', () => {
    for (const path of ['a/b', 'a/c/d', 'a-b', 'a.c', 'ab', 'a0/x', 'A/b', 'é', 'a/c.d', 'a/c-d/e']) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), '');
    }
    const found = diskRepository(root).files();
    assert.equal(found.length, 15);
    assert.deepEqual(found, [...found].sort());
  });

  it('read UTF-16 as what it says', () => {
    writeFileSync(join(root, 'little.json'), Buffer.from('\uFEFF{ "é": 1 }\r\n', 'utf16le'));
    writeFileSync(join(root, 'big.json'), Buffer.from('\uFEFF{ "é": 1 }\r\n', 'utf16le').swap16());
    writeFileSync(join(root, 'odd.json'), Buffer.from([0xfe, 0xff, 0x00]));
    const repository = diskRepository(root);
    assert.equal(repository.read('little.json'), '{ "é": 1 }\r\n');
    assert.equal(repository.read('big.json'), '{ "é": 1 }\r\n');
    assert.equal(repository.read('odd.json'), '');
  });

  it('say that the root cannot be read', () => assert.equal(diskRepository(join(root, 'nowhere')).problems().length, 1));

  it('resolve paths inside the project only', () => {
    assert.equal(normalisePath('a/./b/../c'), 'a/c');
    assert.equal(normalisePath('a/../../b'), undefined);
  });
});
