import pg from 'pg';
import { config } from './config.js';

export const database = new pg.Pool({ connectionString: config.databaseUrl, max: 5 });
database.on('error', (error) => console.error('database', error.message));
