import assert from 'node:assert/strict';
import { mergeText } from '../../../lib/merge/three-way.js';

describe('three-way merge', () => {
  const base = 'one\ntwo\nthree\nfour\nfive\n';
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['takes the proposal where the user changed nothing', base, base.replace('two', 'TWO'), base.replace('two', 'TWO')],
    ['keeps the user where we changed nothing', base.replace('two', 'mine'), base, base.replace('two', 'mine')],
    ['takes both changes', base.replace('one', 'mine'), base.replace('five', 'ours'), base.replace('one', 'mine').replace('five', 'ours')],
    ['takes a change that both made once', base.replace('two', 'same'), base.replace('two', 'same'), base.replace('two', 'same')],
    ['keeps lines that the user added', `${base}six\n`, base.replace('one', 'ONE'), `${base.replace('one', 'ONE')}six\n`],
    ['keeps lines away that the user removed', base.replace('four\n', ''), base.replace('one', 'ONE'), base.replace('one', 'ONE').replace('four\n', '')],
    ['keeps a missing last line end', base.slice(0, -1), base, base.slice(0, -1)],
  ];
  for (const [what, yours, proposal, expected] of cases) it(what, () => assert.deepEqual(mergeText(yours, base, proposal), { text: expected, conflict: false }));

  it('marks what both changed, and merges the rest', () => {
    const { text, conflict } = mergeText(base.replace('two', 'mine').replace('five', 'FIVE'), base, base.replace('two', 'ours'));
    assert.equal(conflict, true);
    assert.match(text, /^one\n<<<<<<< yours\nmine\n/u);
    assert.match(text, /ours\n>>>>>>> proposal\nthree\nfour\nFIVE\n$/u);
  });
});
