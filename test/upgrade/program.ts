import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, temporaryFolder } from '../support/folders.js';

/** The program as it is built: `npm run build` made it. */
export const program = join(packageFolder, 'dist', 'bin', 'docker-architect.js');

export interface Ended {
  readonly status: number;
  readonly signal: NodeJS.Signals | null;
  /** Both outputs, as a person sees them. */
  readonly said: string;
}

interface Options {
  /** Flags of Node's, before the program. */
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs as another user than the one who runs the tests. */
  readonly uid?: number;
}

/** Runs the program on a folder with nobody at a terminal. */
export function runIn(folder: string, words: readonly string[] = ['--yes'], { node = [], environment = {}, uid }: Options = {}): Promise<Ended> {
  const home = { HOME: folder, NO_UPDATE_NOTIFIER: '1' };
  const child = spawn(process.execPath, [...node, program, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', ...home, ...environment },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status: status ?? -1, signal, said }));
  });
}

/** A small application: a server, a worker's file, a script for another one. */
const application = {
  'package.json': `${JSON.stringify({
    name: 'shop',
    version: '1.0.0',
    type: 'module',
    engines: { node: '24' },
    scripts: { start: 'node src/server.js', test: 'node --test', 'worker:reports': 'node src/reports.js' },
    dependencies: { express: '5.1.0', pg: '8.16.0' },
  }, undefined, 2)}\n`,
  'package-lock.json': `${JSON.stringify({ name: 'shop', version: '1.0.0', lockfileVersion: 3, packages: {} })}\n`,
  'src/server.js': "import express from 'express';\nconst app = express();\napp.get('/healthz', (_, answer) => answer.send('ok'));\napp.listen(process.env.PORT ?? 3000, '0.0.0.0');\n",
  'src/database.js': "import pg from 'pg';\nexport const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });\n",
  'src/mailer.js': "setInterval(() => console.log('mail'), 1000);\n",
  'src/reports.js': "setInterval(() => console.log('report'), 1000);\n",
} as const;

let finished: Promise<string> | undefined;

async function firstRun(): Promise<string> {
  const folder = temporaryFolder(application);
  const { status, said } = await runIn(folder);
  if (status !== 0) throw new Error(`the first run ended with ${status}:\n${said}`);
  return folder;
}

/** A folder of its own that holds the application and its blueprint. */
export async function blueprintFolder(): Promise<string> {
  const folder = temporaryFolder();
  cpSync(await (finished ??= firstRun()), folder, { recursive: true });
  return folder;
}

export const applicationFolder = (): string => temporaryFolder(application);

/** Everything below a folder: files with content, links with target, folders; and what may be done with them. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(entries.map((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path);
    const mode = (stat.mode & 0o777).toString(8);
    if (stat.isSymbolicLink()) return [name, `link ${readlinkSync(path)}`];
    return [name, stat.isDirectory() ? `folder ${mode}` : `file ${mode}\n${readFileSync(path, 'latin1')}`];
  }));
}

export const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Changes a file as an editor would. Fails where nothing changes: the test would say nothing. */
export function edit(folder: string, path: string, change: (text: string) => string): void {
  const before = textOf(folder, path);
  const after = change(before);
  if (after === before) throw new Error(`the edit of ${path} changes nothing`);
  writeFileSync(join(folder, path), after);
}

/** Other answers than those that were saved. */
export const answer = (folder: string, from: string, to: string): void => edit(folder, '.yo-rc.json', (text) => text.replace(from, to));

export const otherPort = (folder: string): void => answer(folder, '"port": 8080', '"port": 9090');

export const readOnly = (folder: string, path: string): void => chmodSync(join(folder, path), lstatSync(join(folder, path)).isDirectory() ? 0o555 : 0o444);

/** Files that differ between two moments, by name. */
export function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path] && !path.startsWith('.docker-architect')).toSorted();
}

/** Runs on a prepared folder where nothing at all may change. */
export async function refused(folder: string, message: RegExp, words: readonly string[] = ['--yes'], status = 2): Promise<void> {
  const before = snapshot(folder);
  const ended = await runIn(folder, words);
  assert.match(ended.said, message);
  assert.doesNotMatch(ended.said, /^\s+at /mu, 'a person is shown a stack trace');
  assert.equal(ended.status, status, ended.said);
  assert.deepEqual(snapshot(folder), before);
}
