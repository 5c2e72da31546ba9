import type { Framework } from './framework.js';

export const flask = {
  id: 'flask',
  packages: ['flask'],
  modules: ['flask'],
  kind: 'wsgi',
  defaultPort: 5000,
  constructors: ['Flask', 'APIFlask'],
  refines: [],
  // pallets/flask: the command line reloads and shows errors with --debug
  development: ({ file, variable, factory }, port) => ['flask', '--app', `${file}:${variable}${factory ? '()' : ''}`, 'run', '--debug', '--host', '0.0.0.0', '--port', String(port)],
} as const satisfies Framework;
