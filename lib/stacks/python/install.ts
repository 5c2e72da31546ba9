import type { AppBrief } from '../../brief/brief.js';
import { shellWord } from '../../text/quote.js';
import { fromApp } from '../compiled.js';
import { developmentFile } from './project.js';

/** How an app's package manager fills `/opt/venv` in an image build. */
export interface Installation {
  /** Makes the manager available to the builder. */
  readonly setup: string | null;
  readonly production: string;
  readonly development: string;
  readonly cache: string;
  readonly environment: readonly (readonly [string, string])[];
  /** Reads requirements out of a manifest that pip cannot install without the source. */
  readonly reader: boolean;
}

/** pip runs outside of the environment, so that production has none in it. */
const pip = 'pip --python /opt/venv/bin/python install';
const tool = (requirement: string): string => `python -m venv /opt/tool && /opt/tool/bin/pip install '${requirement}'`;

/**
 * Of the workspace nothing is installed where the app needs none of it; else all but the app itself, which runs where it lies
 * (docs.astral.sh/uv, Using uv in Docker: without the manifests of every member only `--frozen` takes the lock file as it is).
 */
function uvSync(app: AppBrief): string {
  const needsPackages = app.installFiles.some((file) => file.endsWith('/'));
  return ['/opt/tool/bin/uv sync', ...(app.lockFile === undefined ? [] : ['--frozen']), needsPackages ? '--no-install-project' : '--no-install-workspace'].join(' ');
}

/** Managers of lock files, installed from the package index as everything else is: no further image is needed behind a mirror. */
const managers: Readonly<Record<string, { readonly requirement: string; readonly cache: string; readonly environment: Readonly<Record<string, string>>; readonly production: (app: AppBrief) => string; readonly development: (app: AppBrief) => string }>> = {
  uv: {
    requirement: 'uv==0.12.5',
    cache: '/root/.cache/uv',
    environment: { UV_PROJECT_ENVIRONMENT: '/opt/venv', UV_LINK_MODE: 'copy', UV_COMPILE_BYTECODE: '1', UV_PYTHON_DOWNLOADS: 'never' },
    production: (app) => `${uvSync(app)} --no-dev`,
    development: uvSync,
  },
  poetry: {
    requirement: 'poetry>=2,<3',
    cache: '/root/.cache/pypoetry',
    environment: { POETRY_NO_INTERACTION: '1' },
    production: () => '/opt/tool/bin/poetry install --only main --no-root',
    development: () => '/opt/tool/bin/poetry install --no-root',
  },
  pdm: {
    requirement: 'pdm>=2,<3',
    cache: '/root/.cache/pdm',
    environment: { PDM_CHECK_UPDATE: '0' },
    production: ({ lockFile }) => `/opt/tool/bin/pdm ${lockFile !== undefined ? 'sync' : 'install'} --prod --no-self`,
    development: ({ lockFile }) => `/opt/tool/bin/pdm ${lockFile !== undefined ? 'sync' : 'install'} --dev --no-self`,
  },
  pipenv: {
    requirement: 'pipenv',
    cache: '/root/.cache/pip',
    environment: { PIPENV_VERBOSITY: '-1' },
    production: ({ lockFile }) => `/opt/tool/bin/pipenv ${lockFile !== undefined ? 'sync' : 'install --skip-lock'}`,
    development: ({ lockFile }) => `/opt/tool/bin/pipenv ${lockFile !== undefined ? 'sync' : 'install --skip-lock'} --dev`,
  },
};

/** Requirement files of an app: what production installs, and what development adds. */
function requirementsOf(app: AppBrief): { readonly production: string | undefined; readonly development: string | undefined } {
  // what lies above is included by what lies in the app's folder
  const files = app.installFiles.map((file) => fromApp(app, file)).filter((file) => /\.(?:txt|in)$/u.test(file) && !file.startsWith('../'));
  return { production: files.find((file) => !developmentFile.test(file)), development: files.find((file) => developmentFile.test(file)) };
}

function pipInstallation(app: AppBrief): Installation {
  const { production, development } = requirementsOf(app);
  const from = (files: readonly (string | undefined)[]): string => `${pip} ${files.flatMap((file) => (file === undefined ? [] : [`-r ${shellWord(file)}`])).join(' ')}`;
  const common = { setup: null, cache: '/root/.cache/pip', environment: [] };
  if (production !== undefined) return { ...common, production: from([production]), development: from([production, development]), reader: false };
  const read = (group: string): string => `python /opt/requirements.py ${group} > /opt/requirements.txt && ${pip} -r /opt/requirements.txt`;
  return { ...common, production: read('production'), development: read('development'), reader: true };
}

export function installationOf(app: AppBrief): Installation {
  const manager = managers[app.packageManager.name];
  if (manager === undefined) return pipInstallation(app);
  const { requirement, cache, environment, production, development } = manager;
  return { setup: tool(requirement), cache, environment: Object.entries(environment), production: production(app), development: development(app), reader: false };
}
