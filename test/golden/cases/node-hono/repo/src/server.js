import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
const port = Number(process.env.PORT ?? 3000);
app.get('/healthz', (context) => context.json({ status: 'ok' }));
serve({ fetch: app.fetch, port });
