import Fastify from 'fastify';
import { tide } from '@harbour/tides';

const app = Fastify({ logger: true });

app.get('/', () => ({ harbour: tide() }));
app.get('/healthz', () => ({ status: 'ok' }));

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '0.0.0.0' });
