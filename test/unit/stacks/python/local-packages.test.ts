import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverPython } from '../../../../lib/stacks/python/discover.js';
import { layoutOf } from '../../../../lib/stacks/python/layout.js';
import { localPath, parseRequirements } from '../../../../lib/stacks/python/requirement.js';
import { stackById } from '../../../../lib/stacks/registry.js';
import { appWith } from '../../../support/briefs.js';

const flask = 'from flask import Flask\napp = Flask(__name__)\n';
const discover = (files: Readonly<Record<string, string>>) => discoverPython(memoryRepository(files), []);
const library = (name: string, dependencies = '', more = '') => `[project]\nname = "${name}"\nversion = "1"\ndependencies = [${dependencies}]\n${more}\n[build-system]\nbuild-backend = "hatchling.build"\n`;

describe('requirements that lie in the repository', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['-e ./vendor/x', './vendor/x'], ['-e .', '.'], ['-e .[dev,test]', '.'], ['--editable=../x', '../x'], ['--editable "./a b"', './a'], ['./x ; python_version > "3"', './x'], ['vendor/x', 'vendor/x'],
    ['wheels/x-1.0-py3-none-any.whl', 'wheels/x-1.0-py3-none-any.whl'], ['x-1.0.tar.gz', 'x-1.0.tar.gz'], ['file:./x', './x'], ['x @ file:../x', '../x'], ['-e file:///${PROJECT_ROOT}/x#egg=x', './x'],
    ['--find-links wheels', 'wheels'], ['-f https://example.org/wheels', undefined], ['flask', undefined], ['flask>=3', undefined], ['-e git+https://example.org/x.git#egg=x', undefined],
    ['https://example.org/x-1.0.tar.gz', undefined], ['x @ https://example.org/x.whl', undefined], ['/opt/x', undefined], ['--hash=sha256:ab/cd', undefined], ['-r other.txt', undefined], ['file:///opt/x', undefined], ['~/x', undefined],
  ];
  for (const [line, path] of cases) it(`${line} is ${path ?? 'none'}`, () => assert.equal(localPath(line), path));
  it('stand in a file with their lines', () => assert.deepEqual(parseRequirements('r.txt', 'flask\n-e ./x # ours\n').locals.map(({ name, evidence }) => [name, evidence.line]), [['./x', 2]]));
});

describe('what an installation reads', () => {
  it('is copied before it, with what others include', () => {
    const [app] = discover({ 'requirements.txt': '-r requirements/base.txt\n-e ./libs/x\n', 'requirements/base.txt': '-c limits.txt\nflask\n', 'requirements/limits.txt': 'flask<4\n', 'libs/x/setup.py': 'setup(name="x")\n', 'libs/x/x.py': '', 'app.py': flask }).apps;
    assert.deepEqual([app?.installFiles, app?.workspace], [['requirements.txt', 'requirements/base.txt', 'requirements/limits.txt', 'libs/x/setup.py', 'libs/x/'], undefined]);
    const dockerfile = dockerfileOf({ installFiles: app!.installFiles });
    assert.ok(dockerfile.includes('COPY ["libs/x", "./libs/x/"]'), dockerfile);
    assert.ok(!dockerfile.includes('COPY ["libs/x/setup.py"'), dockerfile);
    assert.ok(dockerfile.includes('cat requirements.txt requirements/base.txt requirements/limits.txt libs/x/setup.py |'), dockerfile);
  });
  it('is the whole app where it installs itself', () => {
    const [app] = discover({ 'requirements.txt': 'flask\n-e .\n', 'setup.py': 'setup(name="x")\n', 'app.py': flask, Procfile: 'web: flask run\n' }).apps;
    assert.deepEqual(app?.installFiles, ['requirements.txt', 'setup.py', './']);
    assert.match(dockerfileOf({ installFiles: app.installFiles }), /COPY \["\.", "\.\/"\]\nRUN cat requirements\.txt setup\.py/u);
  });
  it('may lie above the app, and the image is laid out from there', () => {
    const [app] = discover({ 'api/requirements.txt': '-r ../shared/base.txt\n-e ../shared/x\n', 'shared/base.txt': 'flask\n', 'shared/x/pyproject.toml': library('x', '"celery"'), 'api/app.py': flask }).apps;
    assert.deepEqual([app?.workspace?.root, app?.installFiles], ['.', ['api/requirements.txt', 'shared/base.txt', 'shared/x/pyproject.toml', 'shared/x/']]);
  });
  it('makes the folder of the app one below, where its data lies too', () => {
    const app = appWith({ stack: 'python', path: 'api', data: [{ path: 'uploads', holds: 'files' }], workspace: { root: '.', packages: ['shared/x', 'api'] } });
    assert.equal(stackById('python').runtime(app).folder, '/app/api');
    assert.deepEqual(stackById('python').runtime(app).development, { source: '.', target: '/app', volumes: [] });
    assert.match(stackById('python').files(app, { folder: 'docker/app', assets: null })[0]!.content, /\/app\/api\/uploads/u);
  });
  it('is named by Poetry, Pipenv, PDM and uv too', () => {
    const poetry = '[tool.poetry.dependencies]\nflask = "^3"\nx = { path = "../x", develop = true }\n[tool.poetry.group.dev.dependencies]\ny = [{ path = "../y" }]\n';
    const folders = (files: Readonly<Record<string, string>>) => discover({ ...files, 'x/pyproject.toml': library('x'), 'y/pyproject.toml': library('y'), 'api/app.py': flask }).apps.find(({ path }) => path === 'api')?.installFiles.filter((file) => file.endsWith('/'));
    assert.deepEqual(folders({ 'api/pyproject.toml': poetry, 'api/poetry.lock': '' }), ['x/', 'y/']);
    assert.deepEqual(folders({ 'api/Pipfile': '[packages]\nflask = "*"\nx = { path = "../x", editable = true }\n' }), ['x/']);
    assert.deepEqual(folders({ 'api/pyproject.toml': '[project]\nname = "a"\ndependencies = ["flask", "x", "y @ file:///${PROJECT_ROOT}/../y"]\n[tool.uv.sources]\nx = { path = "../x" }\n', 'api/uv.lock': '' }), ['x/', 'y/']);
  });
  it('are the members of a workspace that the app needs, in turn, and no others', () => {
    const found = discover({
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["*"]\n', 'uv.lock': ['flask', 'my-core', 'base'].map((name) => `[[package]]\nname = "${name}"\n`).join(''), 'api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["flask", "My.Core"]\n', 'api/app.py': flask,
      'core/pyproject.toml': library('my-core', '"base", "redis"'), 'base/pyproject.toml': library('base', '"my_core"'), 'other/pyproject.toml': library('other'),
    });
    const [app] = found.apps;
    assert.deepEqual(app?.workspace?.packages, ['core', 'base', 'api']);
    assert.equal(app.lockFile, 'uv.lock');
    assert.deepEqual(found.problems.filter(({ code }) => code !== 'no-production-server'), []);
  });
  it('is a problem where it is not there, by file and line', () => {
    const { problems, apps } = discover({ 'requirements.txt': 'flask\n-e ./gone\n../../outside\n', 'app.py': flask });
    assert.deepEqual(problems.filter(({ code }) => code === 'install-path-missing').map(({ message }) => message), [
      'requirements.txt:2: it installs ./gone, which is not there', 'requirements.txt:3: it installs ../../outside, which is not inside the project',
    ]);
    assert.equal(apps.length, 1);
  });
  it('leaves out names that no brief can hold', () => assert.deepEqual(layoutOf('.', { files: ['requirements (old).txt', 'a.txt'], folders: [] }).installFiles, ['a.txt']));
});

