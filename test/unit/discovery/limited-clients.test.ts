import assert from 'node:assert/strict';
import { suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import type { Technology } from '../../../lib/catalog/technology.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';

const server = "import express from 'express';\nexpress().listen(3000);\n";
const node = (dependencies: readonly string[], files: Readonly<Record<string, string>> = {}) => ({
  'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: Object.fromEntries(['express', ...dependencies].map((name) => [name, '*'])) }),
  'server.js': server,
  ...files,
});
const found = (files: Readonly<Record<string, string>>) => scan(memoryRepository(files), stacks, technologies);
const compose = (image: string) => ({ 'docker-compose.yml': `services:\n  db:\n    image: ${image}\n` });
const servers = (files: Readonly<Record<string, string>>) => suggest(found(files)).services.map(({ technology }) => technology);
const problems = (files: Readonly<Record<string, string>>) => found(files).problems.filter(({ code }) => code === 'client-limited');

describe('clients that cannot log in to newer servers', () => {
  it('get a server that speaks the same where the project names none', () => {
    assert.deepEqual(servers(node(['mysql'])), ['mariadb']);
    assert.deepEqual(found(node(['mysql'])).apps[0]!.uses, ['mariadb']);
    const [problem] = problems(node(['mysql'], { '.env.example': 'MYSQL_HOST=localhost\nMYSQL_DATABASE=shop\n' }));
    assert.equal(problem?.severity, 'info');
    assert.match(`${problem?.message}. ${problem?.help}`, /^package\.json:1: the client "mysql" .* MySQL newer than 5\.7.*MariaDB.*mysql2/u);
  });
  it('are no matter beside one that can', () => {
    assert.deepEqual(servers(node(['mysql', 'mysql2'])), ['mysql']);
    assert.deepEqual(problems(node(['mysql', 'mysql2'])), []);
  });
  it('are a problem where the project names a newer server', () => {
    for (const image of ['mysql:8.4', 'mysql:8', 'mysql', 'mysql:9.1-oracle']) {
      const files = node(['mysql'], compose(image));
      assert.deepEqual(servers(files), ['mysql'], image);
      const [problem] = problems(files);
      assert.equal(problem?.severity, 'warning', image);
      assert.match(`${problem?.message}. ${problem?.help}`, /docker-compose\.yml:3 asks for .*mysql2/u);
    }
  });
  it('keep a server that still lets them in', () => {
    for (const image of ['mysql:5.7', 'mysql:5.7.44-debian', 'mysql:5', 'mariadb:11.4']) assert.deepEqual(problems(node(['mysql'], compose(image))), [], image);
  });
  it('share the server with other apps', () => {
    const inFolder = (name: string, files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text.replaceAll('shop', name)]));
    const files = { ...inFolder('a', node(['mysql'])), ...inFolder('b', node(['mysql2'])) };
    assert.deepEqual(servers(files), ['mariadb']);
    assert.deepEqual(found(files).apps.map(({ uses }) => uses), [['mariadb'], ['mariadb']]);
  });
  it('are made able by what lies beside them', () => {
    const python = (requirements: string) => ({ 'requirements.txt': requirements, 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' });
    assert.deepEqual(servers(python('flask\nPyMySQL\n')), ['mariadb']);
    for (const able of ['flask\nPyMySQL[rsa]\n', 'flask\npymysql\ncryptography\n', 'flask\nmysqlclient\n']) assert.deepEqual(servers(python(able)), ['mysql'], able);
  });
  it('are clients of the technology in every entry', () => {
    for (const { id, detection } of technologies as readonly Technology[]) {
      for (const [ecosystem, clients] of Object.entries(detection.limited ?? {})) {
        for (const client of Object.keys(clients)) assert.ok(Object.hasOwn(detection.packages[ecosystem as 'npm'] ?? {}, client), `${id}: ${client}`);
      }
    }
  });
});
