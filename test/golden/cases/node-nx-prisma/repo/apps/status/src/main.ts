import express from 'express';

const app = express();

app.get('/healthz', (request, response) => {
  response.send('open');
});

app.listen(Number(process.env.PORT ?? 3100));
