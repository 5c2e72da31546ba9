import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { orders } from '../src/queue.js';

after(() => orders.close());

test('an order is queued', async () => {
  const job = await orders.add('confirm', { id: 'test' });
  assert.equal((await orders.getJob(job.id)).data.id, 'test');
  await job.remove();
});
