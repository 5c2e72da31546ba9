import { accessSync, chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../diagnostics.js';
import { isSafePath } from '../merge/base-store.js';

function refuse(code: string, message: string, help: string): never {
  throw new UserError({ code, severity: 'error', message, help });
}

/** The project's folder, or one line about why it cannot be worked in. Nothing is made. */
export function projectFolder(path: string, writable: boolean): string {
  const folder = resolve(path);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) refuse('folder-missing', `${path}: there is no such folder`, 'Make it first, or name another one with --directory');
  if (!stat.isDirectory()) refuse('folder-missing', `${path}: this is a file`, 'Name a folder with --directory');
  try {
    accessSync(folder, constants.R_OK | constants.X_OK | (writable ? constants.W_OK : 0));
  } catch {
    refuse('folder-unwritable', `${path}: this folder cannot be ${writable ? 'written' : 'read'}`, 'Change its permissions or run as its owner');
  }
  return folder;
}

/** What is there; nothing where a file stands in the place of a folder on the way. */
function statOf(path: string, stat: typeof statSync | typeof lstatSync = statSync): Stats | undefined {
  try {
    return stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

const temporaryName = /^\.\d+\.docker-architect\.tmp$/u;

function mayWrite(path: string, more: number): boolean {
  try {
    accessSync(path, constants.W_OK | more);
    return true;
  } catch {
    return false;
  }
}

/** Files of one project. Every path is checked on its way in: nothing outside the folder is read or written, by `..` or by symbolic link. */
export class ProjectFiles {
  constructor(readonly root: string) {}

  /** The absolute path. Throws a UserError where the path or a link on it leaves the project. */
  locate(path: string): string {
    if (!isSafePath(path)) refuse('path-outside', `${path}: this path lies outside the project`, 'Use a relative path without ".."');
    const absolute = join(this.root, path);
    const real = realpathSync(this.root);
    let existing = absolute;
    while (statOf(existing, lstatSync) === undefined) existing = dirname(existing);
    let target: string;
    try {
      target = realpathSync(existing);
    } catch {
      refuse('path-outside', `${path}: a symbolic link on this path points nowhere`, 'Remove the link and run again');
    }
    const inside = relative(real, target);
    if (inside === '..' || inside.startsWith(`..${sep}`)) refuse('path-outside', `${path}: a symbolic link leads outside the project`, 'Remove the link and run again');
    return absolute;
  }

  /** The text, or undefined where there is no file. Throws a UserError for a folder or an unreadable file. */
  read(path: string): string | undefined {
    const absolute = this.locate(path);
    const stat = statOf(absolute);
    if (stat === undefined) return undefined;
    if (!stat.isFile()) refuse('not-a-file', `${path}: a file is to be written here, but it is a folder`, 'Move it away and run again');
    try {
      return readFileSync(absolute, 'utf8');
    } catch {
      refuse('file-unreadable', `${path}: this file cannot be read`, 'Change its permissions and run again');
    }
  }

  /** Names of the files directly in a folder; none where there is no folder. */
  list(path: string): readonly string[] {
    const absolute = this.locate(path);
    return statOf(absolute)?.isDirectory() === true ? readdirSync(absolute) : [];
  }

  /** Throws a UserError where a later `write` could not replace or make the file, before anything is written. */
  assertWritable(path: string): void {
    let existing = this.locate(path);
    if (statOf(existing) !== undefined) {
      if (!mayWrite(existing, 0)) refuse('file-unwritable', `${path}: this file is read-only`, 'Change its permissions, or move it away, and run again');
      existing = realpathSync(existing);
    }
    let folder = dirname(existing);
    while (statOf(folder) === undefined) folder = dirname(folder);
    const name = relative(this.root, folder) || '.';
    if (!statSync(folder).isDirectory()) refuse('not-a-folder', `${path}: a folder is to be made at ${name}, but it is a file`, 'Move it away and run again');
    if (!mayWrite(folder, constants.X_OK)) refuse('file-unwritable', `${path}: the folder ${name} is read-only`, 'Change its permissions and run again');
  }

  /** Removes what a run that was killed left half written beside these files. */
  sweep(paths: Iterable<string>): void {
    const folders = new Set([...paths].map((path) => dirname(path)));
    for (const folder of folders) {
      const names = folder === '.' ? readdirSync(this.root) : this.list(folder);
      for (const name of names) if (temporaryName.test(name)) this.remove(folder === '.' ? name : `${folder}/${name}`);
    }
  }

  remove(path: string): void {
    rmSync(this.locate(path), { force: true });
  }

  /** Replaces the file in one step: whoever looks sees the old text or the new one. Keeps the mode of a file that is there. */
  write(path: string, content: string, executable: boolean): void {
    const link = this.locate(path);
    const absolute = statOf(link) === undefined ? link : realpathSync(link);
    const before = statOf(absolute);
    const temporary = join(dirname(absolute), `.${process.pid}.docker-architect.tmp`);
    try {
      mkdirSync(dirname(absolute), { recursive: true });
      const handle = openSync(temporary, 'wx', 0o666);
      try {
        writeFileSync(handle, content);
      } finally {
        closeSync(handle);
      }
      const mode = (before ?? statSync(temporary)).mode & 0o777;
      chmodSync(temporary, executable ? mode | ((mode & 0o444) >> 2) : mode);
      renameSync(temporary, absolute);
    } catch (error) {
      rmSync(temporary, { force: true });
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      refuse('file-unwritable', `${path}: this file cannot be written (${reason})`, 'Change the permissions of its folder and run again');
    }
  }
}
