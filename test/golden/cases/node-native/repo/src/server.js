import bcrypt from 'bcrypt';
import express from 'express';
import gm from 'gm';

const app = express();
const password = await bcrypt.hash('open', 4);

app.get('/healthz', (request, response) => response.send('ok'));

app.get('/', async (request, response) => {
  const opened = await bcrypt.compare('open', password);
  response.send(`gallery: ${opened ? 'open' : 'closed'}`);
});

app.get('/thumbnail', (request, response) => {
  gm(40, 40, '#336699').toBuffer('PNG', (error, image) => {
    if (error) response.status(500).send(error.message);
    else response.type('text').send(`PNG of ${image.length > 0 ? 'some' : 'no'} bytes`);
  });
});

app.listen(process.env.PORT ?? 3000);
