import type { Framework } from './framework.js';

export const rails = {
  id: 'rails',
  packages: ['rails', 'railties'],
  refines: [],
  defaultPort: 3000,
  writable: ['tmp', 'log'],
  environment: {
    common: {},
    development: { RAILS_ENV: 'development' },
    test: { RAILS_ENV: 'test' },
    // older releases write a log file and leave static files to a web server, unless these are set
    production: { RAILS_ENV: 'production', RAILS_LOG_TO_STDOUT: '1', RAILS_SERVE_STATIC_FILES: '1' },
  },
} as const satisfies Framework;
