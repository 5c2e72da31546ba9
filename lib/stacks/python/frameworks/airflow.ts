import type { Framework } from './framework.js';

export const airflow = {
  id: 'airflow',
  packages: ['apache-airflow'],
  modules: ['airflow'],
  kind: 'program',
  defaultPort: 8080,
  constructors: [],
  pipelines: true,
  refines: ['flask', 'fastapi', 'starlette'],
  workers: [{ name: 'scheduler', command: ['airflow', 'scheduler'] }],
  start: () => ['airflow', 'api-server'],
  development: () => ['airflow', 'standalone'],
} as const satisfies Framework;
