import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { composedCommands } from '../../lib/yeoman/register.js';
import { commands, flags } from '../../lib/cli/flags.js';
import { exitStatus } from '../../lib/diagnostics.js';
import { command, example, installation, project, root, run, tree } from './installation.js';
import type { Installation } from './installation.js';

/** The repository's own bin, from the sources. */
const own = ['--import', import.meta.resolve('tsx/esm'), '--import', join(root, 'scripts/text-imports.mjs'), join(root, 'bin/docker-architect.ts')];

describe('the published package', function () {
  this.timeout(60_000);
  let at: Installation;
  let manifest: Record<string, unknown>;
  before(() => {
    at = installation();
    manifest = JSON.parse(readFileSync(join(at.folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  });

  it('holds the bundle, its licences and the documents of a package', () => {
    const others = at.contents.filter((path) => !path.startsWith('dist/'));
    assert.deepEqual(others.filter((path) => !['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'].includes(path)), []);
    for (const path of ['LICENSE', 'README.md', 'package.json']) assert.ok(others.includes(path), `${path} is missing`);
    assert.deepEqual(at.contents.filter((path) => !/\.js$|^[A-Z-]+(?:\.md)?$|^package\.json$|^dist\/THIRD-PARTY-LICENSES\.txt$/u.test(path)), []);
  });

  it('holds a generator for each command, and nothing else that yo would take for one', () => {
    const lookups = /^(?:dist\/generators\/|lib\/generators\/|generators\/)?(?<name>[^/]+)\/index\.[cm]?[jt]s$/u;
    const found = at.contents.flatMap((path) => lookups.exec(path)?.groups?.['name'] ?? []);
    assert.deepEqual(found.toSorted(), Object.keys(commands).toSorted());
  });

  it('needs no other package', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) assert.equal(manifest[kind], undefined, kind);
  });

  it('ships the licence of everything that was bundled', () => {
    const notices = readFileSync(join(at.folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['yeoman-environment', 'yeoman-generator', 'mem-fs-editor', 'ejs', 'yaml', 'valibot', 'inquirer']) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'mu'));
    }
  });

  it('names no folder of the machine that built it', () => {
    // a relative path, which the bundler keeps as the name of a module, is no place on this machine
    const absolute = new RegExp(String.raw`(?<!\.\.)${root.replaceAll(/[.+()]/gu, String.raw`\$&`)}`, 'u');
    for (const path of at.contents.filter((each) => each.endsWith('.js'))) assert.doesNotMatch(readFileSync(join(at.folder, path), 'utf8'), absolute, path);
  });

  it('has a command that can be executed', () => {
    assert.ok((statSync(at.bin).mode & 0o111) !== 0);
  });

  it('prints help and version', async () => {
    const help = await run([at.bin, '--help'], at.folder);
    assert.equal(help.status, 0);
    for (const name of [...Object.keys(commands).filter((each) => each !== 'app'), ...Object.keys(flags).map((flag) => `--${flag}`)]) assert.ok(help.stdout.includes(`  ${name} `), name);
    assert.deepEqual(await run([at.bin, '--version'], at.folder), { status: 0, stdout: `${String(manifest['version'])}\n`, stderr: '' });
  });

  it('is described by its README as it is', () => {
    const readme = readFileSync(join(at.folder, 'README.md'), 'utf8');
    for (const [name, flag] of Object.entries(flags)) {
      const value = 'value' in flag ? ` ${flag.value.replaceAll('|', String.raw`\|`)}` : '';
      assert.ok(readme.includes(`| \`--${name}${value}\` |`), `--${name}`);
    }
    for (const name of Object.keys(commands).filter((each) => each !== 'app')) assert.ok(readme.includes(`| \`${name}\` |`) || readme.includes(`| \`${name} NAME\` |`), name);
    for (const status of Object.values(exitStatus)) assert.ok(readme.includes(`| ${status} |`), String(status));
  });

  it('runs without being installed', async () => {
    const npm = await command('npm', ['exec', '--offline', '--yes', '--package', at.tarball, '--', 'docker-architect', '--version'], project('empty'));
    assert.deepEqual([npm.status, npm.stdout], [0, `${String(manifest['version'])}\n`], npm.stderr);
  });

  it('writes what the sources write, byte for byte', async () => {
    const [published, sources] = [project(), project()];
    const results = await Promise.all([run([at.bin, '--yes'], published), run([...own, '--yes'], sources)]);
    assert.deepEqual(results.map(({ status }) => status), [0, 0], results.map(({ stderr }) => stderr).join('\n'));
    assert.equal(results[0]!.stderr, results[1]!.stderr);
    const files = tree(published);
    assert.deepEqual(files, tree(sources));
    assert.ok(Object.keys(files).length > Object.keys(tree(example)).length + 15);
  });

  it('changes nothing when it runs again', async () => {
    const folder = project();
    await run([at.bin, '--yes'], folder);
    const first = tree(folder);
    assert.equal((await run([at.bin, '--yes'], folder)).status, 0);
    assert.deepEqual(tree(folder), first);
    assert.equal((await run([at.bin, '--check', '--yes'], folder)).status, 0);
  });

  it('writes the same blueprint by its parts', async () => {
    const [whole, parts] = [project(), project()];
    await run([at.bin, '--yes'], whole);
    for (const command of composedCommands) assert.equal((await run([at.bin, command, '--yes'], parts)).status, 0, command);
    assert.deepEqual(tree(parts), tree(whole));
  });

  it('takes back the brief that it prints', async () => {
    const [printed, written] = [project(), project()];
    const { stdout, status } = await run([at.bin, 'discover', '--brief'], printed);
    assert.equal(status, 0);
    assert.deepEqual(tree(printed), tree(example), 'discover writes nothing');
    writeFileSync(join(at.environment['HOME']!, 'brief.yml'), stdout);
    await run([at.bin, '--yes'], printed);
    assert.equal((await run([at.bin, '--from', join(at.environment['HOME']!, 'brief.yml')], written)).status, 0);
    assert.deepEqual(tree(written), tree(printed));
  });
});
