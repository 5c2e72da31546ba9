import Hapi from '@hapi/hapi';

const port = Number(process.env.PORT ?? 3000);
const server = Hapi.server({ port, host: '0.0.0.0' });
server.route({ method: 'GET', path: '/orders', handler: () => ({ status: 'ok' }) });
await server.start();
