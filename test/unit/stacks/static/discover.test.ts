import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverStatic } from '../../../../lib/stacks/static/discover.js';
import { resolveVersion } from '../../../../lib/stacks/static/lines.js';

const page = '<!doctype html>\n<html><body><h1>Hello</h1></body></html>\n';
const appsOf = (files: Readonly<Record<string, string>>) => discoverStatic(memoryRepository(files)).apps;
const framework = (files: Readonly<Record<string, string>>): string | undefined => appsOf(files)[0]?.framework[0]?.value;

describe('static sites', () => {
  it('are pages at the root or in a usual folder', () => {
    for (const folder of ['', 'public/', 'site/', 'www/', 'docs/']) {
      const [app, ...others] = appsOf({ [`${folder}index.html`]: page, 'README.md': '# x\n' });
      assert.equal(others.length, 0);
      assert.deepEqual([app?.path, app?.role, app?.output, app?.port[0]?.value], ['.', 'static', folder.slice(0, -1) || '.', 8080], folder);
    }
  });
  it('are not pages that lie elsewhere', () => assert.deepEqual(appsOf({ 'a/b/index.html': page, 'templates/index.html': page }), []));
  it('are not the pages of an app', () => {
    for (const file of ['composer.json', 'go.mod', 'requirements.txt', 'Cargo.toml', 'mix.exs', 'api/pom.xml', 'src/Shop.csproj', 'index.php', 'server/main.py', 'server.js', 'Gemfile', '_config.yml', 'Procfile']) {
      assert.deepEqual(appsOf({ 'index.html': page, [file]: 'x\n' }), [], file);
    }
  });
  it('may have a manifest that formats and checks', () => {
    assert.equal(appsOf({ 'index.html': page, 'package.json': '{ "scripts": { "lint": "htmlhint" } }' }).length, 1);
    for (const name of ['start', 'dev', 'build', 'serve']) assert.deepEqual(appsOf({ 'index.html': page, 'package.json': `{ "scripts": { "${name}": "x" } }` }), [], name);
  });
  it('are not the unfinished page of a bundler or of a server', () => {
    for (const text of [
      '<html><body><script type="module" src="/src/main.ts"></script></body></html>', '<html>{% block body %}{% endblock %}</html>', '<html><% x %></html>',
      '---\nlayout: default\n---\n<html></html>', '<link href="%PUBLIC_URL%/x"><html></html>', 'no page at all', '',
    ]) assert.deepEqual(appsOf({ 'index.html': text }), [], text);
  });
  it('are made by what their configuration says', () => {
    assert.equal(framework({ 'hugo.toml': "baseURL = 'https://x/'\n", 'content/_index.md': 'x' }), 'hugo');
    assert.equal(framework({ 'config/_default/hugo.toml': "title = 'x'\n", 'content/_index.md': 'x', 'go.mod': 'module x\n' }), 'hugo');
    assert.equal(framework({ 'config.toml': 'base_url = "https://x"\n', 'content/_index.md': 'x' }), 'zola');
    assert.equal(framework({ 'config.toml': '[server]\nport = 1\n', 'content/x': 'x' }), undefined);
    assert.equal(framework({ 'mkdocs.yml': 'site_name: x\n', 'docs/index.md': '# x\n' }), 'mkdocs');
    assert.equal(framework({ 'book.toml': '[book]\ntitle = "x"\n', 'src/SUMMARY.md': '# x\n' }), 'mdbook');
    assert.equal(framework({ 'mkdocs.yml': 'site_name: x\n', 'docs/index.md': '# x\n', 'pyproject.toml': '[project]\n' }), undefined, 'documents of a library');
  });
  it('say which version makes them', () => {
    const [app] = appsOf({ 'hugo.toml': "baseURL = 'x'\n", 'content/a.md': 'x', 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.152.2"\n' });
    assert.deepEqual(app?.version[0]?.value, '0.152.2');
    assert.deepEqual(['0.152.2', 'v0.152', ' 1.2.3 ', '', 'latest', '1;x', '1'].map(resolveVersion), ['0.152.2', '0.152.0', '1.2.3', undefined, undefined, undefined, undefined]);
  });
  it('survive what cannot be read', () => {
    for (const text of ['\0', '{', '"', '[[[', '<'.repeat(100_000)]) {
      for (const file of ['index.html', 'hugo.toml', 'mkdocs.yml', 'package.json', 'netlify.toml']) discoverStatic(memoryRepository({ 'index.html': page, 'content/x.md': '', 'docs/x.md': '', [file]: text }));
    }
  });
});
