// A project in a fresh folder with the blueprint that the built generator wrote into it.
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, run, succeed } from '../support/engine.js';
import { writeTree } from '../support/folders.js';
import { Stack } from './stack.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = process.env['E2E_BIN'] ?? join(root, 'dist/bin/docker-architect.js');
const sources = { shop: join(root, 'examples/shop'), echo: join(root, 'test/e2e/fixtures/echo') } as const;

/** Neither root nor the first user of a Debian system nor a user of an image. */
const owner = { uid: 1234, gid: 1234 };

const base = 'docker-compose.yml';

export class Project {
  readonly folder: string;
  readonly name: string;
  /** As a user types it: plain `docker compose`. */
  readonly development: Stack;
  readonly ci: Stack;
  readonly production: Stack;

  constructor(folder: string, name: string, ports: readonly [number, number, number]) {
    this.folder = folder;
    this.name = name;
    this.development = new Stack(folder, name, [], ports[0]);
    this.ci = new Stack(folder, `${name}-ci`, [base, 'docker-compose.ci.yml'], ports[1]);
    this.production = new Stack(folder, `${name}-production`, [base, 'docker-compose.prod.yml'], ports[2]);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Writes a file as the project's owner would. */
  write(path: string, content: string): void {
    writeFileSync(join(this.folder, path), content);
    if (process.getuid?.() === 0) chownSync(join(this.folder, path), owner.uid, owner.gid);
  }

  edit(path: string, from: string, to: string): void {
    const before = this.read(path);
    if (!before.includes(from)) throw new Error(`${path} does not contain ${from}`);
    writeFileSync(join(this.folder, path), before.replace(from, to));
  }

  /** Whom a file belongs to: user and group by number. */
  owner(path = '.'): string {
    const { uid, gid } = statSync(join(this.folder, path));
    return `${uid}:${gid}`;
  }

  /** Permissions of a file in octal. */
  mode(path: string): string {
    return (statSync(join(this.folder, path)).mode & 0o777).toString(8);
  }

  /** Runs a program in the folder as its owner. */
  async asOwner(command: string, ...args: readonly string[]): Promise<string> {
    const identity = process.getuid?.() === 0 ? owner : {};
    return await succeed(command, args, { cwd: this.folder, env: { HOME: tmpdir() }, ...identity });
  }

  /** Takes everything away that the tests of this project left on the engine and on the disk. */
  async remove(): Promise<void> {
    for (const stack of [this.development, this.ci, this.production]) await stack.remove();
    const images = (await run('docker', ['image', 'ls', '-q', '--filter', `reference=${this.name}-*`])).stdout.split('\n').filter((id) => id !== '');
    if (images.length > 0) await run('docker', ['image', 'rm', '-f', ...new Set(images)]);
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }
}

/** Runs the built generator, which has to end with status 0. */
export async function architect(...args: readonly string[]): Promise<string> {
  return await succeed(process.execPath, [program, ...args]);
}

/** Copies a project into a fresh folder under a name of its own, writes its blueprint, and makes the base images available. */
export async function generate(source: keyof typeof sources, suffix = ''): Promise<Project> {
  return await generateFrom(sources[source], source, suffix);
}

/**
 * Writes the blueprint under the name. A manifest other than `package.json` may say the project's own, in words that its source repeats
 * (go.mod): there the brief is changed, as a person would, so that two suites never share containers.
 */
async function writeBlueprint(folder: string, name: string): Promise<void> {
  const brief = await architect('discover', '--brief', '--directory', folder);
  const named = brief.replace(/^(project:\n {2}name: ).*$/mu, `$1${name}`);
  if (named === brief) {
    await architect('--yes', '--directory', folder);
    return;
  }
  const file = join(dirname(folder), 'brief.yml');
  writeFileSync(file, named);
  await architect('--yes', '--from', file, '--directory', folder);
}

/** A project of these files whose blueprint comes from a brief. Its images are not provided yet. */
export async function generateFromBrief(title: string, files: Readonly<Record<string, string>>, brief: (name: string) => object): Promise<Project> {
  const name = `${title}-e2e-${process.pid}`;
  const folder = join(mkdtempSync(join(tmpdir(), 'docker-architect-')), name);
  writeTree(folder, { ...files, 'brief.json': JSON.stringify(brief(name)) });
  await architect('--yes', '--directory', folder, '--from', join(folder, 'brief.json'));
  return await owned(folder, name);
}

/** Gives a written blueprint to its owner, on ports of its own. */
async function owned(folder: string, name: string): Promise<Project> {
  if (process.getuid?.() === 0) await succeed('chown', ['-R', `${owner.uid}:${owner.gid}`, dirname(folder)]);
  return new Project(folder, name, [await freePort(), await freePort(), await freePort()]);
}

/** Makes images available: a folder's, or one by its name. */
export async function provide(what: string): Promise<void> {
  const images = process.env['E2E_IMAGES'];
  if (images !== undefined && images !== '') await succeed('sh', ['-c', `${images} "$1"`, 'images', what], { cwd: root, timeout: 900_000 });
}

/** The same for any folder. Where the project says its own name, in `package.json`, that is changed; else the folder's name counts. */
export async function generateFrom(source: string, title: string, suffix = ''): Promise<Project> {
  const name = `${title}-e2e-${process.pid}${suffix}`;
  const folder = join(mkdtempSync(join(tmpdir(), 'docker-architect-')), name);
  cpSync(source, folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|\.git)(?:[\\/]|$)/u.test(path.slice(source.length)) });
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, `${JSON.stringify({ ...manifest, name }, null, 2)}\n`);
  }
  await writeBlueprint(folder, name);
  const project = await owned(folder, name);
  await provide(folder);
  return project;
}
