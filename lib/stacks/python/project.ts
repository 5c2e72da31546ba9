import type { Diagnostic } from '../../diagnostics.js';
import { citeFile } from '../../discovery/cite.js';
import { envExamples } from '../../discovery/env-files.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { filesIn } from '../../discovery/file-index.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath, normalisePath, folderOf } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { withoutPythonComments } from '../../discovery/comments.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import { readToml, stringAt, tableAt } from '../../discovery/toml.js';
import type { TextManifest } from '../../discovery/toml.js';
import { condaDependencies } from './conda.js';
import { indexSecrets } from './indexes.js';
import { localFrom, localPackages, manifestPaths, uvWorkspaceRoot } from './local-packages.js';
import type { LocalPackages, LocalPath } from './local-packages.js';
import { manifestProblems } from './manifest-problems.js';
import { pyprojectDependencies, tomlFile, pipfileDependencies } from './pyproject.js';
import { parseRequirement, locate, parseRequirements } from './requirement.js';

/** One Python project of the repository, read once. */
export interface PythonProject {
  readonly repository: Repository;
  readonly path: string;
  readonly sources: readonly Source[];
  /** Sources of the packages that it takes from the repository: they run in it, and none of them is its program. */
  readonly inside: readonly Source[];
  readonly env: readonly EnvEntry[];
  /** What production installs. */
  readonly dependencies: readonly Located[];
  readonly development: readonly Located[];
  readonly pyproject: TextManifest | undefined;
  readonly pipfile: TextManifest | undefined;
  /** Every manifest that is there, relative to the project. */
  readonly manifests: readonly string[];
  /** Files of requirements with what they include, relative to the repository. */
  readonly requirements: readonly string[];
  /** Their lines that pip refuses. */
  readonly refused: readonly Located[];
  /** What it installs from the repository itself. */
  readonly locals: LocalPackages;
  /** Names of variables with which installation reaches private indexes. */
  readonly secrets: readonly string[];
  /** Describes a package that others import. */
  readonly isPackage: boolean;
  readonly problems: readonly Diagnostic[];
}

export const manifestNames = ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'setup.cfg', 'environment.yml', 'environment.yaml', 'manage.py'] as const;
/** Requirements that only development needs. */
export const developmentFile = /(?:^|[/_.-])(?:dev|develop|development|test|tests|testing|local|lint|docs?|ci|build|optional|debug)(?=[/_.-]|$)/iu;
const requirementsName = /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$/iu;

const language = {
  name: /\.py$/u,
  notSource: /(?:^|\/)(?:test_[\w]*|[\w]*_test|conftest|setup|noxfile|fabfile|tasks_invoke)\.py$|(?:^|\/)migrations\//u,
  withoutComments: withoutPythonComments,
} as const;

/** Requirement files of a project: beside it, and in `requirements/`. Those that decide about production first. */
export function requirementFiles(repository: Repository, path: string): readonly string[] {
  const own = (file: string): string => (path === '.' ? file : file.slice(path.length + 1));
  const here = filesIn(repository, path).map(own).filter((file) => requirementsName.test(file));
  const inside = filesIn(repository, joinPath(path, 'requirements')).map(own).filter((file) => file.endsWith('.txt') || file.endsWith('.in'));
  const all = [...here, ...inside];
  return all.filter((file) => !file.endsWith('.in') || !all.includes(file.replace(/\.in$/u, '.txt'))).toSorted((a, b) => rank(a) - rank(b));
}

function rank(file: string): number {
  if (file === 'requirements.txt') return 0;
  if (developmentFile.test(file)) return 9;
  const order = [/prod/iu, /^requirements\/requirements\.txt$/u, /main|app/iu, /base|common/iu].findIndex((pattern) => pattern.test(file));
  return order === -1 ? 5 : order + 1;
}

interface Read {
  readonly dependencies: readonly Located[];
  readonly files: readonly string[];
  readonly locals: readonly LocalPath[];
  readonly refused: readonly Located[];
  readonly secrets: readonly string[];
}

const nothing: Read = { dependencies: [], files: [], locals: [], refused: [], secrets: [] };

/** A requirements file with what it includes; each file once, so that a circle ends. Files are relative to the repository. */
function readRequirements(repository: Repository, path: string, first: string): Read {
  const files = new Set([joinPath(path, first)]);
  const dependencies: Located[] = [];
  const locals: LocalPath[] = [];
  const refused: Located[] = [];
  const secrets: string[] = [];
  // a set may grow while it is walked
  for (const file of files) {
    const found = parseRequirements(file, repository.read(file) ?? '');
    dependencies.push(...found.dependencies);
    refused.push(...found.refused);
    secrets.push(...found.secrets);
    locals.push(...found.locals.map(({ name, evidence }) => localFrom(path, name, evidence)));
    for (const each of [...found.includes, ...found.constraints]) {
      const next = normalisePath(joinPath(folderOf(file), each));
      if (next !== undefined && repository.exists(next)) files.add(next);
    }
  }
  return { dependencies, files: [...files], locals, refused, secrets };
}

