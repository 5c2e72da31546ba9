import Fastify from 'fastify';
import { pool } from './database.js';

const app = Fastify({ logger: true });

app.get('/health', async () => ({ status: 'ok' }));

app.get('/orders', async () => (await pool.query('SELECT id FROM orders')).rows);

await app.listen({ port: Number(process.env.PORT ?? 8000), host: '0.0.0.0' });
