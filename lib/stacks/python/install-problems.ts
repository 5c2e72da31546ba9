import type { Diagnostic } from '../../diagnostics.js';
import { readManifest, textProblems } from '../../discovery/manifest.js';
import { joinPath, maximumFileSize } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { readToml, stringAt, valueAt } from '../../discovery/toml.js';
import { lockFiles } from './manager.js';
import type { Manager } from './manager.js';
import type { PythonProject } from './project.js';
import { pyprojectDependencies } from './pyproject.js';
import { normalName } from './requirement.js';

/** Of one file; the rest follows when these are mended. */
const maximumLines = 3;

function refusedLines({ requirements, refused }: PythonProject): readonly Diagnostic[] {
  return requirements.flatMap((file) => refused.filter(({ evidence }) => evidence.file === file).slice(0, maximumLines).map(({ name, evidence }): Diagnostic => ({
    code: 'requirement-refused', severity: 'warning', message: `${file}:${evidence.line}: pip does not read ${JSON.stringify(name)} as a requirement`, help: 'The build of the image fails until the line is a name with versions, an address or a path',
  })));
}

/** Names of the packages in a lock file, or why it cannot be read. */
function lockedNames(repository: Repository, file: string): { readonly names?: ReadonlySet<string>; readonly problems: readonly Diagnostic[] } {
  const text = repository.read(file);
  // large projects have lock files that are larger than what is read
  if (text === undefined) return { problems: [{ code: 'lock-file-unread', severity: 'info', message: `${file}: this is no text of at most ${maximumFileSize / 1024 / 1024} MiB, so it is taken as it is`, help: 'Make it again with the package manager where it is broken' }] };
  if (text.trim() === '') return { problems: textProblems(repository, file) };
  if (file.endsWith('Pipfile.lock')) {
    const { manifest, problems } = readManifest(repository, file);
    const members = ['default', 'develop'].flatMap((name) => {
      const node = manifest?.members.get(name)?.node;
      return node?.kind === 'object' ? [...node.members.keys()] : [];
    });
    return manifest === undefined ? { problems } : { names: new Set(members.map(normalName)), problems };
  }
  const { manifest, problems } = readToml(repository, file);
  const packages = valueAt(manifest?.data, 'package');
  const names = (Array.isArray(packages) ? packages : []).flatMap((each) => stringAt(each, 'name') ?? []);
  return manifest === undefined ? { problems } : { names: new Set(names.map(normalName)), problems };
}

/** Dependencies that the manifest asks for and the lock file does not hold: installing it as it is would leave them out. */
function lockProblems({ repository, pyproject, pipfile, dependencies }: PythonProject, { lockFile }: Manager): readonly Diagnostic[] {
  if (lockFile === undefined) return [];
  const { names, problems } = lockedNames(repository, lockFile);
  if (names === undefined) return problems;
  const manifest = lockFile.endsWith('Pipfile.lock') ? pipfile : pyproject;
  const own = normalName(stringAt(manifest?.data, 'project', 'name') ?? '');
  const asked = lockFile.endsWith('Pipfile.lock') ? dependencies.filter(({ evidence }) => evidence.file === pipfile?.file) : pyprojectDependencies(pyproject).runtime;
  const missing = [...new Set(asked.map(({ name }) => name))].filter((name) => !name.includes('[') && name !== own && !names.has(name));
  if (missing.length === 0 || manifest === undefined) return problems;
  return [...problems, {
    code: 'lock-file-contradicts', severity: 'warning',
    message: `${lockFile}: it does not hold ${missing.slice(0, maximumLines).join(', ')}${missing.length > maximumLines ? ` and ${missing.length - maximumLines} more` : ''}, which ${manifest.file} asks for`,
    help: 'Bring the lock file up to date with its package manager',
  }];
}

function contradictions({ repository, path }: PythonProject, { facts }: Manager): readonly Diagnostic[] {
  const locks = lockFiles.filter(([, file]) => repository.exists(joinPath(path, file)));
  const used = facts.find(({ confidence }) => confidence === 'certain')?.value.name;
  if (locks.length < 2 || used === undefined) return [];
  return [{
    code: 'package-managers-contradict', severity: 'warning',
    message: `package managers contradict each other: ${locks.map(([name, file]) => `${joinPath(path, file)} (${name})`).join(', ')}; ${used} is used`,
    help: 'Remove the lock file that is not kept up to date',
  }];
}

/** What will keep the image of an app from being built, or from holding what its manifests ask for. */
export function installProblems(project: PythonProject, manager: Manager): readonly Diagnostic[] {
  return [...refusedLines(project), ...lockProblems(project, manager), ...contradictions(project, manager)];
}
