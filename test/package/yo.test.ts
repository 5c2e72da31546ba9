import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { commands, flags } from '../../lib/cli/flags.js';
import { exitStatus } from '../../lib/diagnostics.js';
import { example, giveToYo, installation, project, run, tree, yo, yoHindrance } from './installation.js';
import type { Run } from './installation.js';

/** Runs the real `yo`. */
function yeoman(folder: string, ...words: readonly string[]): Promise<Run> {
  giveToYo();
  return run([yo, ...words], folder);
}

/** What our own command writes in the same place. */
async function own(...words: readonly string[]): Promise<{ readonly result: Run; readonly files: Readonly<Record<string, string>> }> {
  const folder = project();
  const result = await run([installation().bin, ...words], folder);
  return { result, files: tree(folder) };
}

/** `yo` repeats the command before the message of an error; the message itself is one line, with what to do. */
function assertRefused({ status, stdout, stderr }: Run, message: RegExp): void {
  assert.equal(status, exitStatus.unusable, stderr);
  assert.equal(stdout, '');
  assert.equal(stderr.split('\n').filter((line) => message.test(line)).length, 1, stderr);
  assert.doesNotMatch(stderr, /^\s+at |An error occured|UserError/mu);
  assert.deepEqual(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Error docker-architect') && !message.test(line)), []);
}

describe('under the real yo', function () {
  this.timeout(60_000);
  before(function () {
    const hindrance = yoHindrance();
    if (hindrance !== undefined) {
      console.log(`    skipped: ${hindrance}`);
      this.skip();
    }
    installation();
  });

  it('is found, with its sub-generators and nothing else', async () => {
    const { stdout, status } = await yeoman(project('empty'), '--generators');
    assert.equal(status, 0);
    const listed = stdout.split('\n').map((line) => line.trim());
    const ours = listed.slice(listed.indexOf('docker-architect') + 1);
    assert.deepEqual(ours.filter((line) => line !== '').toSorted(), Object.keys(commands).filter((name) => name !== 'app').toSorted());
  });

  it('writes what the own command writes, byte for byte', async () => {
    const folder = project();
    const [result, expected] = await Promise.all([yeoman(folder, 'docker-architect', '--yes'), own('--yes')]);
    assert.equal(result.status, 0, result.stderr);
    assert.deepEqual(tree(folder), expected.files);
    assert.equal(result.stdout, expected.result.stdout);
    assert.equal(result.stderr, expected.result.stderr);
  });

  it('runs a sub-generator alone', async () => {
    const folder = project();
    const [result, expected] = await Promise.all([yeoman(folder, 'docker-architect:nginx', '--yes'), own('nginx', '--yes')]);
    assert.equal(result.status, 0, result.stderr);
    assert.deepEqual(tree(folder), expected.files);
    assert.ok('docker/nginx/nginx.conf' in expected.files);
  });

  it('prints one JSON document', async () => {
    const folder = project();
    const [result, expected] = await Promise.all([yeoman(folder, 'docker-architect:discover', '--json'), own('discover', '--json')]);
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stdout, expected.result.stdout);
    assert.equal((JSON.parse(result.stdout) as { project: unknown }).project, 'shop');
    assert.deepEqual(tree(folder), tree(example), 'discover writes nothing');
  });

  it('adds to a blueprint that is there', async () => {
    const words = ['--command', 'node src/mailer.js', '--yes'];
    const [folder, expected] = [project(), project()];
    await Promise.all([folder, expected].map((each) => run([installation().bin, '--yes'], each)));
    const results = await Promise.all([yeoman(folder, 'docker-architect:worker', 'mailer', ...words), run([installation().bin, 'worker', 'mailer', ...words], expected)]);
    assert.deepEqual(results.map(({ status }) => status), [0, 0], results.map(({ stderr }) => stderr).join('\n'));
    assert.deepEqual(tree(folder), tree(expected));
    assert.match(tree(folder)['docker-compose.yml']!, /^ {2}mailer(?:-worker)?:$/mu);
  });

  it('works in another folder', async () => {
    const folder = project();
    const result = await yeoman(project('empty'), 'docker-architect', '--yes', '--directory', folder);
    assert.equal(result.status, 0, result.stderr);
    assert.deepEqual(tree(folder), (await own('--yes')).files);
  });

  it('prints its flags', async () => {
    const folder = project('empty');
    const { status, stdout } = await yeoman(folder, 'docker-architect', '--help');
    assert.equal(status, 0);
    for (const [name, { description }] of Object.entries(flags)) assert.ok(stdout.includes(`--${name}`) && stdout.includes(description), name);
    assert.deepEqual(tree(folder), {});
  });

  it('changes the exit status when files would change', async () => {
    const folder = project();
    assert.equal((await yeoman(folder, 'docker-architect', '--check', '--yes')).status, exitStatus.needsYou);
    assert.deepEqual(tree(folder), tree(example));
  });

  const refusals: readonly { readonly what: string; readonly words: readonly string[]; readonly message: RegExp; readonly prepare?: (folder: string) => void }[] = [
    { what: 'an unknown flag', words: ['docker-architect', '--yes', '--colour'], message: /^--colour: unknown flag\. See --help$/u },
    { what: 'a word too many', words: ['docker-architect', 'shop', '--yes'], message: /^shop: unexpected word\. See --help$/u },
    { what: 'a folder that does not exist', words: ['docker-architect', '--yes', '--directory', 'nowhere'], message: /^nowhere: there is no such folder\. /u },
    {
      what: 'a brief that cannot be used',
      words: ['docker-architect', '--from', 'brief.yml'],
      prepare: (folder) => writeFileSync(join(folder, 'brief.yml'), 'project: {name: shop}\napps: []\n'),
      message: /brief\.yml.*apps/u,
    },
    {
      what: 'a package.json that does not parse',
      words: ['docker-architect', '--yes'],
      prepare: (folder) => writeFileSync(join(folder, 'package.json'), '{\n  "name": "shop",,\n}\n'),
      message: /^package\.json:2:\d+: /u,
    },
    {
      what: 'a saved answer file that does not parse',
      words: ['docker-architect', '--yes'],
      prepare: (folder) => writeFileSync(join(folder, '.yo-rc.json'), '{'),
      message: /\.yo-rc\.json/u,
    },
    {
      what: 'a folder without an application',
      words: ['docker-architect', '--yes'],
      prepare: (folder) => {
        for (const name of ['package.json', 'package-lock.json', 'public', 'src', 'test']) rmSync(join(folder, name), { recursive: true });
      },
      message: /^no application was found here/u,
    },
  ];
  describe('refuses in one line', () => {
    let outcomes: readonly { readonly result: Run; readonly before: object; readonly after: object }[];
    // all at once: each takes as long as yo needs to start
    before(async () => {
      const folders = refusals.map(({ prepare }) => {
        const folder = project();
        prepare?.(folder);
        return { folder, before: tree(folder) };
      });
      giveToYo();
      const results = await Promise.all(refusals.map(({ words }, index) => run([yo, ...words], folders[index]!.folder)));
      outcomes = results.map((result, index) => ({ result, before: folders[index]!.before, after: tree(folders[index]!.folder) }));
    });

    for (const [index, { what, message }] of refusals.entries()) {
      it(what, () => {
        const { result, before: files, after } = outcomes[index]!;
        assertRefused(result, message);
        assert.deepEqual(after, files, 'nothing was written');
      });
    }
  });
});
