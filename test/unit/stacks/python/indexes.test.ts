import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverPython } from '../../../../lib/stacks/python/discover.js';
import { stackById } from '../../../../lib/stacks/registry.js';
import { appWith } from '../../../support/briefs.js';

const app = (files: Readonly<Record<string, string>>) => discoverPython(memoryRepository({ 'app.py': 'from flask import Flask\napp = Flask(__name__)\n', ...files }), []).apps[0];
const project = '[project]\nname = "a"\ndependencies = ["flask"]\n';

describe('private indexes of Python', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['an index of uv by its name', { 'pyproject.toml': `${project}[[tool.uv.index]]\nname = "in-house"\nurl = "https://packages.example.org/simple"\n` }, ['UV_INDEX_IN_HOUSE_USERNAME', 'UV_INDEX_IN_HOUSE_PASSWORD']],
    ['one in uv.toml without a name', { 'pyproject.toml': project, 'uv.toml': '[[index]]\nurl = "https://packages.example.org/simple"\ndefault = true\n' }, ['UV_DEFAULT_INDEX']],
    ['none that everybody reads', { 'pyproject.toml': `${project}[[tool.uv.index]]\nname = "pytorch"\nurl = "https://download.pytorch.org/whl/cpu"\n` }, []],
    ['none that never asks', { 'pyproject.toml': `${project}[[tool.uv.index]]\nname = "open"\nurl = "https://packages.example.org/simple"\nauthenticate = "never"\n` }, []],
    ['a source of Poetry', { 'pyproject.toml': '[tool.poetry.dependencies]\nflask = "*"\n[[tool.poetry.source]]\nname = "my.shop"\nurl = "https://packages.example.org/simple/"\n' }, ['POETRY_HTTP_BASIC_MY_SHOP_USERNAME', 'POETRY_HTTP_BASIC_MY_SHOP_PASSWORD']],
    ['variables in a source of PDM', { 'pyproject.toml': `${project}[[tool.pdm.source]]\nname = "x"\nurl = "https://\${PDM_USER}:\${PDM_TOKEN}@packages.example.org/simple"\n` }, ['PDM_USER', 'PDM_TOKEN']],
    ['variables in a source of Pipenv', { Pipfile: '[[source]]\nname = "x"\nurl = "https://$INDEX_USER:${INDEX_TOKEN}@packages.example.org/simple"\n[packages]\nflask = "*"\n' }, ['INDEX_USER', 'INDEX_TOKEN']],
    ['a further index of requirements', { 'requirements.txt': '--extra-index-url https://packages.example.org/simple\nflask\n' }, ['PIP_EXTRA_INDEX_URL']],
    ['variables in requirements', { 'requirements.txt': '--index-url https://${TOKEN}@packages.example.org/simple\nflask\n' }, ['TOKEN']],
    ["pip's settings", { 'requirements.txt': 'flask\n', '.pip/pip.conf': '[global]\nindex-url = https://packages.example.org/simple\n' }, ['PIP_INDEX_URL']],
    ["the author's Dockerfile", { 'requirements.txt': 'flask\n', Dockerfile: 'FROM python:3.13\nARG PIP_INDEX_URL\nARG OTHER\n' }, ['PIP_INDEX_URL']],
    ['the example of the environment', { 'requirements.txt': 'flask\n', '.env.example': 'UV_INDEX_SHOP_PASSWORD=\nPIP_EXTRA_INDEX_URL=\n' }, ['UV_INDEX_SHOP_PASSWORD', 'PIP_EXTRA_INDEX_URL']],
  ];
  for (const [what, files, secrets] of cases) it(`${what}: ${secrets.join(', ') || 'no secret'}`, () => assert.deepEqual(app(files)?.buildSecrets, secrets));

  it('are no variables of the running program, unless its source reads them', () => {
    const files = { 'requirements.txt': '--extra-index-url https://${TOKEN}@packages.example.org/simple\nflask\n', '.env.example': 'TOKEN=\nPIP_INDEX_URL=\nLEVEL=info\n' };
    assert.deepEqual(app(files)?.variables.map(({ name }) => name), ['LEVEL']);
    assert.deepEqual(app({ ...files, 'api.py': 'import os\nos.environ["TOKEN"]\n' })?.variables.map(({ name }) => name), ['TOKEN', 'LEVEL']);
  });

  it('are reached by the command that installs, and an account that is not set is none', () => {
    const content = stackById('python').files(appWith({ stack: 'python', buildSecrets: ['UV_INDEX_SHOP_PASSWORD', 'PIP_INDEX_URL'], packageManager: { name: 'uv' }, lockFile: 'uv.lock' }), { folder: 'docker/app', assets: null })[0]!.content;
    const commands = content.split(/^RUN /mu).filter((line) => line.includes('type=secret'));
    assert.equal(commands.length, 3);
    assert.match(commands[0]!, /id=pip_index_url \\\n {4}\[ ! -s \/run\/secrets\/pip_index_url \] \|\| export PIP_INDEX_URL="\$\(cat \/run\/secrets\/pip_index_url\)"; \\\n {4}python -m venv \/opt\/tool/u);
    assert.ok(!commands[0]!.includes('uv_index'));
    assert.match(commands[1]!, /export UV_INDEX_SHOP_PASSWORD=.*\n.*export PIP_INDEX_URL=.*\n {4}\/opt\/tool\/bin\/uv sync --frozen/u);
    assert.ok(!/^(?:ENV|ARG)[^\n]*(?:UV_INDEX_SHOP|PIP_INDEX_URL)/mu.test(content));
  });
});
