import express from 'express';
import { database } from '@clinic/database';

const app = express();

app.get('/healthz', (request, response) => {
  response.send('ok');
});
app.get('/patients', async (request, response) => {
  response.send(await database.patient.findMany());
});

app.listen(Number(process.env.PORT ?? 3000));
