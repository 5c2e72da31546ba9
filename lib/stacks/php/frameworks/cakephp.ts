import type { Framework } from './framework.js';

export const cakephp = {
  id: 'cakephp',
  packages: ['cakephp/cakephp'],
  refines: [],
  documentRoot: 'webroot',
  defaultPort: 8765,
  migration: { command: ['php', 'bin/cake.php', 'migrations', 'migrate'], package: 'cakephp/migrations' },
  writable: ['tmp', 'logs'],
  environment: { development: { DEBUG: 'true' }, production: { DEBUG: 'false' } },
  extensions: ['intl'],
} as const satisfies Framework;
