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
  // airflow.apache.org, Architecture Overview and Public Interface for Airflow 3: each is a process of its own
  start: () => ['airflow', 'api-server'],
  development: () => ['airflow', 'api-server'],
  health: '/api/v2/monitor/health',
  workers: [
    { name: 'scheduler', command: ['airflow', 'scheduler'] },
    { name: 'dag-processor', command: ['airflow', 'dag-processor'] },
    { name: 'triggerer', command: ['airflow', 'triggerer'] },
  ],
  migration: ['airflow', 'db', 'migrate'],
  environment: { AIRFLOW__CORE__DAGS_FOLDER: '/app/dags', AIRFLOW__CORE__LOAD_EXAMPLES: 'False' },
  // tasks speak to the server alone, with tokens that it can check
  workerEnvironment: ({ name, port }) => ({ AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `http://${name}:${port}/execution/` }),
  shared: ['AIRFLOW__API_AUTH__JWT_SECRET'],
  before: {
    major: 3,
    start: () => ['airflow', 'webserver'],
    development: () => ['airflow', 'webserver'],
    health: '/health',
    workers: [{ name: 'scheduler', command: ['airflow', 'scheduler'] }, { name: 'triggerer', command: ['airflow', 'triggerer'] }],
    workerEnvironment: () => ({}),
    shared: ['AIRFLOW__WEBSERVER__SECRET_KEY'],
  },
} as const satisfies Framework;
