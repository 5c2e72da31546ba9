import type { Framework } from './framework.js';

export const quart = {
  id: 'quart',
  packages: ['quart'],
  modules: ['quart'],
  kind: 'asgi',
  defaultPort: 5000,
  constructors: ['Quart'],
  refines: ['flask'],
} as const satisfies Framework;
