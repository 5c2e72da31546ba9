import { randomUUID } from 'node:crypto';
import express from 'express';
import { config } from './config.js';
import { database } from './database.js';
import { orders } from './queue.js';

const app = express();
app.set('trust proxy', 1);
app.use(express.json({ limit: '2mb' }));
app.use(express.static('public'));

app.get('/healthz', async (_request, response) => {
  await database.query('SELECT 1');
  response.json({ status: 'ok' });
});

app.post('/orders', async (request, response) => {
  const id = randomUUID();
  await database.query('INSERT INTO orders (id, item, status) VALUES ($1, $2, $3)', [id, String(request.body.item), 'received']);
  await orders.add('confirm', { id });
  response.status(202).json({ id });
});

app.get('/orders/:id', async (request, response) => {
  const { rows } = await database.query('SELECT id, item, status FROM orders WHERE id = $1', [request.params.id]);
  if (rows.length === 0) return response.status(404).json({ error: 'no such order' });
  return response.json(rows[0]);
});

const server = app.listen(config.port, () => console.log(`shop listens on ${config.port}`));

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(async () => {
      await orders.close();
      await database.end();
      process.exit(0);
    });
    server.closeIdleConnections();
  });
}
