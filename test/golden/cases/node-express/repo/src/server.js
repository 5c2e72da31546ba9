import express from 'express';

const app = express();
const port = Number(process.env.PORT ?? 3000);
app.get('/healthz', (_request, response) => response.json({ status: 'ok' }));
app.listen(port);
