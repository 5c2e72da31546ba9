import type { Framework } from './framework.js';

export const symfony = {
  id: 'symfony',
  packages: ['symfony/framework-bundle', 'symfony/symfony'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8000,
  migration: { command: ['php', 'bin/console', 'doctrine:migrations:migrate', '--no-interaction', '--allow-no-migration'], package: 'doctrine/doctrine-migrations-bundle' },
  // the compiled container is made in the build and stays as it is; pools and sessions are written beside it
  writable: ['var/cache/prod/pools', 'var/log', 'var/sessions', 'var/share'],
  environment: {
    development: { APP_ENV: 'dev', APP_DEBUG: '1' },
    test: { APP_ENV: 'test' },
    production: { APP_ENV: 'prod', APP_DEBUG: '0' },
  },
} as const satisfies Framework;
