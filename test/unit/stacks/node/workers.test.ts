import assert from 'node:assert/strict';
import { appOf, bestOf, manifest } from './discovered.js';
import type { Files } from './discovered.js';

const worker = "import { Worker } from 'bullmq';\nnew Worker('mail', async () => {});\n";
const server = 'createServer().listen(3000);\n';

function workers(files: Files, scripts: Readonly<Record<string, string>> = {}, fields: Readonly<Record<string, unknown>> = {}) {
  const app = appOf({ 'server.js': server, 'package.json': manifest({ scripts: { start: 'node server.js', ...scripts }, dependencies: { bullmq: '^5' }, ...fields }), ...files });
  return app.workers.map(({ name, entry, start, dev }) => ({ name, entry, start: bestOf(start), dev: bestOf(dev), confidence: start[0]?.confidence }));
}

const insideServer = (files: Files, scripts: Readonly<Record<string, string>> = {}) => workers(files, scripts).map(({ name, entry, start }) => [name, entry, start]);

describe('workers', () => {
  it('are what a script starts', () => {
    assert.deepEqual(workers({ 'worker.js': worker }, { worker: 'node worker.js', 'worker:dev': 'nodemon worker.js' }), [
      { name: 'worker', entry: 'worker.js', start: ['node', 'worker.js'], dev: ['nodemon', 'worker.js'], confidence: 'certain' },
    ]);
  });

  it('are what nothing starts', () => {
    assert.deepEqual(workers({ 'src/mail.js': worker }), [
      { name: 'worker', entry: 'src/mail.js', start: ['node', 'src/mail.js'], dev: ['node', '--watch', 'src/mail.js'], confidence: 'likely' },
    ]);
  });

  it('start at the file that loads the one which takes jobs', () => {
    assert.deepEqual(workers({ 'jobs/mail.js': worker, 'jobs/index.js': "import './mail.js';\n" }).map(({ entry }) => entry), ['jobs/index.js']);
  });

  it('are what a Procfile starts, but neither web nor release', () => {
    const found = workers({ 'jobs.js': worker, Procfile: 'web: node server.js\nrelease: node migrate.js\nmailer: node jobs.js\n' });
    assert.deepEqual(found.map(({ name, start }) => [name, start]), [['worker', ['node', 'jobs.js']]]);
  });

  it('have no command of their own where the server loads them itself', () => assert.deepEqual(insideServer({ 'server.js': `import './lib/a.js';\n${server}`, 'lib/a.js': "import './b.js';\n", 'lib/b.js': worker }), [['in-process', 'lib/b.js', undefined]]));
  it('are none of threads', () => assert.deepEqual(workers({ 'pool.js': "import { Worker } from 'node:worker_threads';\nnew Worker('./task.js');\n" }), []));
  it('are none of tests', () => assert.deepEqual(workers({ 'test/mail.js': worker }), []));
  it('are none that only fill a queue', () => assert.deepEqual(workers({ 'queue.js': "import { Queue } from 'bullmq';\nexport const mail = new Queue('mail');\n" }), []));
  it('are none of scripts that start no file', () => assert.deepEqual(workers({}, { worker: 'wrangler dev', jobs: 'echo none', 'queue:test': 'node --test' }), []));

  it('have names of their own where there are several', () => {
    const found = workers({ 'mail.js': worker, 'jobs.js': worker, 'worker.js': worker }, { worker: 'node worker.js', 'worker:mail': 'node mail.js', 'jobs:start': 'node jobs.js' });
    assert.deepEqual(found.map(({ name }) => name), ['worker', 'mail-worker', 'jobs-worker']);
  });

  it('run compiled TypeScript', () => {
    const files = {
      'server.js': '',
      'src/server.ts': server,
      'src/worker.ts': worker,
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
    };
    const scripts = { start: 'node dist/server.js', build: 'tsc' };
    const derived = workers(files, scripts, { devDependencies: { tsx: '^4', typescript: '^5' } });
    assert.deepEqual(derived, [{ name: 'worker', entry: 'dist/worker.js', start: ['node', 'dist/worker.js'], dev: ['tsx', 'watch', 'src/worker.ts'], confidence: 'likely' }]);
    const declared = workers(files, { ...scripts, worker: 'node dist/worker.js', 'dev:worker': 'tsx watch src/worker.ts' });
    assert.deepEqual(declared, [{ name: 'worker', entry: 'dist/worker.js', start: ['node', 'dist/worker.js'], dev: ['tsx', 'watch', 'src/worker.ts'], confidence: 'certain' }]);
  });

  it('end where imports go in a circle', () => {
    assert.equal(workers({ 'a.js': `import './b.js';\n${worker}`, 'b.js': "import './a.js';\n" }).length, 1);
  });

  it('follow import names of the compiler', () => {
    const files = {
      'server.js': '',
      'src/server.ts': `import '@/jobs/mail';\n${server}`,
      'src/jobs/mail.ts': worker,
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
    };
    assert.deepEqual(insideServer(files, { start: 'node dist/server.js' }), [['in-process', 'src/jobs/mail.ts', undefined]]);
  });
});
