import assert from 'node:assert/strict';
import { UserError } from '../../../lib/diagnostics.js';
import type { Decision } from '../../../lib/merge/decide.js';
import { resolveConflicts } from '../../../lib/yeoman/conflicts.js';
import type { ConflictPolicy } from '../../../lib/yeoman/options.js';

const decision = (path: string, action: Decision['action']): Decision => ({ path, action, content: 'both\n', proposal: 'ours\n', details: [], executable: false });
const decisions = [decision('a', 'conflict'), decision('b', 'merge'), decision('c', 'conflict'), decision('d', 'same')];

async function resolved(policy: ConflictPolicy, interactive: boolean, ...answers: readonly string[]) {
  const said: string[] = [];
  const asked: string[] = [];
  const rest = [...answers];
  const sides = await resolveConflicts(decisions, () => 'yours\n', {
    policy,
    interactive,
    choose: async (message) => {
      asked.push(message);
      const next = rest.shift();
      if (next === undefined) throw new Error('asked once too often');
      return next;
    },
    say: (text) => said.push(text),
  });
  return { sides: Object.fromEntries(sides), asked, said };
}

describe('conflicts', () => {
  for (const policy of ['yours', 'new', 'markers'] as const) {
    it(`end as the policy says, without a question: ${policy}`, async () => assert.deepEqual((await resolved(policy, true)).sides, { a: policy, c: policy }));
  }
  it('keep the side of the user where nobody can be asked', async () => assert.deepEqual((await resolved('ask', false)).sides, { a: 'yours', c: 'yours' }));
  it('are asked one by one', async () => {
    const { sides, asked } = await resolved('ask', true, 'new', 'markers');
    assert.deepEqual([sides, asked.length], [{ a: 'new', c: 'markers' }, 2]);
    assert.match(asked[0]!, /^a was changed/u);
  });
  it('show what differs, then are asked again', async () => {
    const { sides, said } = await resolved('ask', true, 'diff', 'yours', 'new');
    assert.deepEqual(sides, { a: 'yours', c: 'new' });
    assert.match(said.join('\n'), /^-yours$[^]*^\+ours$/mu);
  });
  it('end the run where the user aborts', async () => {
    await assert.rejects(resolved('ask', true, 'new', 'abort'), (error: unknown) => error instanceof UserError && error.code === 130);
  });
});
