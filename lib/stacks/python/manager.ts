import type { Fact } from '../../discovery/evidence.js';
import { citeFile } from '../../discovery/cite.js';
import type { PackageManager } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import { citeFirst, tableAt } from '../../discovery/toml.js';
import { uvWorkspaceRoot } from './local-packages.js';
import type { PythonProject } from './project.js';

export interface Manager {
  readonly facts: readonly Fact<PackageManager>[];
  /** Relative to the repository, as are the next. */
  readonly lockFile?: string;
  /** Manifests of the workspace that the project is a member of. */
  readonly workspaceFiles: readonly string[];
}

/** Lock files by the manager that writes them, in the order in which they count. */
export const lockFiles = [['uv', 'uv.lock'], ['poetry', 'poetry.lock'], ['pdm', 'pdm.lock'], ['pipenv', 'Pipfile.lock']] as const;

/** The package manager: by its lock file, by its table in the manifest, by the manifest's name. */
export function managerOf(project: PythonProject): Manager {
  const { repository, path, pyproject, manifests } = project;
  const facts: Fact<PackageManager>[] = [];
  const add = (name: string, evidence: Fact<unknown>['evidence'], confidence: Fact<unknown>['confidence'] = 'certain'): void => {
    if (!facts.some(({ value }) => value.name === name)) facts.push({ value: { name }, confidence, evidence });
  };
  const root = pyproject === undefined ? undefined : uvWorkspaceRoot(repository, path);
  const workspace = root === path ? undefined : root;
  const locks = lockFiles.filter(([, file]) => repository.exists(joinPath(path, file)));
  const requirements = manifests.find((file) => /requirements.*\.(?:txt|in)$/u.test(file));
  for (const [name, file] of locks) add(name, [citeFile(joinPath(path, file))]);
  if (workspace !== undefined) add('uv', [citeFile(joinPath(workspace, 'pyproject.toml'))]);
  if (manifests.includes('Pipfile')) add('pipenv', [citeFile(joinPath(path, 'Pipfile'))]);
  for (const name of ['poetry', 'pdm', 'uv']) {
    if (pyproject !== undefined && Object.keys(tableAt(pyproject.data, 'tool', name)).length > 0) add(name, [citeFirst(pyproject, new RegExp(String.raw`^\[tool\.${name}\b`, 'mu'))], requirements === undefined || name === 'poetry' ? 'certain' : 'guess');
  }
  if (requirements !== undefined) add('pip', [citeFile(joinPath(path, requirements))], 'likely');
  const conda = manifests.find((file) => file.startsWith('environment.y'));
  if (conda !== undefined) add('conda', [citeFile(joinPath(path, conda))], requirements === undefined ? 'certain' : 'guess');
  const other = ['pyproject.toml', 'setup.py', 'setup.cfg'].find((file) => manifests.includes(file));
  if (facts.length === 0 || other !== undefined) add('pip', other === undefined ? [] : [citeFile(joinPath(path, other))], 'likely');
  const first = facts.find(({ confidence }) => confidence === 'certain') ?? facts[0]!;
  const own = locks.find(([name]) => name === first.value.name)?.[1];
  const shared = workspace === undefined || first.value.name !== 'uv' ? [] : ['pyproject.toml', 'uv.lock'].map((file) => joinPath(workspace, file)).filter((file) => repository.exists(file));
  const lock = shared.find((file) => file.endsWith('uv.lock')) ?? (own === undefined ? undefined : joinPath(path, own));
  return { facts, workspaceFiles: shared.filter((file) => file !== lock), ...(lock === undefined ? {} : { lockFile: lock }) };
}
