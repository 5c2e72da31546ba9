import { Hono } from 'hono';
import { createClient } from 'redis';

const app = new Hono();
const redis = createClient({ url: process.env.REDIS_URL });
await redis.connect();

app.get('/healthz', (c) => c.text('ok'));
app.get('/:key', async (c) => c.redirect((await redis.get(c.req.param('key'))) ?? '/'));

export default { port: 3500, fetch: app.fetch };
