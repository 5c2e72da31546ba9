import { Hono } from 'hono';

const app = new Hono();
app.get('/', (c) => c.json({ service: 'links' }));
app.get('/healthz', (c) => c.text('ok'));

Deno.serve({ port: Number(Deno.env.get('PORT') ?? '8000') }, app.fetch);
