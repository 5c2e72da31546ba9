import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { technologies } from '../../../../lib/catalog/registry.js';
import { diskRepository } from '../../../../lib/discovery/disk-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { python } from '../../../../lib/stacks/python/python.js';
import { temporaryFolder } from '../../../support/folders.js';

type Content = string | Buffer;
const flask = 'from flask import Flask\napp = Flask(__name__)\n';
const project = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask", "gunicorn"]\n';
const requirements = 'flask\ngunicorn\n';
const binary = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0xff, 0xfe, 0, 10]);
const huge = (text: string): string => `${text}${'# filler\n'.repeat(300_000)}`;
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

/** What is found in a project on the disk, with a sound app beside the broken one. */
function found(files: Readonly<Record<string, Content>>) {
  const folder = temporaryFolder({ 'sound/requirements.txt': requirements, 'sound/app.py': flask });
  for (const [path, content] of Object.entries({ 'shop/app.py': flask, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { apps, problems } = scan(diskRepository(folder), [python], technologies);
  assert.ok(apps.some(({ path }) => path === 'sound'), 'the rest goes on');
  return { app: apps.find(({ path }) => path === 'shop'), messages: problems.filter(({ code }) => code !== 'no-production-server').map(({ message }) => message) };
}

const manifests = { 'pyproject.toml': project, 'requirements.txt': requirements, Pipfile: '[packages]\nflask = "*"\n', 'environment.yml': 'dependencies:\n  - python=3.13\n  - flask\n' } as const;

describe('manifests of Python that cannot be read', () => {
  for (const [name, text] of Object.entries(manifests)) {
    const file = `shop/${name}`;
    const named = (messages: readonly string[], pattern: RegExp): void => assert.ok(messages.some((each) => each.startsWith(file) && pattern.test(each)), JSON.stringify(messages));
    it(`${name}: binary`, () => named(found({ [file]: binary }).messages, /^[\w./]+:1:1: this is not a readable text file/u));
    it(`${name}: huge`, () => named(found({ [file]: huge(text) }).messages, /^[\w./]+:1:1: this is not a readable text file/u));
    it(`${name}: empty`, () => named(found({ [file]: '' }).messages, /the file is empty/u));
    it(`${name}: in UTF-16, and read all the same`, () => {
      const { app, messages } = found({ [file]: wide(text) });
      named(messages, /this is in UTF-16, which most programs do not read/u);
      assert.equal(app?.framework[0]?.value, 'flask');
    });
    it(`${name}: with a byte order mark and Windows line ends, which is nothing bad`, () => {
      const { app, messages } = found({ [file]: windows(text) });
      assert.deepEqual([app?.framework[0]?.value, messages], ['flask', []]);
    });
  }

  it('broken TOML by its line', () => {
    assert.deepEqual(found({ 'shop/pyproject.toml': `${project}[tool\n` }).messages.map((each) => each.slice(0, 24)), ['shop/pyproject.toml:5:6:']);
    assert.match(found({ 'shop/Pipfile': '[packages]\nflask = \n' }).messages[0]!, /^shop\/Pipfile:2:\d+: this is not valid TOML/u);
  });
  it('values of another type', () => assert.deepEqual(found({ 'shop/pyproject.toml': '[project]\nname = 1\ndependencies = "flask"\n[tool]\npoetry = []\nuv = 3\n[dependency-groups]\ndev = "x"\n' }).messages, []));
  it('broken YAML by its line, and one without dependencies', () => {
    assert.match(found({ 'shop/environment.yml': 'dependencies:\n  - flask\n - x: [\n' }).messages[0]!, /^shop\/environment\.yml:\d+:\d+: this is not valid YAML/u);
    assert.deepEqual(found({ 'shop/environment.yml': 'name: x\n' }).messages, ['shop/environment.yml:1:1: it has no list of dependencies']);
    assert.match(found({ 'shop/environment.yml': `dependencies:\n  ${'- '.repeat(5000)}x\n` }).messages[0]!, /too much for a manifest/u);
  });
  it('requirements by their lines, a few of many', () => {
    const { app, messages } = found({ 'shop/requirements.txt': 'flask\nflask=3.0=py_0\n<<<<<<< HEAD\nnumpy==\n{{ name }}\n???\ngunicorn  # fine\nhttpx[http2]>=0.27,<1 ; python_version > "3"\nfoo @ https://example.org/foo.whl\ngit+https://example.org/x.git\n' });
    assert.deepEqual(messages, ['flask=3.0=py_0', '<<<<<<< HEAD', 'numpy=='].map((line, index) => `shop/requirements.txt:${index + 2}: pip does not read ${JSON.stringify(line)} as a requirement`));
    assert.equal(app?.framework[0]?.value, 'flask');
  });
  it('setup.py and setup.cfg too', () => {
    assert.match(found({ 'shop/requirements.txt': requirements, 'shop/setup.py': binary }).messages[0]!, /^shop\/setup\.py:1:1: /u);
    assert.match(found({ 'shop/requirements.txt': requirements, 'shop/setup.cfg': '' }).messages[0]!, /^shop\/setup\.cfg:1:1: the file is empty/u);
  });
});

describe('lock files of Python', () => {
  const lock = '[[package]]\nname = "Flask"\nversion = "3.1.1"\n\n[[package]]\nname = "gunicorn"\nversion = "23.0.0"\n';
  const poetry = '[tool.poetry]\nname = "shop"\n[tool.poetry.dependencies]\npython = "^3.13"\nflask = "^3"\ngunicorn = "*"\n';
  const files = (content: Content, name = 'poetry.lock'): Readonly<Record<string, Content>> => ({ 'shop/pyproject.toml': name === 'poetry.lock' ? poetry : project, [`shop/${name}`]: content });

  for (const name of ['poetry.lock', 'uv.lock', 'pdm.lock']) {
    it(`${name}: as it should be`, () => {
      const { app, messages } = found(files(lock, name));
      assert.deepEqual([messages, app?.lockFile], [[], name]);
    });
    it(`${name}: empty, broken, binary, and the app is found`, () => {
      for (const [content, pattern] of [['', /the file is empty/u], ['[[package]\n', /this is not valid TOML/u], [binary, /this is no text/u]] as const) {
        const { app, messages } = found(files(content, name));
        assert.ok(messages.length === 1 && messages[0]!.startsWith(`shop/${name}:`) && pattern.test(messages[0]!), JSON.stringify(messages));
        assert.equal(app?.packageManager[0]?.value.name, name.slice(0, -5));
      }
    });
    it(`${name}: without what the manifest asks for`, () => assert.match(found(files('[[package]]\nname = "flask"\n', name)).messages[0]!, new RegExp(`^shop/${name}: it does not hold gunicorn, which shop/pyproject\\.toml asks for$`, 'u')));
    it(`${name}: with conflict markers`, () => assert.match(found(files(`<<<<<<< HEAD\n${lock}=======\n>>>>>>> x\n`, name)).messages[0]!, new RegExp(`^shop/${name}:1:\\d+: this is not valid TOML`, 'u')));
  }
  it('Pipfile.lock', () => {
    const pipfile = (content: Content) => found({ 'shop/Pipfile': manifests.Pipfile, 'shop/Pipfile.lock': content }).messages;
    assert.deepEqual(pipfile('{ "default": { "Flask": {} }, "develop": {} }'), []);
    assert.deepEqual(pipfile('{ "default": {} }'), ['shop/Pipfile.lock: it does not hold flask, which shop/Pipfile asks for']);
    assert.match(pipfile('{ "default": ')[0]!, /^shop\/Pipfile\.lock:1:\d+: this is not valid JSON/u);
    assert.match(pipfile('[]')[0]!, /^shop\/Pipfile\.lock:1:1: the top level must be an object/u);
  });
  it('two of them: both are named, and one is used', () => {
    const { app, messages } = found({ ...files(lock), 'shop/uv.lock': lock });
    assert.deepEqual(messages, ['package managers contradict each other: shop/uv.lock (uv), shop/poetry.lock (poetry); uv is used']);
    assert.deepEqual([app?.packageManager[0]?.value.name, app?.lockFile], ['uv', 'uv.lock']);
  });
  it('one larger than what is read is taken as it is', () => {
    const { app, messages } = found(files(huge(lock)));
    assert.match(messages[0]!, /^shop\/poetry\.lock: this is no text of at most 2 MiB, so it is taken as it is$/u);
    assert.equal(app?.lockFile, 'poetry.lock');
  });
});
