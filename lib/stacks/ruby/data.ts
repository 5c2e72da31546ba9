import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import type { DataSigns, DatabaseFile } from '../../discovery/data.js';
import { filesUnder } from '../../discovery/file-index.js';
import { folderOf } from '../../discovery/repository.js';
import { codeOf, fileOf, has } from './project.js';
import type { RubyProject } from './project.js';

/** Names under which projects keep the settings of their database where each machine has its own. */
const samples = ['sample', 'example', 'dist', 'template'];

/** The settings of the database, or the sample that stands for them. */
export function databaseSettings(project: RubyProject): { readonly file: string; readonly isSample: boolean } | undefined {
  const own = fileOf(project, 'config/database.yml');
  if (project.repository.exists(own)) return { file: own, isSample: false };
  const sample = samples.flatMap((name) => [`config/database.yml.${name}`, `config/database.${name}.yml`]).find((name) => has(project, name));
  return sample === undefined ? undefined : { file: fileOf(project, sample), isSample: true };
}

/** Rails does not start without them, and a fresh clone has none. */
export function databaseProblems(project: RubyProject): readonly Diagnostic[] {
  const settings = has(project, 'config/application.rb') ? databaseSettings(project) : undefined;
  return settings?.isSample !== true ? [] : [{
    code: 'database-settings-missing',
    severity: 'warning',
    message: `${settings.file}:1: this is a sample, and the image gets no config/database.yml, without which Rails does not start`,
    help: 'Commit config/database.yml; its secrets come from variables',
  }];
}

/** Files of SQLite in the settings of Rails, those of production first. */
export function railsDatabases(project: RubyProject): readonly DatabaseFile[] {
  const file = databaseSettings(project)?.file ?? '';
  const text = project.repository.read(file) ?? '';
  const found = [...withoutHashComments(text).matchAll(/^[ \t]*database:[ \t]*["']?([\w./-]+\.(?:sqlite3?|db))\b/gmu)].map((match) => ({ path: match[1]!, evidence: cite(file, text, match.index + match[0].search(/\S/u)) }));
  const chosen = found.find(({ path }) => path.includes('production')) ?? found[0];
  if (chosen === undefined) return [];
  const folder = folderOf(chosen.path);
  // migrations lie in the folder that older releases keep it in: the variable goes before the settings
  const isShared = folder === '' || filesUnder(project.repository, fileOf(project, folder)).some((each) => each.endsWith('.rb'));
  return [isShared ? { prefix: 'sqlite3:', file: chosen.path, variable: 'DATABASE_URL', evidence: chosen.evidence } : { prefix: '', file: chosen.path, evidence: chosen.evidence }];
}

/** Where Active Storage keeps what it is given, if production keeps it on a disk. */
export function railsFolders(project: RubyProject): NonNullable<DataSigns['folders']> {
  const file = fileOf(project, 'config/storage.yml');
  const text = project.repository.read(file) ?? '';
  const service = /\bactive_storage\.service\s*=\s*:(\w+)/u.exec(codeOf(project, 'config/environments/production.rb'))?.[1];
  const disk = service === undefined ? null : new RegExp(String.raw`^${service}:[^]*?(?=^\w|$(?![^]))`, 'mu').exec(withoutHashComments(text));
  const root = disk === null || !/service:\s*Disk\b/u.test(disk[0]) ? null : /root:\s*<%=\s*Rails\.root\.join\(\s*["']([\w./-]+)["']\s*\)/u.exec(disk[0]);
  return root === null || disk === null ? [] : [{ path: root[1]!, evidence: cite(file, text, disk.index) }];
}