describe('packages of the repository that run in an app', () => {
  const detected = (files: Readonly<Record<string, string>>) => discoverPython(memoryRepository(files), technologies).apps.find(({ path }) => path === 'api')!;
  const store = 'import os\nfrom pydantic_settings import BaseSettings\nurl = os.environ["STORE_URL"]\nfallback = "amqp://guest@localhost//"\n\nclass Settings(BaseSettings):\n    store_label: str\n';
  const files = { 'store/pyproject.toml': library('store', '"redis"'), 'store/src/store/__init__.py': store, 'store/tests/test_store.py': 'os.environ["ONLY_TESTS"]\n', 'store/.env.example': 'STORE_URL=postgresql+asyncpg://localhost/store\n', 'api/app.py': flask };
  const all = ['STORE_LABEL', 'STORE_URL'];
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['by a path in requirements', { 'api/requirements.txt': 'flask\n-e ../store\n' }],
    ['by a source of uv', { 'api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["flask", "store"]\n[tool.uv.sources]\nstore = { path = "../store" }\n', 'api/uv.lock': '' }],
    ['as a member of a workspace', { 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["*"]\n', 'uv.lock': '', 'api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["flask", "store"]\n' }],
  ];
  for (const [how, more] of cases) {
    it(`are searched for variables and services ${how}`, () => {
      const app = detected({ ...files, ...more });
      assert.deepEqual(app.variables.map(({ name }) => name).toSorted(), all);
      assert.deepEqual(app.variables.find(({ name }) => name === 'STORE_URL')?.connects, { technology: 'postgres', part: 'url', scheme: 'postgresql+asyncpg' });
      assert.deepEqual(app.uses.toSorted(), ['postgres', 'rabbitmq', 'redis']);
    });
  }
  it('are none where nothing installs them', () => assert.deepEqual(detected({ ...files, 'api/requirements.txt': 'flask\n' }).variables, []));
  it('are no program of the app', () => {
    const app = detected({ ...files, 'api/requirements.txt': 'flask\n-e ../store\n', 'store/src/store/web.py': 'from fastapi import FastAPI\napp = FastAPI()\n' });
    assert.deepEqual(app.framework.map(({ value }) => value), ['flask']);
  });
});

function dockerfileOf(app: Readonly<Record<string, unknown>>): string {
  return stackById('python').files(appWith({ stack: 'python', ...app }), { folder: 'docker/app', assets: null })[0]!.content;
}
