import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/diagnostics.js';
import { listTree, readTree, temporaryFolder } from '../support/folders.js';
import type { Files } from '../support/folders.js';
import { run } from '../support/run.js';
import type { RunOptions } from '../support/run.js';
import { project } from './project.js';

/** Runs and expects one message for the user, exit status 2, and nothing written. */
async function refused(folder: string, message: RegExp, options: RunOptions = {}): Promise<void> {
  const before = readTree(folder);
  await assert.rejects(run('app', folder, { ...options, flags: { yes: true, ...options.flags } }), (error: unknown) => {
    assert.ok(error instanceof UserError, String(error instanceof Error ? error.stack : error));
    assert.equal(error.code, 2);
    assert.match(error.message, message);
    return true;
  });
  assert.deepEqual(readTree(folder), before);
}

describe('beside Docker files of somebody else', () => {
  const accepted = [
    'compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml', 'compose.override.yaml', 'compose.override.yml', 'docker-compose.override.yaml', 'docker-compose.override.yml',
    'docker-compose.prod.yml', 'Dockerfile', 'api.Dockerfile', 'services/api/Dockerfile',
  ];
  for (const file of accepted) {
    it(`nothing is written: ${file}`, async () => {
      const folder = temporaryFolder({ ...project, [file]: 'FROM scratch\n' });
      await refused(folder, new RegExp(`^${file.replaceAll('.', '\\.')} is already there, .*nothing was written\\.`, 'u'));
      assert.ok(!readdirSync(folder).includes('.docker-architect'));
    });
  }

  it('material of tests and examples does not count', async () => {
    const folder = temporaryFolder({ ...project, 'test/fixtures/Dockerfile': 'FROM scratch\n', 'examples/Dockerfile': 'FROM scratch\n' });
    assert.equal((await run('app', folder, { flags: { yes: true } })).status, 0);
  });

  it('those of an earlier run do not count', async () => {
    const folder = temporaryFolder(project);
    await run('app', folder, { flags: { yes: true } });
    assert.equal((await run('app', folder, { flags: { yes: true } })).status, 0);
  });

  it('one that was added after an earlier run does', async () => {
    const folder = temporaryFolder(project);
    await run('app', folder, { flags: { yes: true } });
    writeFileSync(join(folder, 'compose.yaml'), 'services: {}\n');
    await refused(folder, /^compose\.yaml is already there/u);
  });
});

