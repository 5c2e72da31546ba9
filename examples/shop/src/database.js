import pg from 'pg';
import { config } from './config.js';

export const database = new pg.Pool({ connectionString: config.databaseUrl, max: 5 });
database.on('error', (error) => console.error('database', error.message));

export async function prepare() {
  await database.query(
    'CREATE TABLE IF NOT EXISTS orders (id text PRIMARY KEY, item text NOT NULL, status text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())',
  );
}
