import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const file = process.env.DATABASE_PATH ?? './var/guestbook.db';
mkdirSync(dirname(file), { recursive: true });
mkdirSync('./uploads', { recursive: true });

const database = new DatabaseSync(file);
database.exec('CREATE TABLE IF NOT EXISTS visits (at TEXT)');

function visit() {
  database.exec("INSERT INTO visits VALUES (datetime('now'))");
  writeFileSync(`./uploads/${Date.now()}.txt`, 'here');
  return 'thank you';
}

function report() {
  const { number } = database.prepare('SELECT count(*) AS number FROM visits').get();
  return `${number} visits, ${readdirSync('./uploads').length} notes`;
}

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/plain');
  if (request.url === '/healthz') return response.end('ok');
  if (request.url === '/visit') return response.end(visit());
  return response.end(report());
});

server.listen(process.env.PORT ?? 3000);