describe('input that cannot be used', () => {
  const projects: readonly (readonly [string, Files, RegExp])[] = [
    ['an empty folder', {}, /^no application was found here/u],
    ['a manifest that does not parse', { ...project, 'package.json': '{\n  "name": "shop",\n}\n' }, /^package\.json:3:1: this is not valid JSON/u],
    ['a manifest that is a list', { ...project, 'package.json': '[]\n' }, /^package\.json:1:1: the top level must be an object/u],
    ['answers that do not parse', { ...project, '.yo-rc.json': '{' }, /^\.yo-rc\.json:1:2: this is not valid JSON/u],
    ['saved answers that are no brief', { ...project, '.yo-rc.json': '{"generator-docker-architect":{"brief":{"project":{"name":"A"}}}}' }, /^\.yo-rc\.json: /u],
  ];
  for (const [what, files, message] of projects) it(`is ${what}`, async () => refused(temporaryFolder(files), message));

  const flags: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    ['an unknown flag', { nonsense: true }, /^--nonsense: unknown flag/u],
    ['an unknown conflict policy', { conflict: 'mine' }, /^--conflict mine: unknown choice/u],
    ['an unknown language', { locale: 'xx' }, /^--locale xx: not available/u],
    ['a flag without its value', { from: true }, /^--from needs one value/u],
    ['a flag given twice', { from: ['a', 'b'] }, /^--from needs one value/u],
    ['a brief that is not there', { from: 'nowhere.yml' }, /^nowhere\.yml: this brief cannot be read/u],
    ['a folder that is not there', { directory: 'nowhere' }, /^nowhere: there is no such folder/u],
    ['a folder that is a file', { directory: 'package.json' }, /^package\.json: this is a file/u],
  ];
  for (const [what, given, message] of flags) it(`is ${what}`, async () => refused(temporaryFolder(project), message, { flags: given }));

  const briefs: readonly (readonly [string, string, RegExp])[] = [
    ['a brief that is no YAML', 'a: [1\nb: 2', /brief\.yml:2:\d+: /u],
    ['a brief with a key twice', 'project: {name: a}\nproject: {name: b}', /brief\.yml:2:1: /u],
    ['an empty brief', '', /brief\.yml: the brief: /u],
    ['a brief with several problems', 'project: {name: A B}\napps: [{stack: node, port: 0, commands: {start: [a]}}]', /brief\.yml: project\.name: [^]*\n.*brief\.yml: apps\.0\.port: a port is 1 to 65535/u],
    ['a brief that explodes', `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`, /brief\.yml: /u],
  ];
  for (const [what, text, message] of briefs) {
    it(`is ${what}`, async () => {
      const file = join(temporaryFolder({ 'brief.yml': text }), 'brief.yml');
      await refused(temporaryFolder(project), message, { flags: { from: file } });
    });
  }

  it('is an app behind a symbolic link that leaves the project', async () => {
    const outside = temporaryFolder({ 'package.json': '{}' });
    const folder = temporaryFolder(project);
    symlinkSync(outside, join(folder, 'api'));
    const file = join(temporaryFolder({ 'b.json': JSON.stringify({ project: { name: 'shop' }, apps: [{ stack: 'node', path: 'api', commands: { start: ['node', 'x.js'] } }] }) }), 'b.json');
    await refused(folder, /^api: a symbolic link leads outside the project/u, { flags: { from: file } });
  });

  it('is a link in the place of a file, which leads outside', async () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder(project);
    symlinkSync(outside, join(folder, 'docker'));
    await refused(folder, /^docker\/.*: a symbolic link leads outside the project/u);
    assert.deepEqual(listTree(outside), []);
  });

  it('is a folder in the place of a file', async () => {
    const folder = temporaryFolder(project);
    mkdirSync(join(folder, 'docs/docker-operations.md'), { recursive: true });
    await refused(folder, /^docs\/docker-operations\.md: a file is to be written here, but it is a folder/u);
  });

  for (const file of ['docs', 'docker', '.github']) {
    it(`is a file in the place of a folder: ${file}`, async () => refused(temporaryFolder({ ...project, [file]: 'a file\n' }), new RegExp(file.replace('.', '\\.'), 'u')));
  }

  it('is a folder that cannot be written', async function () {
    if (process.getuid?.() === 0) this.skip();
    const folder = temporaryFolder(project);
    chmodSync(folder, 0o555);
    await refused(folder, /cannot be written/u);
    chmodSync(folder, 0o755);
  });
});

describe('a brief from a file', () => {
  const brief = { project: { name: 'store' }, services: ['redis'], apps: [{ stack: 'node', port: 5000, commands: { start: ['node', 'main.js'] } }] };
  for (const [form, text] of [['JSON', JSON.stringify(brief)], ['YAML', 'project: {name: store}\nservices: [redis]\napps:\n  - stack: node\n    port: 5000\n    commands: {start: [node, main.js]}\n']] as const) {
    it(`is taken as ${form}, even for an empty folder, without a question`, async () => {
      const folder = temporaryFolder();
      const { asked } = await run('app', folder, { terminal: true, flags: { from: join(temporaryFolder({ brief: text }), 'brief') } });
      assert.deepEqual(asked, []);
      assert.match(readTree(folder)['docker/app/Dockerfile']!, /EXPOSE 5000[^]*CMD \["node", "main\.js"\]/u);
    });
  }

  it('is written to the folder that --directory names', async () => {
    const [here, there] = [temporaryFolder(project), temporaryFolder(project)];
    await run('app', here, { flags: { yes: true, directory: there } });
    assert.deepEqual(readTree(here), project);
    assert.ok(listTree(there).includes('docker-compose.yml'));
  });
});
