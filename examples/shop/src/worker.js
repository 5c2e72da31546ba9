import { Worker } from 'bullmq';
import { database } from './database.js';
import { connect, queueName } from './queue.js';

const worker = new Worker(
  queueName,
  async (job) => {
    await database.query('UPDATE orders SET status = $2 WHERE id = $1', [job.data.id, 'confirmed']);
  },
  { connection: connect() },
);
worker.on('completed', (job) => console.log(`order ${job.data.id} confirmed`));
worker.on('error', (error) => console.error('worker', error.message));

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await worker.close();
    await database.end();
    process.exit(0);
  });
}
