import { withoutHashComments, withoutSlashComments } from '../../discovery/comments.js';
import { joinPath } from '../../discovery/repository.js';
import type { CppApp } from './app.js';

/** A file of settings; `code` is its text without comments, every character in its place. */
export interface Settings {
  readonly file: string;
  readonly text: string;
  readonly code: string;
}

/** Settings of Drogon in the usual places: JSON with comments, or YAML (its wiki, "Configuration file"). */
export function drogonSettings({ project, path }: Pick<CppApp, 'project' | 'path'>): readonly Settings[] {
  const folders = [...new Set([path, project.folder])].flatMap((folder) => [folder, joinPath(folder, 'config'), joinPath(folder, 'conf')]);
  return folders.flatMap((folder) => ['config.json', 'config.yaml'].map((name) => joinPath(folder, name))).flatMap((file) => {
    const text = project.repository.read(file);
    return text === undefined ? [] : [{ file, text, code: file.endsWith('.json') ? withoutSlashComments(text) : withoutHashComments(text) }];
  });
}

/** The folder that Drogon serves files from, relative to where it runs. */
export function documentRoots(app: Pick<CppApp, 'project' | 'path'>): readonly string[] {
  return drogonSettings(app).flatMap(({ code }) => /["']?\bdocument_root["']?[ \t]*:[ \t]*["']?(?:\.\/)?([\w-]+(?:\/[\w.-]+)*)\/?["']?/u.exec(code)?.[1] ?? []);
}
