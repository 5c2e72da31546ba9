import { Hono } from 'hono';
import ms from 'ms';

const app = new Hono();

app.get('/healthz', (c) => c.text('ok'));
app.get('/', (c) => c.text(`parcels: delivered within ${ms('2 days')} ms`));

Bun.serve({ port: Number(process.env.PORT ?? 3400), fetch: app.fetch });
