import type { Framework } from './framework.js';

export const codeigniter = {
  id: 'codeigniter',
  packages: ['codeigniter4/framework', 'codeigniter4/codeigniter4', 'codeigniter/framework'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8080,
  migration: { command: ['php', 'spark', 'migrate', '--all'], package: 'codeigniter4/framework' },
  writable: ['writable/cache', 'writable/logs', 'writable/session', 'writable/debugbar'],
  environment: {
    development: { CI_ENVIRONMENT: 'development' },
    test: { CI_ENVIRONMENT: 'testing' },
    production: { CI_ENVIRONMENT: 'production' },
  },
  extensions: ['intl'],
} as const satisfies Framework;
