import assert from 'node:assert/strict';
import { decideFile } from '../../../lib/merge/decide.js';
import type { Action } from '../../../lib/merge/decide.js';

interface Row {
  readonly what: string;
  readonly ownership?: 'whole' | 'entries';
  readonly current: string | undefined;
  readonly base: string | undefined;
  readonly proposal: string;
  readonly action: Action;
  readonly content?: string;
}

const old = 'a\nb\nc\nd\ne\n';
const theirs = 'A\nb\nc\nd\ne\n';
const ours = 'a\nb\nc\nd\nE\n';

const rows: readonly Row[] = [
  { what: 'a new file', current: undefined, base: undefined, proposal: 'x\n', action: 'create', content: 'x\n' },
  { what: 'a file that the user deleted', current: undefined, base: 'x\n', proposal: 'x\n', action: 'deleted' },
  { what: 'a deleted file with a new proposal', current: undefined, base: 'x\n', proposal: 'y\n', action: 'deleted' },
  { what: 'a file that is as we would write it', current: 'x\n', base: 'x\n', proposal: 'x\n', action: 'same', content: 'x\n' },
  { what: 'a file that is as we would write it, whose base is lost', current: 'x\n', base: undefined, proposal: 'x\n', action: 'same', content: 'x\n' },
  { what: 'a file that both changed alike', current: 'y\n', base: 'x\n', proposal: 'y\n', action: 'same', content: 'y\n' },
  { what: 'a file that only the user changed', current: theirs, base: old, proposal: old, action: 'same', content: theirs },
  { what: 'a file that only we changed', current: old, base: old, proposal: ours, action: 'update', content: ours },
  { what: 'a file that both changed in different places', current: theirs, base: old, proposal: ours, action: 'merge', content: 'A\nb\nc\nd\nE\n' },
  { what: 'a file that both changed in the same place', current: 'A\n', base: 'a\n', proposal: 'B\n', action: 'conflict' },
  { what: 'a file of the user where we never wrote', current: 'mine\n', base: undefined, proposal: 'ours\n', action: 'conflict' },
  { what: 'an empty file of the user where we never wrote', current: '', base: undefined, proposal: 'ours\n', action: 'conflict' },
  { what: 'an empty file that we wrote', current: '', base: '', proposal: 'x\n', action: 'update', content: 'x\n' },
  { what: 'entries of a new file', ownership: 'entries', current: undefined, base: undefined, proposal: 'a\n', action: 'create', content: 'a\n' },
  { what: 'entries that are there', ownership: 'entries', current: 'b\na\n', base: undefined, proposal: 'a\n', action: 'same', content: 'b\na\n' },
  { what: 'entries that are missing', ownership: 'entries', current: 'b\n', base: undefined, proposal: 'a\n', action: 'merge', content: 'b\n\na\n' },
  { what: 'entries that the user deleted', ownership: 'entries', current: 'b\n', base: 'a\n', proposal: 'a\n', action: 'same', content: 'b\n' },
  { what: 'a list of entries that the user deleted', ownership: 'entries', current: undefined, base: 'a\n', proposal: 'a\n', action: 'deleted' },
];

describe('what happens to a file', () => {
  for (const { what, ownership = 'whole', current, base, proposal, action, content } of rows) {
    it(`${what}: ${action}`, () => {
      const decision = decideFile({ path: 'f', content: proposal, ownership }, current, base);
      assert.equal(decision.action, action);
      assert.equal(decision.proposal, proposal);
      if (content !== undefined) assert.equal(decision.content, content);
    });
  }

  it('covers every action', () => assert.deepEqual(new Set(rows.map(({ action }) => action)), new Set(['create', 'same', 'update', 'merge', 'conflict', 'deleted'])));

  for (const { what, current, base, proposal, action, content, ownership = 'whole' } of rows) {
    if (current === undefined || !current.includes('\n')) continue;
    it(`${what}, with Windows line ends: ${action}, and they are kept`, () => {
      const decision = decideFile({ path: 'f', content: proposal, ownership }, current.replaceAll('\n', '\r\n'), base);
      assert.equal(decision.action, action);
      assert.doesNotMatch(decision.content, /(?<!\r)\n/u);
      if (content !== undefined) assert.equal(decision.content, content.replaceAll('\n', '\r\n'));
      assert.doesNotMatch(decision.proposal, /\r/u);
    });
  }

  it('shows both sides of a conflict', () => {
    const { content } = decideFile({ path: 'f', content: 'B\n', ownership: 'whole' }, 'A\n', 'a\n');
    assert.match(content, /<<<<<<< yours\nA\n[^]*=======\nB\n>>>>>>> proposal\n/u);
  });

  it('says which files are programs', () => {
    assert.equal(decideFile({ path: 'f', content: '', ownership: 'whole', executable: true }, undefined, undefined).executable, true);
    assert.equal(decideFile({ path: 'f', content: '', ownership: 'whole' }, undefined, undefined).executable, false);
  });
});
