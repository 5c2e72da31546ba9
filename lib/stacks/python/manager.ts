import { plainWorkspace } from '../../discovery/app-findings.js';
import type { Fact } from '../../discovery/evidence.js';
import { citeFile } from '../../discovery/cite.js';
import type { PackageManager, Workspace } from '../../discovery/findings.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import { citeFirst, tableAt } from '../../discovery/toml.js';
import type { PythonProject } from './project.js';

export interface Manager {
  readonly facts: readonly Fact<PackageManager>[];
  readonly lockFile?: string;
  readonly workspace?: Workspace;
}

const lockFiles = [['uv', 'uv.lock'], ['poetry', 'poetry.lock'], ['pdm', 'pdm.lock'], ['pipenv', 'Pipfile.lock']] as const;

/** A folder above with a lock file of uv that names members: the project is one of them. */
function workspaceOf({ repository, path }: PythonProject): Workspace | undefined {
  if (path === '.') return undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (repository.exists(joinPath(folder, 'uv.lock'))) {
      const text = repository.read(joinPath(folder, 'pyproject.toml')) ?? '';
      return /^\[tool\.uv\.workspace\]/mu.test(text) ? plainWorkspace(folder === '' ? '.' : folder, [path]) : undefined;
    }
    if (folder === '') return undefined;
  }
}

/** The package manager: by its lock file, by its table in the manifest, by the manifest's name. */
export function managerOf(project: PythonProject): Manager {
  const { repository, path, pyproject, manifests } = project;
  const facts: Fact<PackageManager>[] = [];
  const add = (name: string, evidence: Fact<unknown>['evidence'], confidence: Fact<unknown>['confidence'] = 'certain'): void => {
    if (!facts.some(({ value }) => value.name === name)) facts.push({ value: { name }, confidence, evidence });
  };
  const workspace = workspaceOf(project);
  const locks = lockFiles.filter(([, file]) => repository.exists(joinPath(path, file)));
  const requirements = manifests.find((file) => /requirements.*\.(?:txt|in)$/u.test(file));
  for (const [name, file] of locks) add(name, [citeFile(joinPath(path, file))]);
  if (workspace !== undefined) add('uv', [citeFile(joinPath(workspace.root, 'uv.lock'))]);
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
  const lock = locks.find(([name]) => name === first.value.name)?.[1] ?? (workspace === undefined ? undefined : 'uv.lock');
  return { facts, ...(lock === undefined ? {} : { lockFile: lock }), ...(workspace === undefined ? {} : { workspace }) };
}
