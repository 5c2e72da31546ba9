import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { briefWithApp } from '../../support/briefs.js';

const data = [
  { path: '/data', holds: 'database', variable: { name: 'DB_PATH', value: '/data/app.db' } },
  { path: 'uploads', holds: 'files' },
  { path: '/var/lib/shop', holds: 'files' },
] as const;
const architecture = design(briefWithApp({
  data, jobs: [{ name: 'migrate', command: ['node', 'migrate.js'] }], workers: [{ name: 'worker', command: ['node', 'worker.js'] }],
  commands: { start: ['node', 'server.js'], test: ['node', '--test'] },
}));
const settings = (name: string) => architecture.services.find((each) => each.name === name)!.environments;
const volumes = (name: string, environment: 'development' | 'ci' | 'production') => (settings(name)[environment]?.mounts ?? []).filter(({ kind }) => kind === 'volume').map(({ source, target }) => `${source}:${target}`);
const own = ['app_data:/data', 'app_uploads:/app/uploads', 'app_var_lib_shop:/var/lib/shop'];

describe('what an app writes', () => {
  it('lies on named volumes under the app, its workers and its jobs, where images of production run', () => {
    for (const name of ['app', 'worker', 'migrate']) for (const environment of ['ci', 'production'] as const) assert.deepEqual(volumes(name, environment), own, name);
    assert.deepEqual(architecture.volumes.filter(({ name }) => !name.endsWith('node_modules')).map(({ name, only }) => [name, only]), [['app_data', ['ci', 'production']], ['app_uploads', ['ci', 'production']], ['app_var_lib_shop', ['ci', 'production']]]);
  });
  it('is in the mounted source in development, and in memory where it lies elsewhere', () => {
    assert.deepEqual(volumes('app', 'development'), ['app_node_modules:/app/node_modules']);
    assert.deepEqual(settings('app').development?.tmpfs, ['/var/lib/shop:mode=1777']);
  });
  it('is found by the variable that says where', () => {
    assert.equal(settings('app').production?.environment?.['DB_PATH'], '/data/app.db');
    assert.equal(settings('app').ci?.environment?.['DB_PATH'], '/data/app.db');
    assert.equal(settings('app').development?.environment?.['DB_PATH'], undefined);
    assert.equal(settings('test').ci?.environment?.['DB_PATH'], undefined);
  });
  it('is saved while nothing writes into it', () => {
    assert.equal(architecture.operations[0]?.backup, 'docker compose stop app worker && docker compose run --rm -T --no-deps --entrypoint tar app -C /data -cf - . > app_data.tar && docker compose start app worker');
    assert.match(architecture.operations[1]!.restore, / --entrypoint sh app -c 'cd \/app\/uploads && rm -rf \.\/\* \.\/\.\[!\.\]\* \.\/\.\.\?\* && tar -xf -' < app_uploads\.tar && /u);
  });
  it('counts in the review', () => {
    const verdict = (id: string) => architecture.checklist.items.find((item) => item.id === id)?.verdict;
    assert.deepEqual(['suitable-volumes', 'backup-strategy'].map(verdict), ['pass', 'pass']);
    assert.match(architecture.decisions.find(({ id }) => id === 'data-app')!.reason, /^\/data \(its SQLite database\) is the named volume app_data, /u);
  });
  it('has a volume for each folder', () => {
    assert.throws(() => briefWithApp({ data: [{ path: 'a/b', holds: 'files' }, { path: 'a_b', holds: 'files' }] }), /data\.1\.path: the volume "app_a_b" is taken by apps\.0\.data\.0\.path/u);
  });
  it('is no folder of the system, and none outside of the app', () => {
    for (const path of ['/', '/etc/app', '/tmp', '../x', 'a/../b', './x', '-x y']) assert.throws(() => briefWithApp({ data: [{ path, holds: 'files' }] }), /data\.0\.path/u, path);
  });
});
