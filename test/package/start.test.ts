import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { exitStatus } from '../../lib/diagnostics.js';
import { example, installation, project, run, tree } from './installation.js';
import type { Run } from './installation.js';

describe('npm start in a fresh clone', function () {
  this.timeout(60_000);
  let checkout: string;
  let blueprint: Readonly<Record<string, string>>;
  const start = (...words: readonly string[]): Promise<Run> => run([join(checkout, 'scripts/start.mjs'), ...words], checkout);
  const copies = (): readonly string[] => readdirSync(checkout).filter((name) => name.startsWith('my-blueprint'));
  before(async () => {
    ({ checkout } = installation());
    const folder = project();
    await run([installation().bin, '--yes'], folder);
    blueprint = tree(folder);
  });

  it('writes the example with its blueprint into a new folder and says what to do next', async () => {
    const { status, stderr } = await start();
    assert.equal(status, exitStatus.done, stderr);
    assert.deepEqual(tree(join(checkout, 'my-blueprint')), blueprint);
    assert.match(stderr, /\n {2}cd my-blueprint\n {2}docker compose up --build --wait\nand open http:\/\/localhost:8080\n$/u);
  });

  it('takes another folder the next time, and leaves the example alone', async () => {
    const { status, stdout } = await start('--json');
    assert.equal(status, exitStatus.done);
    assert.ok('architecture' in (JSON.parse(stdout) as object));
    assert.deepEqual(copies(), ['my-blueprint', 'my-blueprint-2']);
    assert.deepEqual(tree(join(checkout, 'examples/shop')), tree(example));
  });

  it('takes the folder that --into names, unless it is there', async () => {
    const folder = join(project('empty'), 'new');
    assert.equal((await start('--into', folder)).status, exitStatus.done);
    assert.deepEqual(tree(folder), blueprint);
    const again = await start('--into', folder);
    assert.equal(again.status, exitStatus.unusable);
    assert.match(again.stderr, /^npm start: .*: this is already there\. Name a new folder with --into\n$/u);
  });

  it('leaves no copy behind when the generator refuses', async () => {
    const known = copies();
    const { status, stderr } = await start('--colour');
    assert.equal(status, exitStatus.unusable);
    assert.match(stderr, /^docker-architect: [^\n]*--colour[^\n]*\n$/u);
    assert.deepEqual(copies(), known);
  });

  it('writes nothing when it is only asked', async () => {
    const known = copies();
    for (const words of [['--help'], ['--dry-run'], ['discover', '--json']]) assert.equal((await start(...words)).status, exitStatus.done, words.join(' '));
    assert.deepEqual(copies(), known);
    assert.deepEqual(tree(join(checkout, 'examples/shop')), tree(example));
  });

  it('works on a folder of yours', async () => {
    const folder = project();
    assert.equal((await start('--directory', folder, '--yes')).status, exitStatus.done);
    assert.deepEqual(tree(folder), blueprint);
    assert.equal((await start('--directory', join(folder, 'nowhere'))).status, exitStatus.unusable);
    assert.ok(!existsSync(join(folder, 'nowhere')));
  });
});
