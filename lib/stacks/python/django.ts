import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { moduleOf, ownFile } from './entry.js';
import type { PythonProject } from './project.js';

/** A Django project: where its manage.py is, and what its servers load. */
export interface DjangoProject {
  /** Relative to the app. */
  readonly manage: string;
  /** Folder of manage.py, relative to the app. */
  readonly root: string;
  readonly wsgi: string | undefined;
  readonly asgi: string | undefined;
  readonly settings: readonly Source[];
  readonly evidence: Evidence;
}

/** The manage.py of the project, the nearest to its root that names settings. */
export function djangoOf(project: PythonProject): DjangoProject | undefined {
  const { repository, path, sources } = project;
  const inside = filesNamed(repository, 'manage.py', path);
  const manage = sources
    .filter(({ file, code }) => inside.includes(file) && /execute_from_command_line|django/u.test(code))
    .toSorted((a, b) => a.file.length - b.file.length)[0];
  if (manage === undefined) return undefined;
  const own = ownFile(project, manage.file);
  const root = folderOf(own);
  const base = root === '' ? path : joinPath(path, root);
  const named = /DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)/u.exec(manage.code)?.[1];
  const packageName = named?.split('.')[0];
  const server = (kind: 'wsgi' | 'asgi'): string | undefined => {
    const files = sources.filter(({ file, code }) => file.endsWith(`/${kind}.py`) && code.includes(`get_${kind}_application`));
    const preferred = files.find(({ file }) => packageName !== undefined && file === joinPath(base, `${packageName}/${kind}.py`)) ?? files.find(({ file }) => base === '' || base === '.' || file.startsWith(`${base}/`));
    if (preferred === undefined) return undefined;
    const relative = base === '' || base === '.' ? preferred.file : preferred.file.slice(base.length + 1);
    return `${relative.replace(/\.py$/u, '').replaceAll('/', '.')}:application`;
  };
  return {
    manage: own,
    root: root === '' ? '.' : root,
    wsgi: server('wsgi'),
    asgi: server('asgi'),
    settings: sources.filter(({ file, code }) => /(?:^|\/)settings(?:\/\w+)?\.py$/u.test(file) || /^(?:INSTALLED_APPS|class \w+\((?:\w+, )*Configuration\))/mu.test(code)),
    evidence: cite(manage.file, manage.text, Math.max(0, manage.code.indexOf('DJANGO_SETTINGS_MODULE'))),
  };
}

/** Commands of the project that loop until they are told to stop. */
export function loopingCommands(project: PythonProject): readonly { readonly name: string; readonly options: readonly string[]; readonly evidence: Evidence }[] {
  return project.sources.filter(({ file }) => /\/management\/commands\/[a-z]\w*\.py$/u.test(file)).flatMap(({ file, text, code }) => {
    const index = code.search(/^[ \t]+while (?:True|1|not self\.\w+)\b/mu);
    if (index === -1) return [];
    const options = /add_argument\(\s*["'](--loop)["']/u.exec(code);
    return [{ name: file.slice(file.lastIndexOf('/') + 1, -3), options: options === null ? [] : [options[1]!], evidence: cite(file, text, index + 1) }];
  });
}

/** The module of a source as Django imports it: from the folder of manage.py. */
export function djangoModule(project: PythonProject, { root }: DjangoProject, source: Source): string {
  const own = ownFile(project, source.file);
  return root !== '.' && own.startsWith(`${root}/`) ? own.slice(root.length + 1).replace(/\.py$/u, '').replaceAll('/', '.') : moduleOf(project, source).module;
}
