import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../support/folders.js';
import { answer, applicationFolder, blueprintFolder, changed, edit, otherPort, program, readOnly, refused, runIn, snapshot, textOf } from './program.js';

const compose = 'docker-compose.yml';
const override = 'docker-compose.override.yml';
const store = '.docker-architect';

describe('files that cannot be merged', function () {
  this.timeout(30_000);
  const broken: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['YAML that is broken', (text) => text.replace('services:\n', 'services:\n  - [\n'), /docker-compose\.yml:\d+:\d+: /u],
    ['a key that stands twice', (text) => `${text}name: again\n`, /docker-compose\.yml:\d+:1: Map keys must be unique/u],
    ['an alias of nothing', (text) => `${text}x-a: *nothing\n`, /docker-compose\.yml:\d+:6: the alias \*nothing has no anchor before it/u],
    ['markers of an earlier merge', (text) => text.replace('name: shop\n', '<<<<<<< HEAD\nname: shop\n=======\nname: other\n>>>>>>> theirs\n'), /docker-compose\.yml:3:1: here are conflict markers/u],
    ['two documents', (text) => `${text}---\na: 1\n`, /docker-compose\.yml:\d+:1: .*multiple documents/u],
  ];
  for (const [what, change, message] of broken) {
    it(`${what}: the place is named, that file is left alone, the rest goes on, 1`, async () => {
      const folder = await blueprintFolder();
      edit(folder, compose, change);
      answer(folder, '"version": "1.0.0"', '"version": "2.0.0"');
      const before = textOf(folder, compose);
      const { status, said } = await runIn(folder);
      assert.equal(status, 1, said);
      assert.match(said, message);
      assert.equal(textOf(folder, compose), before);
      assert.match(textOf(folder, override), /2\.0\.0/u);
      assert.equal((await runIn(folder)).status, 1, 'it is said again as long as it is so');
    });
  }

  it('a Dockerfile with markers is left alone too', async () => {
    const folder = await blueprintFolder();
    edit(folder, 'docker/app/Dockerfile', (text) => `<<<<<<< yours\n${text}=======\n>>>>>>> proposal\n`);
    const before = textOf(folder, 'docker/app/Dockerfile');
    answer(folder, '"version": "24"', '"version": "22"');
    const { status, said } = await runIn(folder);
    assert.match(said, /docker\/app\/Dockerfile:1:1: here are conflict markers/u);
    assert.deepEqual([status, textOf(folder, 'docker/app/Dockerfile')], [1, before]);
  });
});

describe('a memory of the blueprint that is lost, damaged or hostile', function () {
  this.timeout(30_000);
  const outside = (): string => {
    const folder = temporaryFolder({ 'secret.txt': 'secret\n' });
    return join(folder, 'secret.txt');
  };
  const manifest = (folder: string, files: unknown): void => writeFileSync(join(folder, store, 'manifest.json'), JSON.stringify({ version: 1, files }));
  const blobs = (folder: string): readonly string[] => readdirSync(join(folder, store, 'blobs'));

  const damages: readonly (readonly [string, (folder: string) => void])[] = [
    ['lost', (folder) => rmSync(join(folder, store), { recursive: true })],
    ['without its manifest', (folder) => rmSync(join(folder, store, 'manifest.json'))],
    ['with a broken manifest', (folder) => writeFileSync(join(folder, store, 'manifest.json'), '{"files":')],
    ['with damaged blobs', (folder) => { for (const name of blobs(folder)) writeFileSync(join(folder, store, 'blobs', name), 'forged\n'); }],
    ['with binary blobs', (folder) => { for (const name of blobs(folder)) writeFileSync(join(folder, store, 'blobs', name), Buffer.from([0xff, 0, 0xfe])); }],
    ['with a manifest that points outside', (folder) => manifest(folder, { '../secret.txt': 'a'.repeat(64), '/etc/passwd': 'b'.repeat(64), [compose]: '../../../secret' })],
  ];
  for (const [what, damage] of damages) {
    it(`${what}: the user's files stay, those that differ are conflicts, and the next run has a memory again`, async () => {
      const folder = await blueprintFolder();
      edit(folder, compose, (text) => `${text}# mine\n`);
      damage(folder);
      const before = snapshot(folder);
      const { status, said } = await runIn(folder);
      assert.equal(status, 1, said);
      assert.match(said, /docker-compose\.yml: yours was kept/u);
      assert.deepEqual(changed(before, snapshot(folder)), []);
      assert.ok(blobs(folder).length > 10);
    });
  }

  it('a blob that is a link to the outside is refused, and not read', async () => {
    const folder = await blueprintFolder();
    const [name] = blobs(folder);
    rmSync(join(folder, store, 'blobs', name!));
    symlinkSync(outside(), join(folder, store, 'blobs', name!));
    await refused(folder, /a symbolic link leads outside the project/u);
  });
  it('a store that is a link to the outside is refused', async () => {
    const folder = await blueprintFolder();
    const elsewhere = temporaryFolder();
    renameSync(join(folder, store), join(elsewhere, 'store'));
    symlinkSync(join(elsewhere, 'store'), join(folder, store));
    await refused(folder, /a symbolic link leads outside the project/u);
  });
  it('a store that is a file is refused', async () => {
    const folder = await blueprintFolder();
    rmSync(join(folder, store), { recursive: true });
    writeFileSync(join(folder, store), 'mine\n');
    await refused(folder, /a folder is to be made at \.docker-architect, but it is a file/u);
  });

  const answers: readonly (readonly [string, string, RegExp])[] = [
    ['broken', '{"generator-docker-architect": ', /\.yo-rc\.json:1:\d+: this is not valid JSON/u],
    ['empty', '', /\.yo-rc\.json:1:1: the file is empty/u],
    ['wrong', '{"generator-docker-architect":{"brief":{"project":{"name":"x"},"apps":1}}}', /\.yo-rc\.json: apps: /u],
    ['full of markers', '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n', /\.yo-rc\.json:1:1: /u],
  ];
  for (const [what, text, message] of answers) {
    it(`answers that are ${what} are refused`, async () => {
      const folder = await blueprintFolder();
      writeFileSync(join(folder, '.yo-rc.json'), text);
      await refused(folder, message);
    });
  }
});

