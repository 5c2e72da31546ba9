import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { composeLiteral, dockerfileValue, execForm, shellWord } from '../../../lib/text/quote.js';
import { hostile } from '../../support/hostile.js';

describe('a shell word', () => {
  it('arrives as it is, whatever it holds', () => {
    const words = [...hostile, '', 'plain', '-n', '%s', '~', '*', 'a b', '\\', '\n', '\t', "'", "'''", '!', '{a,b}', '>', '&', ';', 'x=1'];
    const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
    assert.deepEqual(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1), words);
  });

  it('stays bare where nothing needs quotes', () => {
    for (const word of ['node', 'src/server.js', '--watch', 'a=b', '@scope/x', '1.2', 'a:b,c+d%']) assert.equal(shellWord(word), word);
  });
});

describe('exec form', () => {
  it('is the JSON list that Dockerfile instructions take', () => {
    for (const word of hostile) assert.deepEqual(JSON.parse(execForm(['node', word])), ['node', word]);
    assert.equal(execForm(['node', 'a b']), '["node", "a b"]');
  });
});

/** What Compose makes of a text: `$$` is a dollar sign, `$NAME` and `${...}` are looked up. */
function interpolated(text: string): string {
  return text.replace(/\$(?:\$|\{[^}]*\}|[A-Za-z_]\w*)/gu, (match) => (match === '$$' ? '$' : '<expanded>'));
}

describe('a literal in a compose file', () => {
  it('comes out of the interpolation as it was', () => {
    for (const text of hostile) assert.equal(interpolated(composeLiteral(text)), text);
  });

  it('would be expanded without it', () => assert.notEqual(interpolated('$HOME'), '$HOME'));
});

/** What a Dockerfile's parser makes of a double-quoted value. */
function unquoted(value: string): string {
  assert.match(value, /^".*"$/su);
  const inner = value.slice(1, -1);
  assert.doesNotMatch(inner.replace(/\\./gsu, ''), /["$]/u, 'an unescaped quote or dollar sign');
  return inner.replace(/\\([\\"$])/gu, '$1');
}

describe('a value in a Dockerfile', () => {
  it('comes back as it was, with nothing expanded', () => {
    for (const text of hostile.filter((each) => !each.includes('\n'))) assert.equal(unquoted(dockerfileValue(text)), text);
  });

  it('would be expanded or ended without escapes', () => {
    assert.throws(() => unquoted('"$HOME"'), /unescaped/u);
    assert.throws(() => unquoted('"a"b"'), /unescaped/u);
  });
});
