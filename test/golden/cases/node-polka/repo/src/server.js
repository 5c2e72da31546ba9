import polka from 'polka';

const port = Number(process.env.PORT ?? 3000);
const app = polka();
app.get('/healthz', (_request, response) => response.end('ok'));
app.listen(port);
