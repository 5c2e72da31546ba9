import assert from 'node:assert/strict';
import { isSafePath, parseManifest, serialiseManifest } from '../../../lib/merge/base-store.js';

const hash = 'a'.repeat(64);
const parsed = (data: unknown) => [...parseManifest(typeof data === 'string' ? data : JSON.stringify(data))];

describe('manifest of what was written', () => {
  it('comes back as it was stored, in a stable order', () => {
    const manifest = new Map([['b/c.yml', hash], ['a', 'b'.repeat(64)]]);
    const text = serialiseManifest(manifest);
    assert.deepEqual([...parseManifest(text)], [['a', 'b'.repeat(64)], ['b/c.yml', hash]]);
    assert.equal(serialiseManifest(parseManifest(text)), text);
    assert.ok(text.endsWith('}\n'));
  });

  const nothing: readonly (readonly [string, unknown])[] = [
    ['missing', undefined], ['empty', ''], ['broken JSON', '{"files":'], ['null', 'null'], ['a number', '1'], ['a list', []], ['without files', {}], ['with files of null', { files: null }],
    ['with a text as files', { files: 'x' }], ['with conflict markers', '<<<<<<< HEAD\n{}\n'],
  ];
  for (const [what, data] of nothing) {
    it(`is empty when it is ${what}`, () => assert.deepEqual(data === undefined ? [...parseManifest(undefined)] : parsed(data), []));
  }

  const bad: readonly (readonly [string, string, unknown])[] = [
    ['an absolute path', '/etc/passwd', hash], ['a path out of the project', '../x', hash], ['a path out of the project inside', 'a/../../x', hash], ['a drive', 'C:x', hash],
    ['a backslash', 'a\\b', hash], ['a line break', 'a\nb', hash], ['an empty path', '', hash], ['a dot', '.', hash], ['an empty part', 'a//b', hash], ['a trailing slash', 'a/', hash],
    ['a short hash', 'a', 'abc'], ['a hash that is a path', 'a', '../../../etc/passwd'], ['an upper-case hash', 'a', 'A'.repeat(64)], ['a number as hash', 'a', 1], ['an object as hash', 'a', {}],
    ['a hash with a line end', 'a', `${hash}\n`],
  ];
  for (const [what, path, value] of bad) {
    it(`leaves out ${what} and keeps the rest`, () => assert.deepEqual(parsed({ files: { [path]: value, good: hash } }), [['good', hash]]));
  }

  it('takes no prototype for a file', () => assert.deepEqual(parsed('{"files":{"__proto__":{"x":"y"},"good":"' + hash + '"}}'), [['good', hash]]));
});

describe('paths of the project', () => {
  for (const path of ['a', 'a/b.c', '.env', '.github/workflows/docker.yml', 'a b', 'café']) it(`may be ${path}`, () => assert.ok(isSafePath(path)));
  for (const path of ['', '.', '..', '/a', 'a/..', './a', 'a//b', 'a/', 'a\\b', 'c:d', 'a\u0000b']) it(`may not be ${JSON.stringify(path)}`, () => assert.ok(!isSafePath(path)));
});
