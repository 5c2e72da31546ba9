import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const file = process.env.DATABASE_PATH ?? 'data/photos.db';
mkdirSync(dirname(file), { recursive: true });
new DatabaseSync(file).exec('CREATE TABLE IF NOT EXISTS photos (name TEXT PRIMARY KEY)');
