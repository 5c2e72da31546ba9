import Fastify from 'fastify';
import { z } from 'zod';

const booking = z.object({ room: z.string().min(1) });
const app = Fastify({ logger: true });

app.get('/', () => 'Bookings');
app.get('/healthz', () => ({ status: 'ok' }));
app.get('/rooms/:room', (request) => ({ free: booking.parse(request.params).room }));

await app.listen({ port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? 'localhost' });
