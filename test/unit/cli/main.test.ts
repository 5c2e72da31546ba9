import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, flags } from '../../../lib/cli/flags.js';
import { main } from '../../../lib/cli/main.js';
import { packageFolder } from '../../support/folders.js';

async function called(...argv: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const texts = { out: '', err: '' };
  const { stdout, stderr } = process;
  const [out, err] = [stdout.write, stderr.write];
  stdout.write = ((text: string) => { texts.out += text; return true; }) as typeof out;
  stderr.write = ((text: string) => { texts.err += text; return true; }) as typeof err;
  try {
    return { status: await main(argv), ...texts };
  } finally {
    stdout.write = out;
    stderr.write = err;
    stdout.removeAllListeners('error');
  }
}

describe('the command line', () => {
  it('helps: every command and every flag', async () => {
    const { status, out } = await called('--help');
    assert.equal(status, 0);
    for (const name of Object.keys(commands)) if (name !== 'app') assert.match(out, new RegExp(`^ {2}${name} `, 'mu'));
    for (const name of Object.keys(flags)) assert.ok(out.includes(`--${name}`), name);
  });
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(await called('--version'), { status: 0, out: `${version}\n`, err: '' });
  });

  const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
    [['nonsense'], /^docker-architect: nonsense: unknown command\. Commands are discover, application, /u],
    [['__proto__'], /^docker-architect: __proto__: unknown command/u],
    [['compose', 'extra'], /^docker-architect: extra: unexpected word\. See --help\n$/u],
    [['--nonsense'], /^docker-architect: Unknown option '--nonsense'/u],
    [['--yes=please'], /^docker-architect: .*--yes/u],
    [['--from'], /^docker-architect: .*--from/u],
  ];
  for (const [argv, message] of mistakes) {
    it(`answers ${argv.join(' ')} with one line and status 2`, async () => {
      const { status, err, out } = await called(...argv);
      assert.deepEqual([status, out, err.split('\n').length], [2, '', 2]);
      assert.match(err, message);
    });
  }
});
