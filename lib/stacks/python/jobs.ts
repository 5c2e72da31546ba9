import { citeFile } from '../../discovery/cite.js';
import { filesMatching } from '../../discovery/file-index.js';
import type { Argv, JobFindings } from '../../discovery/findings.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { DjangoProject } from './django.js';
import { ownFile } from './entry.js';
import type { Entry } from './entry.js';
import type { PythonProject } from './project.js';

const migrate = (value: Argv, evidence: JobFindings['command'][number]['evidence']): readonly JobFindings[] => [{ name: 'migrate', command: [{ value, confidence: 'likely', evidence }] }];

/** The migration of the app: the framework's `own`, Django's, Flask-Migrate's or Alembic's. */
export function jobsOf(project: PythonProject, django: DjangoProject | undefined, entry: Entry | undefined, own: Argv | undefined): readonly JobFindings[] {
  if (own !== undefined) return migrate(own, entry === undefined ? [] : [entry.evidence]);
  if (django !== undefined) return migrate(['python', django.manage, 'migrate', '--noinput'], [django.evidence]);
  const { repository, path, dependencies } = project;
  const flask = dependencies.find(({ name }) => name === 'flask-migrate');
  if (flask !== undefined && entry !== undefined && repository.exists(joinPath(path, 'migrations'))) {
    return migrate(['flask', '--app', `${entry.file}:${entry.variable}${entry.factory ? '()' : ''}`, 'db', 'upgrade'], [flask.evidence]);
  }
  const file = filesMatching(repository, /alembic\.ini$/u, path)[0];
  if (file === undefined || !dependencies.some(({ name }) => name === 'alembic' || name === 'flask-migrate' || name === 'sqlmodel')) return [];
  const settings = ownFile(project, file);
  // alembic finds its scripts from the folder that it runs in
  return migrate(folderOf(settings) === '' ? ['alembic', 'upgrade', 'head'] : ['alembic', '--config', settings, 'upgrade', 'head'], [citeFile(file)]);
}
