import type { Framework } from './framework.js';

export const wordpress = {
  id: 'wordpress',
  packages: ['roots/wordpress', 'roots/wordpress-no-content', 'roots/bedrock-autoloader', 'johnpbloch/wordpress', 'johnpbloch/wordpress-core'],
  refines: [],
  documentRoot: 'web',
  defaultPort: 8080,
  writable: [],
  environment: { development: { WP_ENV: 'development' }, test: { WP_ENV: 'development' }, production: { WP_ENV: 'production' } },
  installsIntoSource: true,
  extensions: ['exif', 'gd', 'intl', 'mysqli', 'zip'],
} as const satisfies Framework;
