import type { Framework } from './framework.js';

export const drupal = {
  id: 'drupal',
  packages: ['drupal/core-recommended', 'drupal/core', 'drupal/core-composer-scaffold'],
  refines: [],
  documentRoot: 'web',
  defaultPort: 8080,
  writable: [],
  environment: {},
  installsIntoSource: true,
  extensions: ['gd', 'pdo_mysql', 'pdo_pgsql', 'zip'],
} as const satisfies Framework;
