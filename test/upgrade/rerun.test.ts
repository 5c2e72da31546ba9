import assert from 'node:assert/strict';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readTree, temporaryFolder } from '../support/folders.js';
import { answer, applicationFolder, blueprintFolder, changed, edit, otherPort, refused, runIn, snapshot, textOf } from './program.js';

const compose = 'docker-compose.yml';
const override = 'docker-compose.override.yml';

type Service = Readonly<Record<string, unknown>>;
const servicesIn = (folder: string, path: string): Readonly<Record<string, Service>> => (parse(textOf(folder, path)) as { services: Record<string, Service> }).services;

/** The user and the new answers want another port. */
async function conflicting(): Promise<string> {
  const folder = await blueprintFolder();
  edit(folder, override, (text) => text.replace('HTTP_PORT:-8080', 'HTTP_PORT:-7070').replace('services:\n', 'services:\n  mail:\n    image: example/mail:1\n\n'));
  otherPort(folder);
  return folder;
}

describe('run again', function () {
  this.timeout(30_000);

  it('writes nothing: not a byte, not a date', async () => {
    const folder = await blueprintFolder();
    for (const path of Object.keys(readTree(folder))) utimesSync(join(folder, path), 1, 1);
    const before = snapshot(folder);
    const { status, said } = await runIn(folder);
    assert.deepEqual([status, snapshot(folder)], [0, before]);
    assert.match(said, /Everything is up to date/u);
  });

  it('merges other answers into the edits, and then has nothing to do', async () => {
    const folder = await blueprintFolder();
    edit(folder, override, (text) => text.replace('services:\n', 'services:\n  # mails of development end here\n  mail:\n    image: example/mail:1\n\n'));
    edit(folder, 'docker/nginx/nginx.conf', (text) => text.replace('gzip on;', 'gzip on;\n  # mine'));
    edit(folder, 'docker-compose.prod.yml', (text) => text.replace('memory: 512M', 'memory: 900M'));
    otherPort(folder);
    const { status, said } = await runIn(folder);
    assert.equal(status, 0, said);
    assert.match(textOf(folder, override), /# mails of development end here\n {2}mail:/u);
    assert.match(textOf(folder, override), /HTTP_PORT:-9090/u);
    assert.match(textOf(folder, 'docker/nginx/nginx.conf'), /# mine/u);
    assert.match(textOf(folder, 'docker-compose.prod.yml'), /memory: 900M/u);
    const after = snapshot(folder);
    assert.equal((await runIn(folder)).status, 0);
    assert.deepEqual(snapshot(folder), after);
  });

  it('takes other answers from a brief', async () => {
    const folder = await blueprintFolder();
    const { 'generator-docker-architect': { brief } } = JSON.parse(textOf(folder, '.yo-rc.json')) as { 'generator-docker-architect': { brief: { proxy: { port: number } } } };
    const file = join(temporaryFolder(), 'brief.json');
    writeFileSync(file, JSON.stringify({ ...brief, proxy: { ...brief.proxy, port: 9191 } }));
    edit(folder, compose, (text) => `${text}# mine\n`);
    const { status, said } = await runIn(folder, ['--yes', '--from', file]);
    assert.equal(status, 0, said);
    assert.match(textOf(folder, override), /HTTP_PORT:-9191/u);
    assert.match(textOf(folder, compose), /# mine\n$/u);
  });

  it('keeps away what was deleted: a file, a service, a line', async () => {
    const folder = await blueprintFolder();
    rmSync(join(folder, 'docs'), { recursive: true });
    edit(folder, compose, (text) => text.replace('    stop_grace_period: 60s\n', ''));
    edit(folder, '.gitignore', (text) => text.replace('/secrets/\n', ''));
    answer(folder, '"version": "1.0.0"', '"version": "2.0.0"');
    const { status, said } = await runIn(folder);
    assert.equal(status, 0, said);
    assert.ok(!existsSync(join(folder, 'docs')));
    assert.ok(!('stop_grace_period' in servicesIn(folder, compose)['db']!));
    assert.match(textOf(folder, compose), /shop-app:\$\{TAG:-2\.0\.0\}/u);
    assert.doesNotMatch(textOf(folder, '.gitignore'), /secrets/u);
  });

  describe('--check', () => {
    const looks = async (folder: string): Promise<number> => {
      const before = snapshot(folder);
      const { status } = await runIn(folder, ['--yes', '--check']);
      assert.deepEqual(snapshot(folder), before);
      return status;
    };
    it('ends with 0 where nothing would change', async () => assert.equal(await looks(await blueprintFolder()), 0));
    it('ends with 0 where only the user changed something', async () => {
      const folder = await blueprintFolder();
      edit(folder, compose, (text) => `${text}# mine\n`);
      assert.equal(await looks(folder), 0);
    });
    it('ends with 1 where something would change', async () => {
      const folder = await blueprintFolder();
      otherPort(folder);
      assert.equal(await looks(folder), 1);
    });
    it('ends with 1 in a project without a blueprint', async () => assert.equal(await looks(applicationFolder()), 1));
    it('ends with 1 on a conflict', async () => assert.equal(await looks(await conflicting()), 1));
  });
});

describe('a conflict with nobody to ask', function () {
  this.timeout(30_000);

  it('keeps the side of the user, names the place, ends with 1, and is offered again', async () => {
    const folder = await conflicting();
    for (let time = 0; time < 2; time += 1) {
      const { status, said } = await runIn(folder);
      assert.equal(status, 1, said);
      assert.match(said, /docker-compose\.override\.yml: yours was kept \(services\.nginx\.ports/u);
      assert.doesNotMatch(said, /up to date/u);
      assert.match(textOf(folder, override), /HTTP_PORT:-7070/u);
      assert.equal(servicesIn(folder, override)['mail']?.['image'], 'example/mail:1');
    }
  });

  it('does not hold up the other files', async () => {
    const folder = await conflicting();
    await runIn(folder);
    assert.match(textOf(folder, '.env.example'), /HTTP_PORT=9090/u);
  });

  for (const words of [['--conflict', 'new'], ['--force']]) {
    it(`${words.join(' ')} takes the new side of the conflict, and keeps what else the user did in that file`, async () => {
      const folder = await conflicting();
      const { status, said } = await runIn(folder, ['--yes', ...words]);
      assert.equal(status, 0, said);
      assert.match(textOf(folder, override), /HTTP_PORT:-9090/u);
      assert.equal(servicesIn(folder, override)['mail']?.['image'], 'example/mail:1');
      assert.equal((await runIn(folder, ['--yes', '--check'])).status, 0);
    });
  }

  it('--conflict markers writes both, and says so until a side is chosen', async () => {
    const folder = await conflicting();
    const { status, said } = await runIn(folder, ['--yes', '--conflict', 'markers']);
    assert.equal(status, 1, said);
    assert.match(said, /docker-compose\.override\.yml: holds conflict markers/u);
    assert.match(textOf(folder, override), /<<<<<<< yours\n[^]*7070[^]*=======\n[^]*9090[^]*>>>>>>> proposal\n/u);
    const marked = snapshot(folder);
    const again = await runIn(folder);
    assert.equal(again.status, 1);
    assert.match(again.said, /docker-compose\.override\.yml:\d+:1: here are conflict markers/u);
    assert.deepEqual(snapshot(folder), marked, 'markers in markers help nobody');
    edit(folder, override, (text) => text.replace(/<<<<<<< yours\n(?<yours>[^]*?)(?:\|\|\|\|\|\|\|[^]*?)?=======\n[^]*?>>>>>>> proposal\n/u, '$<yours>'));
    assert.equal((await runIn(folder)).status, 0, 'the side that was chosen is not asked for again');
    assert.match(textOf(folder, override), /7070/u);
  });
});

describe('worker', function () {
  this.timeout(30_000);
  const ways: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['by a file of its name', ['mailer'], ['node', 'src/mailer.js']],
    ['by a script of its name', ['reports'], ['node', 'src/reports.js']],
    ['by a command', ['sync', '--command', 'node src/sync.js --once'], ['node', 'src/sync.js', '--once']],
  ];
  for (const [how, words, command] of ways) {
    it(`adds a service found ${how}, keeps every edit, and touches only what must change`, async () => {
      const folder = await blueprintFolder();
      edit(folder, compose, (text) => text.replace('    image: postgres:', '    # the one of the data centre\n    image: postgres:').replace('services:\n', 'services:\n  mail:\n    image: example/mail:1\n\n'));
      edit(folder, 'docker-compose.prod.yml', (text) => text.replace('memory: 512M', 'memory: 900M'));
      edit(folder, 'docker/app/Dockerfile', (text) => `${text}# mine\n`);
      const before = snapshot(folder);
      const known = servicesIn(folder, compose);
      const { status, said } = await runIn(folder, ['worker', ...words]);
      assert.equal(status, 0, said);
      const services = servicesIn(folder, compose);
      for (const [name, service] of Object.entries(known)) assert.deepEqual(services[name], service, `${name} is another`);
      assert.deepEqual(services[`${words[0]!}-worker`]?.['command'], command);
      assert.equal(services['mail']?.['image'], 'example/mail:1');
      assert.match(textOf(folder, compose), /# the one of the data centre\n {4}image: postgres:/u);
      assert.match(textOf(folder, 'docker-compose.prod.yml'), /memory: 900M/u);
      for (const path of ['docker/app/Dockerfile', 'docker/nginx/nginx.conf', '.gitignore', 'package.json', 'docker/secrets.sh']) assert.ok(!changed(before, snapshot(folder)).includes(path), `${path} was touched`);
      assert.equal((await runIn(folder, ['--yes', '--check'])).status, 0);
    });
  }

  it('refuses a name that is taken', async () => {
    const folder = await blueprintFolder();
    await runIn(folder, ['worker', 'mailer']);
    await refused(folder, /mailer-worker" is taken/u, ['worker', 'mailer']);
  });
  it('refuses a name that cannot be one', async () => refused(await blueprintFolder(), /My Mailer.*cannot name/u, ['worker', 'My Mailer', '--command', 'node x.js']));
  it('refuses a name that nothing answers to where nobody can be asked', async () => refused(await blueprintFolder(), /worker nobody: no script and no file of that name was found\. .*--command/u, ['worker', 'nobody']));
  it('refuses an app that is not there', async () => refused(await blueprintFolder(), /--app nope: there is no such app/u, ['worker', 'mailer', '--app', 'nope']));
  it('refuses a project without a blueprint', async () => refused(applicationFolder(), /there is no blueprint here yet/u, ['worker', 'mailer']));
});
