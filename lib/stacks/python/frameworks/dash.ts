import type { Framework } from './framework.js';

export const dash = {
  id: 'dash',
  packages: ['dash'],
  modules: ['dash'],
  kind: 'wsgi',
  defaultPort: 8050,
  constructors: ['Dash', 'dash.Dash'],
  refines: ['flask'],
  // reloads and listens where the program says; HOST is read by Dash itself
  development: ({ file }) => ['env', 'HOST=0.0.0.0', 'python', file],
} as const satisfies Framework;
