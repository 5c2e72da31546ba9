import type { AppBrief } from '../../brief/brief.js';
import { shellWord } from '../../text/quote.js';
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

/** Managers of lock files, installed from the package index as everything else is: no further image is needed behind a mirror. */
const managers: Readonly<Record<string, { readonly requirement: string; readonly cache: string; readonly environment: Readonly<Record<string, string>>; readonly production: (locked: boolean) => string; readonly development: (locked: boolean) => string }>> = {
  uv: {
    requirement: 'uv==0.12.5',
    cache: '/root/.cache/uv',
    environment: { UV_PROJECT_ENVIRONMENT: '/opt/venv', UV_LINK_MODE: 'copy', UV_COMPILE_BYTECODE: '1', UV_PYTHON_DOWNLOADS: 'never' },
    production: (locked) => `/opt/tool/bin/uv sync ${locked ? '--frozen ' : ''}--no-dev --no-install-workspace`,
    development: (locked) => `/opt/tool/bin/uv sync ${locked ? '--frozen ' : ''}--no-install-workspace`,
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
    production: (locked) => `/opt/tool/bin/pdm ${locked ? 'sync' : 'install'} --prod --no-self`,
    development: (locked) => `/opt/tool/bin/pdm ${locked ? 'sync' : 'install'} --dev --no-self`,
  },
  pipenv: {
    requirement: 'pipenv',
    cache: '/root/.cache/pip',
    environment: { PIPENV_VERBOSITY: '-1' },
    production: (locked) => `/opt/tool/bin/pipenv ${locked ? 'sync' : 'install --skip-lock'}`,
    development: (locked) => `/opt/tool/bin/pipenv ${locked ? 'sync' : 'install --skip-lock'} --dev`,
  },
};

/** Requirement files of an app: what production installs, and what development adds. */
function requirementsOf({ installFiles }: Pick<AppBrief, 'installFiles'>): { readonly production: string | undefined; readonly development: string | undefined } {
  const files = installFiles.filter((file) => /\.(?:txt|in)$/u.test(file));
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
  const locked = app.lockFile !== undefined;
  const { requirement, cache, environment, production, development } = manager;
  return { setup: tool(requirement), cache, environment: Object.entries(environment), production: production(locked), development: development(locked), reader: false };
}
