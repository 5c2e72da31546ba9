import { envExamples } from '../../discovery/env-files.js';
import { filesIn } from '../../discovery/file-index.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { readToml, stringAt, valueAt } from '../../discovery/toml.js';
import type { TextManifest } from '../../discovery/toml.js';

/** Indexes that everybody reads without an account. */
const publicHost = /^(?:(?:(?:www|test|upload)\.)?pypi\.org|pypi\.python\.org|files\.pythonhosted\.org|download\.pytorch\.org|pypi\.(?:nvidia\.com|nvidia\.cn|ngc\.nvidia\.com)|(?:[\w-]+\.)*anaconda\.(?:org|com)|(?:www\.)?piwheels\.org|storage\.googleapis\.com|data\.(?:pyg|dgl)\.(?:org|ai)|[\w-]+\.github\.io|(?:pypi|mirrors?)\.[\w.-]+\.(?:cn|com\.cn|edu\.cn|org\.cn)|mirrors\.(?:aliyun|cloud\.tencent|huaweicloud)\.com)$/iu;

/** Whether an index may ask for an account that its address does not hold: it is nobody's that everybody reads. */
function isPrivate(url: string): boolean {
  const match = /^https?:\/\/(?:([^@/\s]*)@)?([\w.-]+)/iu.exec(url);
  return match !== null && match[1] === undefined && !publicHost.test(match[2]!);
}

/** Variables inside an address: pip, PDM and Pipenv put their values there. */
const variablesIn = (url: string): readonly string[] => [...url.matchAll(/\$\{?([A-Z_][A-Z0-9_]*)\}?/gu)].map((match) => match[1]!);

const account = (prefix: string, name: string): readonly string[] => ['USERNAME', 'PASSWORD'].map((part) => `${prefix}_${name.toUpperCase().replace(/[^A-Z0-9]/gu, '_')}_${part}`);

/** What the tables of a list say as texts. */
const entries = (data: unknown, ...path: readonly string[]): readonly unknown[] => {
  const value = valueAt(data, ...path);
  return Array.isArray(value) ? value : [];
};

/** Indexes of uv (docs.astral.sh/uv, Package indexes): a named one has variables of its own. */
function uvSecrets(data: unknown): readonly string[] {
  const named = entries(data, 'index').flatMap((each) => {
    const [url = '', name] = [stringAt(each, 'url'), stringAt(each, 'name')];
    if (!isPrivate(url) || stringAt(each, 'authenticate') === 'never') return [];
    return name === undefined ? [valueAt(each, 'default') === true ? 'UV_DEFAULT_INDEX' : 'UV_INDEX'] : account('UV_INDEX', name);
  });
  const several = [...entries(data, 'extra-index-url')].filter((url) => typeof url === 'string' && isPrivate(url)).map(() => 'UV_EXTRA_INDEX_URL');
  return [...named, ...several, ...(isPrivate(stringAt(data, 'index-url') ?? '') ? ['UV_DEFAULT_INDEX'] : [])];
}

/** Sources of Poetry (python-poetry.org, Configuring credentials), of PDM and of Pipenv. */
function sourceSecrets({ data }: TextManifest): readonly string[] {
  const poetry = entries(data, 'tool', 'poetry', 'source').flatMap((each) => (isPrivate(stringAt(each, 'url') ?? '') ? account('POETRY_HTTP_BASIC', stringAt(each, 'name') ?? '') : []));
  const written = [...entries(data, 'tool', 'pdm', 'source'), ...entries(data, 'source')].flatMap((each) => variablesIn(stringAt(each, 'url') ?? ''));
  return [...poetry, ...written];
}

/** Variables of an index that pip and uv themselves read (pip.pypa.io, Configuration; docs.astral.sh/uv, Environment variables). */
const indexVariable = /^(?:PIP_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL)|UV_INDEX_\w+_(?:USERNAME|PASSWORD)|POETRY_HTTP_BASIC_\w+_(?:USERNAME|PASSWORD))$/u;

export const isIndexVariable = (name: string): boolean => indexVariable.test(name);

/** Those that the examples of the environment and the author's own Dockerfile name. */
function declaredVariables(repository: Repository, path: string): readonly string[] {
  const dockerfiles = filesIn(repository, path).filter((file) => /(?:^|\/)(?:Dockerfile[\w.-]*|[\w-]+\.Dockerfile)$/u.test(file));
  const words = dockerfiles.flatMap((file) => [...(repository.read(file) ?? '').matchAll(/^[ \t]*(?:ARG|ENV)[ \t]+(\w+)/gmu)].map((match) => match[1]!));
  return [...envExamples(repository, path).map(({ name }) => name), ...words].filter(isIndexVariable);
}

const pipSettings = ['pip.conf', '.pip/pip.conf', '.config/pip/pip.conf', 'pip.ini'] as const;

export const isPipSettings = (file: string): boolean => /(?:^|\/)pip\.(?:conf|ini)$/u.test(file);

/** The settings of pip that the repository holds, beside the app or at its root: one file at most, relative to the repository. */
export function pipSettingsOf(repository: Repository, path: string): readonly string[] {
  return [path, '.'].flatMap((folder) => pipSettings.map((name) => joinPath(folder, name))).filter((file) => repository.exists(file)).slice(0, 1);
}

/**
 * Variables that give pip an address with an account. Those of settings are read over the file; `--index-url` of a requirements file
 * goes before both, so that only its own variables help there.
 */
function pipSecrets(text: string, isSettings: boolean): readonly string[] {
  const option = isSettings ? /^[ \t]*((?:extra-)?index-url)[ \t]*[=:][ \t]*((?:[^\n]*\n[ \t]+)*[^\n]*)/gmu : /^[ \t]*--(extra-index-url)[ =][ \t]*(\S+)/gmu;
  return [...text.matchAll(option)].flatMap(([, name, urls]) => {
    const addresses = urls!.split(/\s+/u);
    return addresses.some(isPrivate) ? [`PIP_${name!.toUpperCase().replaceAll('-', '_')}`] : [];
  });
}

/** Names of variables that hold an account of a private index: only the installation may see them, and it goes without where one is not set. */
export function indexSecrets(repository: Repository, path: string, manifests: readonly TextManifest[], requirements: readonly string[]): readonly string[] {
  const uvFile = joinPath(path, 'uv.toml');
  return [...new Set([
    ...manifests.flatMap((manifest) => [...sourceSecrets(manifest), ...uvSecrets(valueAt(manifest.data, 'tool', 'uv'))]),
    ...(repository.exists(uvFile) ? uvSecrets(readToml(repository, uvFile).manifest?.data) : []),
    ...requirements.flatMap((file) => pipSecrets(repository.read(file) ?? '', false)),
    ...pipSettingsOf(repository, path).flatMap((file) => pipSecrets(repository.read(file) ?? '', true)),
    ...declaredVariables(repository, path),
  ])];
}
