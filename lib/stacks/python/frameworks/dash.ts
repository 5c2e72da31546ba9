import type { Framework } from './framework.js';

export const dash = {
  id: 'dash',
  packages: ['dash'],
  modules: ['dash'],
  kind: 'wsgi',
  defaultPort: 8050,
  constructors: ['Dash', 'dash.Dash'],
  refines: ['flask'],
  // dash.plotly.com/deployment: the WSGI application is the server inside
  inner: 'server',
  // reloads and listens where the program says; HOST is read by Dash itself
  development: ({ file }) => ['env', 'HOST=0.0.0.0', 'python', file],
} as const satisfies Framework;
