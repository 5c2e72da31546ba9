import { Queue, QueueEvents } from 'bullmq';
import express from 'express';
import { connection, queueName } from '@studio/invoices';

const port = Number(process.env.PORT ?? 3001);
const queue = new Queue(queueName, { connection });
const events = new QueueEvents(queueName, { connection });
const app = express();

app.get('/', async (request, response) => {
  const job = await queue.add('write', { hours: 3 });
  response.send({ invoice: await job.waitUntilFinished(events, 20_000) });
});
app.get('/healthz', (request, response) => {
  response.send('ok');
});

app.listen(port, () => console.log(`orders listens on ${port}`));
