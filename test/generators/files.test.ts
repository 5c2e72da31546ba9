import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listTree, readTree, temporaryFolder } from '../support/folders.js';
import { run } from '../support/run.js';
import type { Command } from '../support/run.js';
import { project } from './project.js';

/** What each generator writes of a project with a worker. */
const written: Record<Exclude<Command, 'app' | 'discover'>, readonly string[]> = {
  application: ['.dockerignore', 'docker/app/Dockerfile', 'docker/app/entrypoint.development.sh', 'docker/app/entrypoint.sh', 'docker/app/healthcheck.mjs', 'docker/app/prune.mjs'],
  nginx: ['docker/nginx/Dockerfile', 'docker/nginx/nginx.conf'],
  workers: ['docker/workers/Dockerfile', 'docker/workers/healthcheck.sh', 'docker/workers/heartbeat.mjs'],
  compose: [
    '.env.example', '.gitattributes', '.gitignore', 'docker-compose.ci.yml', 'docker-compose.override.yml', 'docker-compose.prod.yml', 'docker-compose.yml', 'docker/db/account.sh', 'docker/secrets.sh',
  ],
  ci: ['.github/dependabot.yml', '.github/workflows/docker.yml'],
  docs: ['docs/docker-operations.md'],
};

const blueprintOf = (folder: string): readonly string[] =>
  listTree(folder).filter((path) => !(path in project) && !path.startsWith('.docker-architect/') && path !== '.yo-rc.json');

/** Lists of a person who leaves the rest to Enter: the test's terminal ticks nothing by itself. */
const ticked = { services: ['postgres', 'redis'], environments: ['ci', 'production'] };

describe('the root generator', () => {
  it('writes every file, asks nothing with --yes, and says what to do next', async () => {
    const folder = temporaryFolder(project);
    const { status, asked, messages } = await run('app', folder, { flags: { yes: true } });
    assert.deepEqual([status, asked], [0, []]);
    // a project's own .gitignore and .env.example are among them: they are merged
    assert.deepEqual(new Set([...blueprintOf(folder), '.gitignore', '.env.example']), new Set(Object.values(written).flat()));
    assert.match(messages, /docker compose up --build --wait/u);
  });

  it('leaves the files of the project as they are', async () => {
    const folder = temporaryFolder(project);
    await run('app', folder, { flags: { yes: true } });
    const after = readTree(folder);
    for (const [path, content] of Object.entries(project)) {
      if (path === '.gitignore' || path === '.env.example') assert.ok(after[path]!.startsWith(content), path);
      else assert.equal(after[path], content, path);
    }
  });

  it('makes scripts executable', async () => {
    const folder = temporaryFolder(project);
    await run('app', folder, { flags: { yes: true } });
    for (const path of Object.keys(readTree(folder)).filter((each) => each.startsWith('docker/') && each.endsWith('.sh'))) {
      assert.equal(statSync(join(folder, path)).mode & 0o111, 0o111, path);
    }
    assert.equal(statSync(join(folder, 'docker-compose.yml')).mode & 0o111, 0);
  });

  it('asks at a terminal, what it is first and constraints last, and does what the answers say', async () => {
    const folder = temporaryFolder(project);
    const answers = { name: 'store', pattern: 'web', services: ['redis'], environments: [], port: '9090', memory: '' };
    const { asked } = await run('app', folder, { terminal: true, answers });
    assert.deepEqual(asked, ['description', 'name', 'pattern', 'services', 'proxy', 'environments', 'port', 'memory', 'security']);
    const files = readTree(folder);
    assert.match(files['docker-compose.yml']!, /^name: store$/mu);
    assert.doesNotMatch(files['docker-compose.yml']!, /postgres/u);
    assert.match(files['docker-compose.override.yml']!, /HTTP_PORT:-9090/u);
    assert.ok(!('docker-compose.prod.yml' in files) && !('docker-compose.ci.yml' in files) && !('.github/workflows/docker.yml' in files));
  });

  it('takes what is said in own words as suggestions for the questions that follow', async () => {
    const folder = temporaryFolder(project);
    const { messages } = await run('app', folder, { terminal: true, answers: { ...ticked, services: ['postgres', 'redis', 'mongodb'], description: 'With MongoDB and a 4 GB server, behind Traefik' } });
    assert.match(messages, /service:mongodb technology: mongodb {2}\("MongoDB"\)/u);
    const files = readTree(folder);
    assert.match(files['docker-compose.yml']!, /image: .*mongo:/u);
    assert.ok('docker/traefik/Dockerfile' in files);
    assert.match(files['.yo-rc.json']!, /"memory": 4096/u);
  });

  it('builds what is described in an empty folder', async () => {
    const folder = temporaryFolder({});
    const { status, asked } = await run('app', folder, { terminal: true, answers: { ...ticked, description: 'A FastAPI service with PostgreSQL' } });
    assert.deepEqual([status, asked[0]], [0, 'description']);
    assert.match(readTree(folder)['docker-compose.yml']!, /image: .*postgres:/u);
  });

  it('asks no second time what it is about', async () => {
    const folder = temporaryFolder(project);
    await run('app', folder, { flags: { yes: true } });
    assert.equal((await run('app', folder, { terminal: true, answers: ticked })).asked[0], 'name');
    const described = temporaryFolder(project);
    assert.equal((await run('app', described, { terminal: true, answers: ticked, flags: { describe: 'with Redis' } })).asked[0], 'name');
  });

  it('prints the brief of a description for the project that it is run in, and writes nothing', async () => {
    const folder = temporaryFolder(project);
    const { stdout } = await run('discover', folder, { flags: { describe: 'with MongoDB', brief: true } });
    assert.match(stdout, /technology: mongodb/u);
    assert.match(stdout, /framework: express/u);
    assert.deepEqual(readTree(folder), project);
  });

  it('goes on with detected answers where nobody can answer, and says so', async () => {
    const folder = temporaryFolder(project);
    const { asked, messages } = await run('app', folder);
    assert.deepEqual(asked, []);
    assert.match(messages, /No terminal: detected and default answers are used/u);
    assert.ok(listTree(folder).includes('docker-compose.yml'));
  });

  it('stores no secret in the answers', async () => {
    const folder = temporaryFolder({ ...project, '.env.example': 'SESSION_SECRET=hunter2\nSTRIPE_API_KEY=sk_live_1\nLOG_LEVEL=info\n' });
    await run('app', folder, { flags: { yes: true } });
    const files = readTree(folder);
    for (const [path, text] of Object.entries(files)) if (path !== '.env.example' && !path.includes('/blobs/')) assert.doesNotMatch(text, /hunter2|sk_live_1/u, path);
  });
});

