import { withoutPhpComments } from '../../discovery/comments.js';
import { envExamples } from '../../discovery/env-files.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import { filesIn } from '../../discovery/file-index.js';
import { memberAt, textAt, textsAt } from '../../discovery/manifest.js';
import type { Located, Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';

/** One project, read once; what each question is answered from. */
export interface PhpProject {
  readonly repository: Repository;
  /** Relative to the repository, `.` for its root. */
  readonly path: string;
  /** `composer.json`; plain PHP has none. */
  readonly manifest: Manifest | undefined;
  /** Runtime requirements: packages, `php` and `ext-*`. */
  readonly requires: readonly Located[];
  readonly sources: readonly Source[];
  readonly env: readonly EnvEntry[];
}

const language: SourceLanguage = {
  name: /\.php$/u,
  notSource: /(?:^|\/)(?:rector|ecs|\.php-cs-fixer(?:\.dist)?|_ide_helper\w*)\.php$|Test\.php$/u,
  withoutComments: withoutPhpComments,
};

/** Folders that a web server serves, as frameworks and hosts call them. */
const documentRoots = ['public', 'web', 'webroot', 'htdocs', 'public_html', 'pub', 'www', 'html'];

/** Those that the search for sources leaves out. */
const skipped: ReadonlySet<string> = new Set(['public']);

/** Scripts that answer for folders that browsers see otherwise: elsewhere, what lies there says nothing about the server. */
function frontControllers(repository: Repository, path: string): readonly Source[] {
  return documentRoots.filter((folder) => skipped.has(folder)).flatMap((folder) => {
    const file = joinPath(path, `${folder}/index.php`);
    const text = repository.read(file);
    return text === undefined || text.length > 64 * 1024 ? [] : [{ file, text, code: withoutPhpComments(text) }];
  });
}

export function projectAt(repository: Repository, path: string, manifest: Manifest | undefined, others: ReadonlySet<string>): PhpProject {
  const sources = [...frontControllers(repository, path), ...sourcesIn(repository, path, others, language)];
  return { repository, path, manifest, requires: manifest === undefined ? [] : textsAt(manifest, 'require'), sources, env: envExamples(repository, path, { sources }) };
}

export const requires = (project: PhpProject, name: string): Located | undefined => project.requires.find((each) => each.name === name);

/** A file of the project, relative to the repository. */
export const fileOf = ({ path }: Pick<PhpProject, 'path'>, file: string): string => joinPath(path, file);

export const has = (project: PhpProject, file: string): boolean => project.repository.exists(fileOf(project, file));

/** Says nothing: it only hides the listing of its folder. */
const placeholder = /^\s*<\?php\s*(?:\/\/[^\n]*|\/\*[^*]*\*\/)?\s*(?:exit;?|die;?|header\([^)]*\);)?\s*(?:\?>)?\s*$/u;

/** Whether a folder of the repository holds a script that answers for the folder. */
export function isServed(repository: Repository, folder: string): boolean {
  const text = repository.read(joinPath(folder, 'index.php'));
  return text !== undefined && !placeholder.test(text);
}

/** The folder that a web server serves, relative to the project; undefined where none has a front controller. */
export function documentRootOf(project: Pick<PhpProject, 'repository' | 'path'>, usual: string | undefined): string | undefined {
  const { repository } = project;
  const candidates = [...(usual === undefined ? [] : [usual]), ...documentRoots];
  const found = candidates.find((folder) => isServed(repository, fileOf(project, folder)));
  return found ?? (isServed(repository, project.path) ? '.' : undefined);
}

/** The documentRoot of a folder without a manifest, where it is one by its name. */
export const isDocumentRoot = (folder: string): boolean => documentRoots.includes(folder.slice(folder.lastIndexOf('/') + 1));

/** Requirements that only development has. */
export const developmentRequires = ({ manifest }: PhpProject): readonly Located[] => (manifest === undefined ? [] : textsAt(manifest, 'require-dev'));

/** A script of the manifest: one command, or several. */
export function scriptOf({ manifest }: PhpProject, name: string): boolean {
  return manifest !== undefined && memberAt(manifest, 'scripts', name) !== undefined;
}

export const nameOf = ({ manifest }: PhpProject): string => (manifest === undefined ? '' : (textAt(manifest, 'name')?.value ?? '').replace(/^.*\//u, ''));

/** Whether a folder of the project has a file of which the name ends so. */
export const hasFileIn = (project: PhpProject, folder: string, ending: string): boolean => filesIn(project.repository, fileOf(project, folder)).some((file) => file.endsWith(ending));
