import { database } from './database.js';

await database.query(
  'CREATE TABLE IF NOT EXISTS orders (id text PRIMARY KEY, item text NOT NULL, status text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())',
);
await database.end();
