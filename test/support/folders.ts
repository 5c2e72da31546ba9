import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Files = Readonly<Record<string, string>>;

/** The folder of the product's sources. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/u, '');

const made: string[] = [];

/** A new empty folder, removed when the tests end. */
export function temporaryFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'docker-architect-test-'));
  made.push(folder);
  writeTree(folder, files);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function writeTree(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Paths of all files below a folder, sorted, with `/`. */
export function listTree(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** Texts of all files below a folder, by path. */
export function readTree(folder: string): Record<string, string> {
  return Object.fromEntries(listTree(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

process.once('exit', removeTemporaryFolders);
