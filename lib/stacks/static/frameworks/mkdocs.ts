import { imageReference } from '../../../catalog/images.js';
import type { Framework } from './framework.js';

export const mkdocs = {
  id: 'mkdocs',
  title: 'MkDocs',
  packages: [],
  refines: [],
  configurations: ['mkdocs.yml', 'mkdocs.yaml'],
  beside: ['docs'],
  mayHave: ['requirements.txt'],
  language: 'python',
  packageManager: 'pip',
  images: ['python'],
  version: '3.14',
  setup: ({ requirements }) => [
    `FROM ${imageReference('python')} AS base`,
    'ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1',
    ...(requirements === undefined
      ? ['RUN --mount=type=cache,target=/root/.cache/pip pip install mkdocs mkdocs-material']
      : [`COPY ["${requirements}", "/opt/requirements.txt"]`, 'RUN --mount=type=cache,target=/root/.cache/pip pip install --requirement /opt/requirements.txt']),
  ],
  hasBash: true,
  build: ['mkdocs', 'build', '--site-dir', 'site'],
  output: 'site',
  development: (port) => ['mkdocs', 'serve', '--dev-addr', `0.0.0.0:${port}`],
  environment: {},
} as const satisfies Framework;
