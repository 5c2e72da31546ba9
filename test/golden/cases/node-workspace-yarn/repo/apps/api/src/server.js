import { serve } from '@hono/node-server';
import { greeting } from '@shop/shared';
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (context) => context.json({ app: 'api', message: greeting('api') }));
app.get('/healthz', (context) => context.json({ status: 'ok' }));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
