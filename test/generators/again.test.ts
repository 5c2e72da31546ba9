import assert from 'node:assert/strict';
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listTree, readTree, temporaryFolder } from '../support/folders.js';
import { run } from '../support/run.js';
import { project } from './project.js';

async function finished(): Promise<string> {
  const folder = temporaryFolder(project);
  await run('app', folder, { flags: { yes: true } });
  return folder;
}

const edit = (folder: string, path: string, change: (text: string) => string): void => writeFileSync(join(folder, path), change(readTree(folder)[path]!));
const compose = 'docker-compose.yml';

describe('a second run', () => {
  it('writes nothing and says so', async () => {
    const folder = await finished();
    const before = readTree(folder);
    for (const path of listTree(folder)) utimesSync(join(folder, path), 1, 1);
    const { status, messages } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 0);
    assert.match(messages, /Everything is up to date/u);
    assert.deepEqual(readTree(folder), before);
    for (const path of listTree(folder)) assert.equal(statSync(join(folder, path)).mtimeMs, 1000, `${path} was written again`);
  });

  it('keeps what the user changed, without a question', async () => {
    const folder = await finished();
    edit(folder, compose, (text) => `${text}\n# mine\n`);
    const { status, asked } = await run('app', folder, { terminal: false });
    assert.deepEqual([status, asked], [0, []]);
    assert.match(readTree(folder)[compose]!, /# mine\n$/u);
  });

  it('merges what the user changed with what the new answers change', async () => {
    const folder = await finished();
    edit(folder, 'docker-compose.override.yml', (text) => text.replace(/^/u, '# mine\n'));
    edit(folder, '.yo-rc.json', (text) => text.replace('"port": 8080', '"port": 9090'));
    const { status } = await run('app', folder, { flags: { yes: true } });
    const merged = readTree(folder)['docker-compose.override.yml']!;
    assert.equal(status, 0);
    assert.match(merged, /^# mine\n/u);
    assert.match(merged, /HTTP_PORT:-9090/u);
  });

  it('leaves a file that the user deleted away', async () => {
    const folder = await finished();
    rmSync(join(folder, 'docs'), { recursive: true });
    const { status } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 0);
    assert.ok(!listTree(folder).includes('docs/docker-operations.md'));
  });

  it('leaves an entry that the user deleted away, and keeps those of the user', async () => {
    const folder = await finished();
    edit(folder, '.gitignore', (text) => text.replace('/secrets/\n', '/private/\n'));
    await run('app', folder, { flags: { yes: true } });
    const text = readTree(folder)['.gitignore']!;
    assert.doesNotMatch(text, /\/secrets\//u);
    assert.match(text, /\/private\//u);
  });

  it('keeps Windows line ends', async () => {
    const folder = await finished();
    edit(folder, compose, (text) => text.replaceAll('\n', '\r\n'));
    const before = readTree(folder)[compose];
    const { status } = await run('app', folder, { flags: { yes: true } });
    assert.deepEqual([status, readTree(folder)[compose]], [0, before]);
  });

  it('works on where its own memory is lost, and keeps what is there', async () => {
    const folder = await finished();
    rmSync(join(folder, '.docker-architect'), { recursive: true });
    edit(folder, compose, (text) => `${text}# mine\n`);
    const { status } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 1);
    assert.match(readTree(folder)[compose]!, /# mine\n$/u);
  });

  it('takes a damaged base for a missing one', async () => {
    const folder = await finished();
    for (const path of listTree(folder).filter((each) => each.includes('/blobs/'))) writeFileSync(join(folder, path), 'forged\n');
    edit(folder, compose, (text) => `${text}# mine\n`);
    await run('app', folder, { flags: { yes: true } });
    assert.match(readTree(folder)[compose]!, /# mine\n$/u);
    assert.doesNotMatch(readTree(folder)[compose]!, /forged/u);
  });

  it('never follows a hostile manifest out of the project', async () => {
    const folder = await finished();
    writeFileSync(join(folder, '.docker-architect/manifest.json'), JSON.stringify({ version: 1, files: { '../outside': 'a'.repeat(64), [compose]: '../../etc/passwd' } }));
    const { status } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 0);
  });
});

describe('a true conflict', () => {
  /** The user and the new answers change the same line. */
  async function conflicting(): Promise<string> {
    const folder = await finished();
    edit(folder, 'docker-compose.override.yml', (text) => text.replace('HTTP_PORT:-8080', 'HTTP_PORT:-7070'));
    edit(folder, '.yo-rc.json', (text) => text.replace('"port": 8080', '"port": 9090'));
    return folder;
  }
  const override = (folder: string): string => readTree(folder)['docker-compose.override.yml']!;

  it('keeps the side of the user where nobody can be asked, lists the file, and ends with 1', async () => {
    const folder = await conflicting();
    const { status, messages } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 1);
    assert.match(override(folder), /HTTP_PORT:-7070/u);
    assert.doesNotMatch(override(folder), /<<<<<<<|9090/u);
    assert.match(messages, /docker-compose\.override\.yml: yours was kept/u);
  });

  it('offers the change again in the next run', async () => {
    const folder = await conflicting();
    await run('app', folder, { flags: { yes: true } });
    const { status } = await run('app', folder, { flags: { yes: true } });
    assert.equal(status, 1);
  });

  const policies: readonly (readonly [object, number, RegExp])[] = [
    [{ conflict: 'yours' }, 1, /HTTP_PORT:-7070/u],
    [{ conflict: 'new' }, 0, /HTTP_PORT:-9090/u],
    [{ force: true }, 0, /HTTP_PORT:-9090/u],
    [{ conflict: 'markers' }, 1, /<<<<<<< yours\n.*HTTP_PORT:-7070[^]*=======\n.*HTTP_PORT:-9090[^]*>>>>>>> proposal/u],
  ];
  for (const [flags, expected, pattern] of policies) {
    it(`ends as the flag says: ${JSON.stringify(flags)}`, async () => {
      const folder = await conflicting();
      const { status } = await run('app', folder, { flags: { yes: true, ...flags } });
      assert.equal(status, expected);
      assert.match(override(folder), pattern);
    });
  }

  const answers = { name: 'shop', pattern: 'web', services: ['postgres', 'redis'], environments: ['ci', 'production'], port: '9090', memory: '' };
  for (const [choice, pattern] of [['yours', /7070/u], ['new', /9090/u]] as const) {
    it(`is asked at a terminal: ${choice}`, async () => {
      const folder = await conflicting();
      const { asked } = await run('app', folder, { terminal: true, answers: { ...answers, choice } });
      assert.ok(asked.includes('choice'));
      assert.match(override(folder), pattern);
    });
  }

  it('ends without a change where the user aborts', async () => {
    const folder = await conflicting();
    const before = readTree(folder);
    await assert.rejects(run('app', folder, { terminal: true, answers: { ...answers, choice: 'abort' } }), (error: Error & { code?: number }) => error.code === 130);
    assert.deepEqual(readTree(folder), before);
  });
});

describe('--dry-run', () => {
  it('shows the plan and writes nothing', async () => {
    const folder = temporaryFolder(project);
    const { status, stdout } = await run('app', folder, { flags: { yes: true, 'dry-run': true } });
    assert.equal(status, 0);
    assert.match(stdout, /nginx :8080[^]*app :4000[^]*create +docker-compose\.yml[^]*Decisions/u);
    assert.deepEqual(readTree(folder), project);
  });

  it('gives a program one JSON document', async () => {
    const { stdout } = await run('app', temporaryFolder(project), { flags: { yes: true, 'dry-run': true, json: true } });
    const { architecture, files } = JSON.parse(stdout) as { architecture: { project: object }; files: readonly { path: string; action: string }[] };
    assert.deepEqual(architecture.project, { name: 'shop', version: '0.1.0' });
    assert.ok(files.some(({ path, action }) => path === compose && action === 'create'));
    assert.ok(files.some(({ path, action }) => path === '.gitignore' && action === 'merge'));
  });
});

describe('--check', () => {
  it('ends with 1 where something would change, and writes nothing', async () => {
    const folder = temporaryFolder(project);
    const { status, messages } = await run('app', folder, { flags: { yes: true, check: true } });
    assert.equal(status, 1);
    assert.match(messages, /\d+ files would change/u);
    assert.deepEqual(readTree(folder), project);
  });

  it('ends with 0 where nothing would', async () => {
    const folder = await finished();
    const before = readTree(folder);
    const { status } = await run('app', folder, { flags: { yes: true, check: true } });
    assert.deepEqual([status, readTree(folder)], [0, before]);
  });

  it('ends with 0 where the user changed a file, with 1 where the answers did', async () => {
    const folder = await finished();
    edit(folder, compose, (text) => `${text}# mine\n`);
    assert.equal((await run('app', folder, { flags: { yes: true, check: true } })).status, 0);
    edit(folder, '.yo-rc.json', (text) => text.replace('"port": 8080', '"port": 9090'));
    assert.equal((await run('app', folder, { flags: { yes: true, check: true } })).status, 1);
  });
});
