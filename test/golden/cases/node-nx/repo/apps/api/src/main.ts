import express from 'express';
import { greeting } from '@museum/greeting';

const host = process.env.HOST ?? 'localhost';
const port = Number(process.env.PORT ?? 3333);
const app = express();

app.get('/', (request, response) => {
  response.send({ message: greeting('api') });
});
app.get('/healthz', (request, response) => {
  response.send('ok');
});

app.listen(port, host, () => console.log(`[ ready ] http://${host}:${port}`));
