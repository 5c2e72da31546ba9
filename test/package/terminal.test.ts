import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { exitStatus } from '../../lib/diagnostics.js';
import { en } from '../../lib/messages/en.js';
import { example, giveToYo, installation, project, run, tree, yo, yoHindrance } from './installation.js';
import { ctrlC, dialogue, enter, hasTerminal } from './terminal.js';
import type { Dialogue } from './terminal.js';

const { description, name, pattern, services, proxy, environments, port, memory, security } = en.questions;
/** In the order in which they are asked. A line of 120 columns may end before a long one does. */
const questions = [description, name, pattern, services, proxy, environments, port, memory, security];

const tail = (screen: string): string => screen.slice(-500);

/** Enter at the first questions, then Ctrl-C. */
const cancelAt = (argv: readonly string[], folder: string, index: number): Promise<Dialogue> =>
  dialogue(argv, folder, questions.slice(0, index + 1).map((see, position) => ({ see, press: position === index ? ctrlC : enter })));

describe('in a terminal', function () {
  this.timeout(60_000);
  let expected: Readonly<Record<string, string>>;
  before(async function () {
    if (!hasTerminal()) {
      console.log('    skipped: there is no `script` of util-linux to make a terminal');
      this.skip();
    }
    const folder = project();
    await run([installation().bin, '--yes'], folder);
    expected = tree(folder);
  });

  it('Enter through every question is --yes', async () => {
    const folder = project();
    const { status, steps, screen } = await dialogue([installation().bin], folder, questions.map((see) => ({ see, press: enter })));
    assert.equal(steps, questions.length, tail(screen));
    assert.equal(status, exitStatus.done, tail(screen));
    assert.deepEqual(tree(folder), expected);
  });

  it('an answer that cannot be used is asked again', async () => {
    const folder = project();
    const { status, screen } = await dialogue([installation().bin], folder, [
      { see: description, press: enter },
      { see: name, press: `${'\b'.repeat(4)}My Shop${enter}` },
      { see: 'my-shop', press: `${'\b'.repeat(7)}my-shop${enter}` },
      ...[pattern, services, proxy, environments].map((see) => ({ see, press: enter })),
      { see: port, press: `${'\b'.repeat(4)}99999${enter}` },
      { see: en.questions.port_invalid, press: `${'\b'.repeat(5)}9090${enter}` },
      ...[memory, security].map((see) => ({ see, press: enter })),
    ]);
    assert.equal(status, exitStatus.done, tail(screen));
    const compose = tree(folder)['docker-compose.yml']!;
    assert.match(compose, /^name: my-shop$/mu);
    assert.match(tree(folder)['docker-compose.override.yml']!, /HTTP_PORT:-9090/u);
  });

  for (const [index, question] of questions.entries()) {
    it(`Ctrl-C at "${question}" writes nothing`, async () => {
      const folder = project();
      const { status, steps, screen } = await cancelAt([installation().bin], folder, index);
      assert.equal(steps, index + 1, tail(screen));
      assert.equal(status, exitStatus.cancelled, tail(screen));
      assert.deepEqual(tree(folder), tree(example));
      assert.equal(screen.split(en.cancelled).length, 2, tail(screen));
      assert.doesNotMatch(screen, /^\s+at |Warning/mu);
    });
  }

  describe('under the real yo', () => {
    before(function () {
      const hindrance = yoHindrance();
      if (hindrance === undefined) return;
      console.log(`      skipped: ${hindrance}`);
      this.skip();
    });

    it('Enter through every question is --yes', async () => {
      const folder = project();
      giveToYo();
      const { status, steps, screen } = await dialogue([yo, 'docker-architect'], folder, questions.map((see) => ({ see, press: enter })));
      assert.equal(steps, questions.length, tail(screen));
      assert.equal(status, exitStatus.done, tail(screen));
      assert.deepEqual(tree(folder), expected);
    });

    for (const index of [0, questions.length - 1]) {
      it(`Ctrl-C at "${questions[index]}" writes nothing`, async () => {
        const folder = project();
        giveToYo();
        const { status, steps, screen } = await cancelAt([yo, 'docker-architect'], folder, index);
        assert.equal(steps, index + 1, tail(screen));
        assert.equal(status, exitStatus.cancelled, tail(screen));
        assert.deepEqual(tree(folder), tree(example));
        assert.doesNotMatch(screen, /^\s+at |Warning/mu);
      });
    }
  });
});
