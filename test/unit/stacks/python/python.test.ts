import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverPython } from '../../../../lib/stacks/python/discover.js';
import { resolveVersion } from '../../../../lib/stacks/python/lines.js';
import { reloading } from '../../../../lib/stacks/python/reload.js';
import { stackById } from '../../../../lib/stacks/registry.js';
import { appWith } from '../../../support/briefs.js';
import { parseRequirement, parseRequirements } from '../../../../lib/stacks/python/requirement.js';

const discover = (files: Readonly<Record<string, string>>) => discoverPython(memoryRepository(files), technologies);

describe('Python versions', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['3.12.4', '3.12'], ['python-3.11.9', '3.11'], ['>=3.11', '3.14'], ['>=3.11,<3.13', '3.12'], ['~=3.12.0', '3.12'], ['^3.9', '3.14'],
    ['>=3.15', '3.15'], ['==3.13.*', '3.13'], ['>=3.8,!=3.9.*,<3.11', '3.10'], ['nonsense', undefined], ['', undefined],
  ];
  for (const [declared, line] of cases) it(`${declared || 'nothing'} is ${line ?? 'not read'}`, () => assert.equal(resolveVersion(declared), line));
});

describe('requirements', () => {
  it('have a name, extras and a specifier', () => assert.deepEqual(parseRequirement('Celery[redis, SQS]>=5 ; python_version > "3"'), { name: 'celery', extras: ['redis', 'sqs'], specifier: '>=5' }));
  it('are read from a file with its includes and variables', () => {
    const found = parseRequirements('r.txt', '-r base.txt\n-c limits.txt\n--extra-index-url https://${TOKEN}@example.org/\nFlask==3 # web\n\\\n???\n');
    assert.deepEqual(found.dependencies.map(({ name }) => name), ['flask']);
    assert.deepEqual([found.includes, found.constraints, found.secrets], [['base.txt'], ['limits.txt'], ['TOKEN']]);
  });
});

describe('development of Python', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['celery -A shop worker', 'reload celery -A shop worker'], ['arq jobs.Settings', 'reload arq jobs.Settings'], ['reload python x.py', 'reload python x.py'],
    ['uvicorn --reload main:app', 'uvicorn --reload main:app'], ['sanic x:app --dev', 'sanic x:app --dev'], ['airflow standalone', 'airflow standalone'],
  ];
  for (const [command, development] of cases) it(`starts again on a change: ${command}`, () => assert.deepEqual(reloading(command.split(' ')), development.split(' ')));

  it('has the program that does so where something needs it, and only there', () => {
    const files = (app: Readonly<Record<string, unknown>>) => stackById('python').files(appWith({ stack: 'python', ...app }), { folder: 'docker/app', assets: null });
    assert.ok(!files({}).some(({ path, content }) => path.endsWith('reload.sh') || content.includes('/usr/local/bin/reload')));
    const found = files({ path: 'api', installFiles: ['api/requirements.txt', 'libs/a b/'], workspace: { root: '.', packages: ['libs/a b', 'api'] }, workers: [{ name: 'w', command: ['celery'], development: ['reload', 'celery'] }] });
    assert.match(found.find(({ path }) => path === 'docker/app/reload.sh')!.content, /find \/app\/api '\/app\/libs\/a b' -type d/u);
    assert.match(found[0]!.content, /COPY --chmod=0755 docker\/app\/reload\.sh \/usr\/local\/bin\/reload\n/u);
  });
});

describe('Python discovery', () => {
  it('finds a factory and serves what it makes', () => {
    const { apps } = discover({ 'requirements.txt': 'flask\ngunicorn\n', 'web.py': 'from flask import Flask\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n' });
    assert.equal(apps[0]?.commands.start[0]?.value.at(-1), 'web:create_app()');
  });
  it('takes no library for an app', () => assert.deepEqual(discover({ 'pyproject.toml': '[project]\nname = "lib"\ndependencies = ["httpx"]\n[build-system]\nbuild-backend = "hatchling.build"\n', 'lib/x.py': 'import httpx\n' }).apps, []));
  it('names an unreadable manifest', () => assert.match(discover({ 'pyproject.toml': '[project\n' }).problems[0]?.message ?? '', /pyproject\.toml/u));
});
