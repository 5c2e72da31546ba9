import type { Framework } from './framework.js';

export const sanic = {
  id: 'sanic',
  packages: ['sanic'],
  modules: ['sanic'],
  kind: 'program',
  defaultPort: 8000,
  constructors: ['Sanic'],
  refines: [],
  start: ({ module, variable, factory }, port) => ['sanic', `${module}:${variable}`, ...(factory ? ['--factory'] : []), '--host=0.0.0.0', `--port=${port}`],
  development: ({ module, variable, factory }, port) => ['sanic', `${module}:${variable}`, ...(factory ? ['--factory'] : []), '--host=0.0.0.0', `--port=${port}`, '--dev'],
} as const satisfies Framework;
