import type { Framework } from './framework.js';

export const laravel = {
  id: 'laravel',
  packages: ['laravel/framework'],
  refines: [],
  documentRoot: 'public',
  // without --no-reload its server hands only a few variables on, and one process answers everything
  serve: ['php', 'artisan', 'serve', '--no-reload'],
  defaultPort: 8000,
  migration: { command: ['php', 'artisan', 'migrate', '--force'] },
  writable: ['bootstrap/cache', 'storage/framework/cache', 'storage/framework/sessions', 'storage/framework/views', 'storage/logs'],
  environment: {
    common: { LOG_CHANNEL: 'stderr' },
    development: { APP_ENV: 'local', APP_DEBUG: 'true', PHP_CLI_SERVER_WORKERS: '4' },
    test: { APP_ENV: 'testing' },
    production: { APP_ENV: 'production', APP_DEBUG: 'false' },
  },
} as const satisfies Framework;
