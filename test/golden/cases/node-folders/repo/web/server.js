import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<h1>hello web</h1>`);
});

server.listen(Number(process.env.PORT ?? 4000));
