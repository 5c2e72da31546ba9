import assert from 'node:assert/strict';
import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { exitStatus } from '../../lib/diagnostics.js';
import { en } from '../../lib/messages/en.js';
import { giveToYo, yo, yoHindrance } from '../package/installation.js';
import { ctrlC, dialogue, enter, hasTerminal } from '../package/terminal.js';
import type { Dialogue, Step } from '../package/terminal.js';
import { blueprintFolder, edit, otherPort, program, runIn, snapshot, textOf } from './program.js';

const override = 'docker-compose.override.yml';
const image = 'docker/app/Dockerfile';
const { name, pattern, services, proxy, environments, port, memory, security } = en.questions;
/** The answers that are saved, once more. */
const answers: readonly Step[] = [name, pattern, services, proxy, environments, port, memory, security].map((see) => ({ see, press: enter }));
const asked = (path: string): string => `${path} was changed by you`;
/** Presses the key of a choice, then Enter: the list is folded. */
const choose = (path: string, key: string): Step => ({ see: asked(path), press: `${key}${enter}` });

/**
 * Looks at the difference, and then at the question that is asked again. The first one is written anew when it is answered; the
 * letter makes the second one be written anew too, so that it is seen however the terminal joins the pieces.
 */
const look = (last: string): readonly Step[] => [choose(override, 'd'), { see: 'HTTP_PORT:-9090', press: 'n' }, { see: asked(override), press: last }];

const tail = (screen: string): string => screen.slice(-1500);

/** One file in conflict, another that is merged without a question. */
async function conflicting(): Promise<string> {
  const folder = await blueprintFolder();
  edit(folder, override, (text) => text.replace('HTTP_PORT:-8080', 'HTTP_PORT:-7070').replace('services:\n', 'services:\n  mail:\n    image: example/mail:1\n\n'));
  edit(folder, 'docs/docker-operations.md', (text) => `${text}\nmine\n`);
  otherPort(folder);
  return folder;
}

const run = (folder: string, steps: readonly Step[]): Promise<Dialogue> => dialogue([program], folder, [...answers, ...steps]);

