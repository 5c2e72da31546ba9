import { execFile, execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'mocha';

/** The checkout. */
export const root = dirname(dirname(import.meta.dirname));
export const example = join(root, 'examples', 'shop');
const sources = ['bin', 'examples', 'generators', 'lib', 'scripts', 'templates', 'package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];

const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'docker-architect-package-')));
after(() => rmSync(workspace, { recursive: true, force: true }));

/** `yo` gives root's rights away before it does anything (root-check: uid and gid 1000). */
const yoUser = 1000;
const isRoot = process.getuid?.() === 0;

/** The environment of a plain shell: nothing of the npm or the mocha that runs the tests. */
function shellEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$|^NODE_OPTIONS$|^XDG_|^NODE_PATH$/iu.test(name));
  return { ...Object.fromEntries(inherited), HOME: join(workspace, 'home'), NO_UPDATE_NOTIFIER: '1', npm_config_prefix: join(workspace, 'prefix'), npm_config_update_notifier: 'false' };
}

export interface Installation {
  /** A copy of the checkout, built. */
  readonly checkout: string;
  readonly tarball: string;
  /** Paths in the tarball, sorted, without `package/`. */
  readonly contents: readonly string[];
  /** Where npm put the package. */
  readonly folder: string;
  /** The command, as npm linked it. */
  readonly bin: string;
  readonly environment: NodeJS.ProcessEnv;
}

function pack(copy: string): string {
  for (const name of sources.filter((each) => existsSync(join(root, each)))) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // `prepare` builds: this is what a fresh clone would publish, and the checkout's own dist/ stays as it is
  execFileSync('npm', ['pack', '--pack-destination', workspace], { cwd: copy, stdio: 'pipe' });
  return join(workspace, readdirSync(workspace).find((name) => name.endsWith('.tgz'))!);
}

function install(): Installation {
  const checkout = join(workspace, 'source');
  const tarball = pack(checkout);
  const environment = shellEnvironment();
  mkdirSync(environment['HOME']!);
  // without a network: a package that needed another one would fail here
  execFileSync('npm', ['install', '--global', '--offline', '--no-audit', '--no-fund', tarball], { cwd: workspace, env: environment, stdio: 'pipe' });
  const listing = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
  return {
    checkout,
    tarball,
    contents: listing.split('\n').filter((line) => line !== '').map((line) => line.replace(/^package\//u, '')).toSorted(),
    folder: join(workspace, 'prefix', 'lib', 'node_modules', 'generator-docker-architect'),
    bin: join(workspace, 'prefix', 'bin', 'docker-architect'),
    environment,
  };
}

let installed: Installation | undefined;

/** The package as published: packed from a copy of the sources and installed globally into a prefix of its own, once for all suites. */
export const installation = (): Installation => (installed ??= install());

function give(path: string): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, yoUser, yoUser);
}

let projects = 0;

/** A folder with a copy of the example or nothing in it. All have one name, because discovery looks at it. */
export function project(content: 'example' | 'empty' = 'example'): string {
  const folder = join(workspace, `projects-${(projects += 1)}`, 'checkout');
  if (content === 'example') cpSync(example, folder, { recursive: true, filter: (path) => !path.startsWith(join(example, 'node_modules')) });
  else mkdirSync(folder, { recursive: true });
  return folder;
}

/** Root makes the folders, `yo` works as somebody else. */
export function giveToYo(): void {
  if (isRoot) give(workspace);
}

/** Why the real `yo` cannot be run on this checkout, if so. */
export function yoHindrance(): string | undefined {
  if (!isRoot) return undefined;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return `yo drops root, and ${folder} is closed to others`;
  }
  return undefined;
}

export const yo = join(root, 'node_modules', 'yo', 'lib', 'cli.js');

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder, with nothing on its standard input. */
export function command(program: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(program, [...args], { cwd, env: installation().environment, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs a program of Node's. */
export const run = (argv: readonly string[], cwd: string): Promise<Run> => command(process.execPath, argv, cwd);

/** Every file below a folder: content and whether it is executable, by path. */
export function tree(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(folder.length + 1), `${(statSync(path).mode & 0o100) === 0 ? 'file' : 'program'}\n${readFileSync(path, 'utf8')}`])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