describe('paths that are something else', function () {
  this.timeout(30_000);

  it('a file that became a folder is refused', async () => {
    const folder = await blueprintFolder();
    rmSync(join(folder, compose));
    mkdirSync(join(folder, compose));
    writeFileSync(join(folder, compose, 'mine.txt'), 'mine\n');
    await refused(folder, /docker-compose\.yml: a file is to be written here, but it is a folder/u);
  });
  it('a folder that became a file is the end of the file in it', async () => {
    const folder = await blueprintFolder();
    rmSync(join(folder, 'docs'), { recursive: true });
    writeFileSync(join(folder, 'docs'), 'mine\n');
    const { status, said } = await runIn(folder);
    assert.deepEqual([status, textOf(folder, 'docs')], [0, 'mine\n'], said);
  });
  it('a file in the place of a new folder is refused', async () => {
    const folder = applicationFolder();
    writeFileSync(join(folder, 'docs'), 'mine\n');
    await refused(folder, /a folder is to be made at docs, but it is a file/u);
  });
  for (const path of [compose, 'docs']) {
    it(`${path} that is a link to the outside is refused`, async () => {
      const folder = await blueprintFolder();
      const elsewhere = join(temporaryFolder(), 'elsewhere');
      renameSync(join(folder, path), elsewhere);
      symlinkSync(elsewhere, join(folder, path));
      const there = snapshot(dirname(elsewhere));
      otherPort(folder);
      await refused(folder, new RegExp(`${path}.*: a symbolic link leads outside the project`, 'u'));
      assert.deepEqual(snapshot(dirname(elsewhere)), there);
    });
  }
  it('a link inside the project stays a link, and its target is merged', async () => {
    const folder = await blueprintFolder();
    renameSync(join(folder, override), join(folder, 'development.yml'));
    symlinkSync('development.yml', join(folder, override));
    otherPort(folder);
    const { status, said } = await runIn(folder);
    assert.equal(status, 0, said);
    assert.match(textOf(folder, 'development.yml'), /9090/u);
    assert.equal(snapshot(folder)[override], 'link development.yml');
  });

  describe('for somebody without the rights', () => {
    const somebody = 1234;
    const asSomebody = process.getuid?.() === 0 ? { uid: somebody } : {};
    before(function () {
      if (process.getuid?.() !== 0 || spawnSync(process.execPath, [program, '--version'], asSomebody).status === 0) return;
      console.log('      skipped: root runs the tests, and nobody else may read the program');
      this.skip();
    });
    const given = (folder: string): string => {
      if (process.getuid?.() === 0) for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) chownSync(join(folder, path), somebody, somebody);
      return folder;
    };
    const closed: readonly (readonly [string, string, RegExp])[] = [
      ['a file that is read-only', override, /docker-compose\.override\.yml: this file is read-only/u],
      ['a folder that is read-only', 'docs', /docs\/docker-operations\.md: the folder docs is read-only/u],
      ['a store that is read-only', `${store}/blobs`, /the folder \.docker-architect\/blobs is read-only/u],
      ['a project that is read-only', '.', /this folder cannot be written/u],
    ];
    for (const [what, path, message] of closed) {
      it(`${what} is refused before anything is written`, async () => {
        const folder = given(await blueprintFolder());
        otherPort(folder);
        given(folder);
        readOnly(folder, path);
        const before = snapshot(folder);
        const { status, said } = await runIn(folder, ['--yes'], asSomebody);
        const after = snapshot(folder);
        chmodSync(join(folder, path), 0o755);
        assert.match(said, message);
        assert.deepEqual([status, after], [2, before], said);
      });
    }
    it('a file that nobody may read is refused', async () => {
      const folder = given(await blueprintFolder());
      chmodSync(join(folder, compose), 0o000);
      const { status, said } = await runIn(folder, ['--yes'], asSomebody);
      chmodSync(join(folder, compose), 0o644);
      assert.equal(status, 2, said);
      assert.match(said, /docker-compose\.yml: this file cannot be read/u);
    });
    it('a read-only file that does not change is no hindrance', async () => {
      const folder = given(await blueprintFolder());
      otherPort(folder);
      given(folder);
      readOnly(folder, compose);
      const { status, said } = await runIn(folder, ['--yes'], asSomebody);
      assert.equal(status, 0, said);
      assert.equal(readFileSync(join(folder, override), 'utf8').includes('9090'), true);
    });
  });
});
