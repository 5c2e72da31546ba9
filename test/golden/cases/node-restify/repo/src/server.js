import restify from 'restify';

const port = Number(process.env.PORT ?? 3000);
const server = restify.createServer();
server.get('/healthz', (_request, response, next) => {
  response.send({ status: 'ok' });
  next();
});
server.listen(port);