describe('a generator that runs alone', () => {
  for (const [command, paths] of Object.entries(written)) {
    it(`writes only its own files: ${command}`, async () => {
      const folder = temporaryFolder(project);
      await run(command as Command, folder, { flags: { yes: true } });
      const own = new Set(['.gitignore', '.env.example']);
      assert.deepEqual(blueprintOf(folder).filter((path) => !own.has(path)), paths.filter((path) => !own.has(path)));
    });
  }

  it('writes the same bytes as the root generator', async () => {
    const [whole, parts] = [temporaryFolder(project), temporaryFolder(project)];
    await run('app', whole, { flags: { yes: true } });
    for (const command of Object.keys(written)) await run(command as Command, parts, { flags: { yes: true } });
    assert.deepEqual(readTree(parts), readTree(whole));
  });

  it('uses the answers that were saved', async () => {
    const folder = temporaryFolder(project);
    await run('nginx', folder, { terminal: true, answers: { name: 'store', pattern: 'web', services: ['redis'], environments: [], port: '9090', memory: '' } });
    await run('compose', folder, { flags: { yes: true } });
    assert.match(readTree(folder)['docker-compose.yml']!, /^name: store$/mu);
  });
});

describe('answers that contradict themselves', () => {
  it('are refused in one line, and nothing is written', async () => {
    const folder = temporaryFolder(project);
    await assert.rejects(run('app', folder, { terminal: true, answers: { name: 'store', pattern: 'web', services: [], environments: [], port: '9090', memory: '' } }), /bullmq takes jobs from a queue, and this worker uses none/u);
    assert.deepEqual(readTree(folder), project);
  });
});

describe('discover', () => {
  it('prints one JSON document and writes nothing', async () => {
    const folder = temporaryFolder(project);
    const { stdout } = await run('discover', folder, { flags: { json: true } });
    const report = JSON.parse(stdout) as { project: string; apps: readonly { port: number; workers: readonly unknown[] }[]; services: readonly { technology: string }[] };
    assert.deepEqual([report.project, report.apps.map(({ port, workers }) => [port, workers.length]), report.services.map(({ technology }) => technology)], ['shop', [[4000, 1]], ['postgres', 'redis']]);
    assert.deepEqual(readTree(folder), project);
  });

  it('prints a brief that --from accepts, with the same result', async () => {
    const folder = temporaryFolder(project);
    const { stdout } = await run('discover', folder, { flags: { brief: true } });
    const briefs = temporaryFolder({ 'brief.yml': stdout });
    const other = temporaryFolder(project);
    await run('app', other, { flags: { from: join(briefs, 'brief.yml') } });
    await run('app', folder, { flags: { yes: true } });
    assert.deepEqual(readTree(other), readTree(folder));
  });

  it('shows a person each fact with file and line', async () => {
    const { stdout } = await run('discover', temporaryFolder(project));
    assert.match(stdout, /port +4000 +\w+ +\(server\.js:\d+\)/u);
    assert.match(stdout, /redis +.*bullmq.*\(package\.json:\d+\)/u);
  });
});
