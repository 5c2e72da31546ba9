import assert from 'node:assert/strict';
import { printable, UserError } from '../../lib/diagnostics.js';

describe('messages', () => {
  it('say what happened and what to do, one line for each problem', () => {
    const error = new UserError([{ code: 'a', severity: 'error', message: 'a.json:1:2: broken', help: 'Mend it' }, { code: 'b', severity: 'error', message: 'b' }]);
    assert.equal(error.message, 'a.json:1:2: broken. Mend it\nb');
    assert.equal(error.code, 2);
  });
  it('show control characters instead of obeying them', () => {
    assert.equal(printable('a\u001b[2Jb\nc\u202ed'), 'a\\u001b[2Jb\\u000ac\u202ed');
    assert.doesNotMatch(new UserError({ code: 'a', severity: 'error', message: 'x\u001b]0;y\u0007\nforged line' }).message, /[\u0000-\u001f]/u);
  });
});
