import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { orders } from '../src/queue.js';

// the queue leaves a connection that it was given to its giver
after(async () => {
  const client = await orders.client;
  await orders.close();
  client.disconnect();
});

test('an order is queued', async () => {
  const job = await orders.add('confirm', { id: 'test' });
  assert.equal((await orders.getJob(job.id)).data.id, 'test');
  await job.remove();
});
