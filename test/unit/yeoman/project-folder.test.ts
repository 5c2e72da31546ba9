import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, ProjectFiles } from '../../../lib/yeoman/project-folder.js';
import { refusal } from '../../support/errors.js';
import { listTree, temporaryFolder } from '../../support/folders.js';

const mode = (file: string): number => statSync(file).mode & 0o777;

describe('the folder of a project', () => {
  it('is found', () => assert.equal(projectFolder(temporaryFolder(), true).startsWith('/'), true));
  it('is not made', () => {
    const folder = join(temporaryFolder(), 'x');
    assert.match(refusal(() => projectFolder(folder, true))[0]!, /there is no such folder/u);
    assert.throws(() => statSync(folder));
  });
  it('is no file', () => assert.match(refusal(() => projectFolder(join(temporaryFolder({ a: '' }), 'a'), false))[0]!, /this is a file/u));
  it('may be written', function () {
    if (process.getuid?.() === 0) this.skip();
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    assert.match(refusal(() => projectFolder(folder, true))[0]!, /cannot be written/u);
    assert.doesNotThrow(() => projectFolder(folder, false));
  });
});

describe('files of a project', () => {
  it('are read where they are, and undefined where they are not', () => {
    const files = new ProjectFiles(temporaryFolder({ 'a/b': 'text' }));
    assert.deepEqual([files.read('a/b'), files.read('a/c'), files.read('x/y/z')], ['text', undefined, undefined]);
  });

  it('are never outside', () => {
    const files = new ProjectFiles(temporaryFolder());
    for (const path of ['../x', '/etc/passwd', 'a/../../x', '', '.', 'a\\b']) assert.match(refusal(() => files.locate(path))[0]!, /lies outside the project/u, path);
  });

  it('are not behind links that lead outside', () => {
    const outside = temporaryFolder({ secret: 'x' });
    const folder = temporaryFolder();
    symlinkSync(outside, join(folder, 'folder'));
    symlinkSync(join(outside, 'secret'), join(folder, 'file'));
    symlinkSync(join(outside, 'nothing'), join(folder, 'dangling'));
    const files = new ProjectFiles(folder);
    for (const path of ['folder/secret', 'folder/new', 'file']) assert.match(refusal(() => files.read(path))[0]!, /a symbolic link leads outside the project/u, path);
    assert.match(refusal(() => files.write('folder/new', 'x', false))[0]!, /leads outside/u);
    assert.match(refusal(() => files.write('dangling', 'x', false))[0]!, /points nowhere/u);
    assert.deepEqual(listTree(outside), ['secret']);
  });

  it('are not behind links to a neighbour whose name only starts like the project', () => {
    const folder = temporaryFolder();
    const neighbour = `${folder}-2`;
    mkdirSync(neighbour);
    symlinkSync(neighbour, join(folder, 'x'));
    assert.match(refusal(() => new ProjectFiles(folder).locate('x/y'))[0]!, /leads outside/u);
  });

  it('may be behind links that stay inside, and the link stays', () => {
    const folder = temporaryFolder({ 'real/a': 'old' });
    symlinkSync('real', join(folder, 'link'));
    symlinkSync('real/a', join(folder, 'b'));
    const files = new ProjectFiles(folder);
    files.write('b', 'new', false);
    assert.deepEqual([files.read('link/a'), lstatSync(join(folder, 'b')).isSymbolicLink()], ['new', true]);
  });

  it('are no folders', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    const files = new ProjectFiles(folder);
    assert.match(refusal(() => files.read('a'))[0]!, /it is a folder/u);
  });

  it('are not below a file', () => {
    const files = new ProjectFiles(temporaryFolder({ docker: 'a file' }));
    assert.doesNotThrow(() => assert.equal(files.read('docker'), 'a file'));
    assert.match(refusal(() => files.assertWritable('docker/x'))[0]!, /^docker\/x: a folder is to be made at docker, but it is a file/u);
    assert.match(refusal(() => files.assertWritable('docker/a/b/x'))[0]!, /but it is a file/u);
    assert.doesNotThrow(() => files.assertWritable('new/x'));
  });
});

describe('a file that is written', () => {
  it('is there as a whole, with its folders and nothing beside it', () => {
    const folder = temporaryFolder();
    new ProjectFiles(folder).write('a/b/c.txt', 'text\n', false);
    assert.deepEqual(listTree(folder), ['a/b/c.txt']);
    assert.equal(readFileSync(join(folder, 'a/b/c.txt'), 'utf8'), 'text\n');
  });

  it('is a new file: whoever reads the old one reads it to its end', () => {
    const folder = temporaryFolder({ a: 'old' });
    const before = statSync(join(folder, 'a')).ino;
    new ProjectFiles(folder).write('a', 'new', false);
    assert.notEqual(statSync(join(folder, 'a')).ino, before);
  });

  for (const before of [0o644, 0o600, 0o755, 0o640]) {
    it(`keeps the mode ${before.toString(8)}`, () => {
      const folder = temporaryFolder({ a: 'old' });
      chmodSync(join(folder, 'a'), before);
      new ProjectFiles(folder).write('a', 'new', false);
      assert.equal(mode(join(folder, 'a')), before);
    });
  }

  it('may be executed by those who may read it, when it is a program', () => {
    const folder = temporaryFolder({ a: 'old' });
    chmodSync(join(folder, 'a'), 0o640);
    const files = new ProjectFiles(folder);
    files.write('a', 'new', true);
    files.write('b', 'new', true);
    assert.equal(mode(join(folder, 'a')), 0o750);
    assert.equal(mode(join(folder, 'b')) & 0o111, (mode(join(folder, 'b')) & 0o444) >> 2);
  });

  it('leaves nothing behind where it cannot be written', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a/x'), { recursive: true });
    assert.match(refusal(() => new ProjectFiles(folder).write('a', 'x', false))[0]!, /^a: /u);
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('is refused beforehand where it is read-only', function () {
    if (process.getuid?.() === 0) this.skip();
    const folder = temporaryFolder({ a: '' });
    chmodSync(join(folder, 'a'), 0o444);
    assert.match(refusal(() => new ProjectFiles(folder).assertWritable('a'))[0]!, /^a: this file is read-only/u);
  });

  it('has nothing of a killed run beside it', () => {
    const folder = temporaryFolder({ 'a/b': '', 'a/.123.docker-architect.tmp': 'half', '.9.docker-architect.tmp': 'half', 'other/.1.docker-architect.tmp': 'x' });
    new ProjectFiles(folder).sweep(['a/b', 'c']);
    assert.deepEqual(listTree(folder), ['a/b', 'other/.1.docker-architect.tmp']);
  });
});
