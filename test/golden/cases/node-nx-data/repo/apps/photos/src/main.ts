import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';

const port = Number(process.env.PORT ?? 3002);
const database = new DatabaseSync(process.env.DATABASE_PATH ?? 'data/photos.db');
const app = express();

mkdirSync('uploads', { recursive: true });
app.get('/', (request, response) => {
  writeFileSync('uploads/portrait.txt', 'a face');
  database.prepare('INSERT OR IGNORE INTO photos VALUES (?)').run('portrait.txt');
  response.send({ kept: readdirSync('uploads'), known: database.prepare('SELECT name FROM photos').all() });
});
app.get('/healthz', (request, response) => {
  response.send('ok');
});

app.listen(port, () => console.log(`photos listens on ${port}`));