describe('a conflict at a terminal', function () {
  this.timeout(60_000);
  before(function () {
    if (hasTerminal()) return;
    console.log('    skipped: there is no `script` of util-linux to make a terminal');
    this.skip();
  });

  const choices: readonly (readonly [string, string, RegExp, number])[] = [
    ['y', 'keeps yours', /HTTP_PORT:-7070/u, exitStatus.needsYou],
    ['n', 'takes the new one', /HTTP_PORT:-9090/u, exitStatus.done],
    ['m', 'writes both with markers', /<<<<<<< yours\n[^]*7070[^]*=======\n[^]*9090[^]*>>>>>>> proposal/u, exitStatus.needsYou],
  ];
  for (const [key, what, found, expected] of choices) {
    it(`names its file, and ${key} ${what}`, async () => {
      const folder = await conflicting();
      const { status, steps, screen } = await run(folder, [choose(override, key)]);
      assert.equal(steps, answers.length + 1, tail(screen));
      assert.equal(status, expected, tail(screen));
      assert.match(textOf(folder, override), found);
      assert.match(textOf(folder, override), /image: example\/mail:1/u);
      assert.match(textOf(folder, '.env.example'), /HTTP_PORT=9090/u, 'the other files are written');
      assert.match(textOf(folder, 'docs/docker-operations.md'), /\nmine\n$/u);
    });
  }

  it('Enter alone keeps yours', async () => {
    const folder = await conflicting();
    const { status, screen } = await run(folder, [choose(override, '')]);
    assert.equal(status, exitStatus.needsYou, tail(screen));
    assert.match(textOf(folder, override), /HTTP_PORT:-7070/u);
  });

  it('d shows the difference, and asks again', async () => {
    const folder = await conflicting();
    const { status, steps, screen } = await run(folder, look(enter));
    assert.equal(steps, answers.length + 3, tail(screen));
    assert.equal(status, exitStatus.done, tail(screen));
    assert.match(screen, /-\s+- '127\.0\.0\.1:\$\{HTTP_PORT:-7070\}:8080'\s+\+\s+- '127\.0\.0\.1:\$\{HTTP_PORT:-9090\}:8080'/u);
    assert.match(textOf(folder, override), /HTTP_PORT:-9090/u);
  });

  const ends: readonly (readonly [string, string])[] = [['x, then Enter', `x${enter}`], ['Ctrl-C', ctrlC], ['Ctrl-C after a look at the difference', '']];
  for (const [what, press] of ends) {
    it(`${what}: nothing at all is written, not even a file without a conflict`, async () => {
      const folder = await conflicting();
      const untouched = snapshot(folder);
      const last = press === '' ? look(ctrlC) : [{ see: asked(override), press }];
      const { status, steps, screen } = await run(folder, last);
      assert.equal(steps, answers.length + last.length, tail(screen));
      assert.equal(status, exitStatus.cancelled, tail(screen));
      assert.deepEqual(snapshot(folder), untouched);
      assert.equal(screen.split(en.cancelled).length, 2, tail(screen));
      assert.doesNotMatch(screen, /^\s+at |Warning/mu);
    });
  }

  it('Ctrl-C at the second of two conflicts forgets the answer to the first', async () => {
    const folder = await conflicting();
    edit(folder, image, (text) => text.replace(/^FROM node:24.*$/mu, 'FROM node:24.1.0 AS base'));
    edit(folder, '.yo-rc.json', (text) => text.replace('"version": "24"', '"version": "22"'));
    const untouched = snapshot(folder);
    const { status, steps, screen } = await run(folder, [choose(override, 'n'), { see: asked(image), press: ctrlC }]);
    assert.equal(steps, answers.length + 2, tail(screen));
    assert.equal(status, exitStatus.cancelled, tail(screen));
    assert.deepEqual(snapshot(folder), untouched);
  });

  it('worker asks what an unknown one runs, and Ctrl-C there adds nothing', async () => {
    const folder = await blueprintFolder();
    const untouched = snapshot(folder);
    const cancelled = await dialogue([program, 'worker', 'digest'], folder, [{ see: 'What does digest run?', press: ctrlC }]);
    assert.deepEqual([cancelled.status, snapshot(folder)], [exitStatus.cancelled, untouched], tail(cancelled.screen));
    const done = await dialogue([program, 'worker', 'digest'], folder, [{ see: 'What does digest run?', press: `node src/digest.js${enter}` }]);
    assert.equal(done.status, exitStatus.done, tail(done.screen));
    assert.match(textOf(folder, 'docker-compose.yml'), /digest-worker:[^]*command: \[node, src\/digest\.js\]/u);
    assert.equal((await runIn(folder, ['--yes', '--check'])).status, 0);
  });

  describe('under the real yo', () => {
    before(function () {
      const hindrance = yoHindrance();
      if (hindrance === undefined) return;
      console.log(`      skipped: ${hindrance}`);
      this.skip();
    });
    const underYo = async (last: Step) => {
      const folder = await conflicting();
      giveToYo();
      if (process.getuid?.() === 0) for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) chownSync(join(folder, path), 1000, 1000);
      const untouched = snapshot(folder);
      return { folder, untouched, ...(await dialogue([yo, 'docker-architect'], folder, [...answers, last])) };
    };

    it('n takes the new one', async () => {
      const { folder, status, screen } = await underYo(choose(override, 'n'));
      assert.equal(status, exitStatus.done, tail(screen));
      assert.match(textOf(folder, override), /HTTP_PORT:-9090/u);
    });
    it('Ctrl-C: nothing at all is written', async () => {
      const { folder, untouched, status, screen } = await underYo({ see: asked(override), press: ctrlC });
      assert.equal(status, exitStatus.cancelled, tail(screen));
      assert.deepEqual(snapshot(folder), untouched);
    });
  });
});
