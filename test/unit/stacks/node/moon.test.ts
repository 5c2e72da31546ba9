import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { discovered } from './discovered.js';

const json = (data: object): string => JSON.stringify(data);
const server = "import http from 'node:http';\nhttp.createServer().listen(3000);\n";
const root = { 'package.json': json({ name: 'root', private: true, workspaces: ['apps/*', 'packages/*'] }), '.moon/workspace.yml': "projects: ['apps/*', 'packages/*']\n", 'apps/api/server.js': server };
const api = (tasks: string, more: object = {}, files: Readonly<Record<string, string>> = {}) => {
  const found = discovered({ ...root, 'apps/api/package.json': json({ name: 'api', ...more }), 'apps/api/moon.yml': tasks, ...files });
  assert.equal(found.apps.length, 1, JSON.stringify(found.problems));
  return found.apps[0]!;
};
const line = (argv: readonly string[] | undefined): string | undefined => argv?.join(' ');

describe('tasks of moon', () => {
  it('are what packages without scripts run, as texts and as lists', () => {
    const { commands } = api("tasks:\n  start:\n    command: 'node server.js'\n  dev:\n    command: ['node', '--watch', 'server.js']\n  build:\n    command: 'tsc'\n    args: ['--project', 'a b.json']\n");
    assert.deepEqual([line(best(commands.start)), line(best(commands.dev)), best(commands.build)], ['node server.js', 'node --watch server.js', ['tsc', '--project', 'a b.json']]);
  });
  it('are cited where they stand', () => {
    const { commands } = api("language: typescript\ntasks:\n  start:\n    command: node server.js\n");
    assert.deepEqual(commands.start[0]?.evidence, [{ file: 'apps/api/moon.yml', line: 3, quote: 'start:' }]);
  });
  it('come after scripts of the same name', () => {
    assert.equal(line(best(api("tasks:\n  start:\n    command: node other.js\n", { scripts: { start: 'node server.js' } }).commands.start)), 'node server.js');
  });
  it('run in a shell where they need one, and know where the workspace is', () => {
    const { commands } = api("tasks:\n  start:\n    script: 'node server.js || exit 3'\n  build:\n    command: 'tsc --project $workspaceRoot/tsconfig.json'\n");
    assert.deepEqual(best(commands.start), ['sh', '-c', 'node server.js || exit 3']);
    assert.deepEqual(best(commands.build), ['tsc', '--project', '../../tsconfig.json']);
  });
  it('are inherited unless the project says otherwise', () => {
    const common = { '.moon/tasks.yml': 'tasks:\n  test:\n    command: vitest run\n' };
    const start = 'tasks:\n  start:\n    command: node server.js\n';
    assert.equal(line(best(api(start, {}, common).commands.test)), 'vitest run');
    assert.equal(best(api(`${start}workspace:\n  inheritedTasks:\n    exclude: [test]\n`, {}, common).commands.test), undefined);
    assert.equal(best(api(`${start}workspace:\n  inheritedTasks:\n    include: []\n`, {}, common).commands.test), undefined);
  });
  it('build the packages that an app needs', () => {
    const files = { 'packages/a/package.json': json({ name: 'a', exports: './dist/index.js' }), 'packages/a/moon.yml': 'tasks:\n  build:\n    command: tsc -b\n' };
    assert.deepEqual(api('tasks:\n  start:\n    command: node server.js\n', { dependencies: { a: '*' } }, files).workspace?.builds, [{ folder: 'packages/a', command: ['tsc', '-b'] }]);
  });
  it('name the version of Node.js in the toolchain', () => {
    const toolchain = "# runtimes\nbun:\n  version: '1.2.0'\nnode:\n  packageManager: npm\n  version: '24.11.0' # current\n";
    assert.deepEqual(api('tasks:\n  start:\n    command: node server.js\n', {}, { '.moon/toolchain.yml': toolchain }).version.map(({ value }) => value), ['24.11.0']);
  });
  it('are nothing where only moon can fill them in, and where the file is none', () => {
    const scripts = { scripts: { start: 'node server.js' } };
    for (const text of ['', '7', 'tasks: 7', 'tasks:\n  - start', 'tasks:\n  dev: noop\n', 'tasks:\n  dev:\n    command: [node, {a: b}]\n', 'tasks:\n  dev:\n    command: eslint @files(sources)\n', 'tasks:\n  dev:\n    command: echo $target\n', 'tasks:\n  "dev: [', 'a: &a [*a]\ntasks: *a\n']) {
      assert.equal(line(best(api(text, scripts).commands.dev)), 'node --watch server.js', text);
    }
  });
  it('count in a workspace of moon only', () => {
    const { '.moon/workspace.yml': none, ...others } = root;
    const { apps } = discovered({ ...others, 'other.yml': none, 'apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js' } }), 'apps/api/moon.yml': 'tasks:\n  dev:\n    command: other\n' });
    assert.equal(line(best(apps[0]!.commands.dev)), 'node --watch server.js');
  });
});