/** `install_requires` of setup.py and setup.cfg, as far as it is written out. */
function setupDependencies(repository: Repository, path: string): readonly Located[] {
  const script = joinPath(path, 'setup.py');
  const text = repository.read(script) ?? '';
  const list = /install_requires\s*=\s*\[([^\]]{0,20000})\]/u.exec(text);
  const fromScript = list === null ? [] : [...list[1]!.matchAll(/["']([^"'\n]+)["']/gu)].flatMap((match) => {
    const requirement = parseRequirement(match[1]!);
    return requirement === undefined ? [] : locate(requirement, script, text, list.index + list[0].indexOf('[') + 1 + match.index);
  });
  const file = joinPath(path, 'setup.cfg');
  const settings = repository.read(file) ?? '';
  const block = /^install_requires\s*=[^\n]*((?:\n[ \t]+[^\n]*)*)/mu.exec(settings);
  if (block === null) return fromScript;
  const start = block.index + block[0].length - block[1]!.length;
  return [...fromScript, ...[...block[1]!.matchAll(/[^\s][^\n]*/gu)].flatMap((match) => {
    const requirement = parseRequirement(match[0]);
    return requirement === undefined ? [] : locate(requirement, file, settings, start + match.index);
  })];
}

/** A package to be published: it has a build system, or a setup script, and offers no command of its own. */
function isPackage(repository: Repository, path: string, pyproject: TextManifest | undefined): boolean {
  const packaged = stringAt(pyproject?.data, 'build-system', 'build-backend') !== undefined && tableAt(pyproject?.data, 'project')['name'] !== undefined;
  return packaged || /\bsetup\s*\(/u.test(repository.read(joinPath(path, 'setup.py')) ?? '');
}

/** The manifest of the workspace, whose indexes hold for its members. */
function aboveOf(repository: Repository, path: string): readonly TextManifest[] {
  const root = uvWorkspaceRoot(repository, path);
  const { manifest } = root === undefined || root === path ? {} : readToml(repository, joinPath(root, 'pyproject.toml'));
  return manifest === undefined ? [] : [manifest];
}

/** Sources and environment examples of packages that lie elsewhere in the repository. */
function insideOf(repository: Repository, path: string, folders: readonly string[], others: ReadonlySet<string>): { readonly sources: readonly Source[]; readonly env: readonly EnvEntry[] } {
  const packages = folders.filter((folder) => folder !== path && !path.startsWith(`${folder}/`) && folder !== '.');
  return {
    sources: packages.flatMap((folder) => sourcesIn(repository, folder, new Set([...others].filter((each) => each !== folder)), language)),
    env: packages.flatMap((folder) => envExamples(repository, folder)),
  };
}

const notThere = ({ said, path, evidence }: LocalPath): Diagnostic => ({
  code: 'install-path-missing',
  severity: 'warning',
  message: `${evidence.file}:${evidence.line}: it installs ${said}, which is not ${path === undefined ? 'inside the project' : 'there'}`,
  help: 'The build of its image fails until it is, or until the line is gone',
});

export function readProject(repository: Repository, path: string, others: ReadonlySet<string>): PythonProject {
  const present = manifestNames.filter((name) => repository.exists(joinPath(path, name)));
  const toml = tomlFile(repository, path, 'pyproject.toml', present);
  const pip = tomlFile(repository, path, 'Pipfile', present);
  const requirements = requirementFiles(repository, path);
  const declared = pyprojectDependencies(toml.manifest);
  const piped = pipfileDependencies(pip.manifest);
  const production = requirements.find((file) => !developmentFile.test(file));
  const read = production === undefined ? nothing : readRequirements(repository, path, production);
  const development = requirements.find((file) => file !== production && developmentFile.test(file));
  const forDevelopment = development === undefined ? nothing : readRequirements(repository, path, development);
  const conda = condaDependencies(repository, path, present);
  const described = [toml.manifest, pip.manifest].filter((manifest) => manifest !== undefined);
  const own = [...read.dependencies, ...declared.runtime, ...piped.runtime, ...setupDependencies(repository, path), ...conda];
  const forWork = [...declared.development, ...piped.development, ...forDevelopment.dependencies];
  const asked = [...read.locals, ...forDevelopment.locals, ...described.flatMap(manifestPaths)];
  const locals = localPackages(repository, path, asked, [...own, ...forWork]);
  const files = [...new Set([...read.files, ...forDevelopment.files])];
  const sources = sourcesIn(repository, path, others, language);
  const inside = insideOf(repository, path, locals.folders, others);
  const known = new Set(sources.map(({ file }) => file));
  return {
    repository, path, locals,
    dependencies: [...own, ...locals.dependencies],
    requirements: files,
    refused: [...new Map([...read.refused, ...forDevelopment.refused].map((each) => [`${each.evidence.file}:${each.evidence.line}`, each])).values()],
    sources,
    inside: inside.sources.filter(({ file }) => !known.has(file)),
    env: [...envExamples(repository, path, { sources, prefixes: own.some(({ name }) => name === 'django-configurations') ? ['DJANGO_'] : [] }), ...inside.env],
    development: forWork,
    pyproject: toml.manifest,
    pipfile: pip.manifest,
    manifests: [...present, ...requirements],
    secrets: [...new Set([...read.secrets, ...forDevelopment.secrets, ...indexSecrets(repository, path, [...described, ...aboveOf(repository, path)], files)])],
    isPackage: isPackage(repository, path, toml.manifest),
    problems: [...toml.problems, ...pip.problems, ...manifestProblems(repository, path, present, files), ...locals.missing.map(notThere)],
  };
}

/** Where a manifest of the project is said to be. */
export const manifestEvidence = ({ path }: PythonProject, file: string) => citeFile(joinPath(path, file));
