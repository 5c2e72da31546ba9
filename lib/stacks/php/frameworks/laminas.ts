import type { Framework } from './framework.js';

export const laminas = {
  id: 'laminas',
  packages: ['laminas/laminas-mvc', 'zendframework/zend-mvc'],
  refines: [],
  documentRoot: 'public',
  defaultPort: 8080,
  writable: ['data/cache'],
  environment: {},
} as const satisfies Framework;
