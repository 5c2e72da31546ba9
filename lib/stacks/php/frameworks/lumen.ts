import type { Framework } from './framework.js';

export const lumen = {
  id: 'lumen',
  packages: ['laravel/lumen-framework'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8000,
  migration: { command: ['php', 'artisan', 'migrate', '--force'] },
  writable: ['storage/framework/cache', 'storage/framework/views', 'storage/logs'],
  environment: {
    common: { LOG_CHANNEL: 'stderr' },
    development: { APP_ENV: 'local', APP_DEBUG: 'true' },
    test: { APP_ENV: 'testing' },
    production: { APP_ENV: 'production', APP_DEBUG: 'false' },
  },
} as const satisfies Framework;
