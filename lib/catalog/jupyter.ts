import { developmentPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

export const jupyter = {
  id: 'jupyter',
  title: 'Jupyter notebooks',
  role: 'notebook',
  serviceName: 'jupyter',
  port: 8888,
  // whoever reaches it runs any program: it is a tool of developers
  environments: ['development'],
  // jupyter/docker-stacks images/base-notebook/Dockerfile
  programs: ['wget', 'sh'],
  detection: {
    packages: { pypi: { jupyterlab: 'certain', notebook: 'certain', jupyter: 'certain' } },
    schemes: [],
    images: ['jupyter/scipy-notebook', 'jupyter/base-notebook', 'jupyter/minimal-notebook', 'jupyter/datascience-notebook', 'jupyter/pyspark-notebook'],
  },
  connection: () => ({ parts: {}, variables: {} }),
  limits: { cpus: 2, memory: 2048, pids: 512 },
  reason: 'A tool of developers, in development only and behind a token: whoever reaches it runs any program.',
  contribute: ({ prefix }) => ({
    healthcheck: {
      test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8888/api'],
      programs: ['wget'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 60,
    },
    stopGrace: 20,
    common: {},
    development: {
      command: ['start-notebook.py', `--IdentityProvider.token=${developmentPassword}`],
      ports: [developmentPort(prefix, 8888, 8888)],
      mounts: [{ kind: 'bind', source: './notebooks', target: '/home/jovyan/work/notebooks' }],
    },
    ci: {},
    production: { user: '1000:100' },
    secrets: [],
    volumes: [{ name: `${prefix}_home`, path: '/home/jovyan/work', use: 'files of the notebooks' }],
  }),
} as const satisfies Technology;
