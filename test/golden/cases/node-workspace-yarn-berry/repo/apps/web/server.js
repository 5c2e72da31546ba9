import { createServer } from 'node:http';
import { greeting } from '@shop/shared';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<h1>${greeting('web')}</h1>`);
});

server.listen(Number(process.env.PORT ?? 4000));
