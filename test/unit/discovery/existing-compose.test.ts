import assert from 'node:assert/strict';
import { technologies } from '../../../lib/catalog/registry.js';
import { imageOf } from '../../../lib/catalog/releases.js';
import type { Technology } from '../../../lib/catalog/technology.js';
import { suggest } from '../../../lib/brief/suggest.js';
import { existingCompose } from '../../../lib/discovery/existing-compose.js';
import { existingDocker } from '../../../lib/discovery/existing-docker.js';
import type { Repository } from '../../../lib/discovery/repository.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';

const manifest = (dependencies: Readonly<Record<string, string>>): string => JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: { express: '5', ...dependencies } });
const server = "import express from 'express';\nexpress().listen(3000);\n";
const project = (compose: string, dependencies: Readonly<Record<string, string>> = {}) => memoryRepository({ 'package.json': manifest(dependencies), 'server.js': server, 'docker-compose.yml': compose });
const brief = (compose: string, dependencies: Readonly<Record<string, string>> = {}) => suggest(scan(project(compose, dependencies), stacks, technologies));
const composeOf = (repository: Repository) => existingCompose(repository, existingDocker(repository), technologies, () => false);
const services = (image: string, dependencies: Readonly<Record<string, string>> = {}) => brief(`services:\n  store:\n    image: ${image}\n`, dependencies).services;

describe('images in compose files', () => {
  for (const [image, wanted] of [
    ['postgres:16-alpine', { technology: 'postgres', version: '16-alpine' }],
    ['docker.io/library/postgres:16.4@sha256:0123', { technology: 'postgres', version: '16.4' }],
    ['"postgres:${PG:-15}"', { technology: 'postgres', version: '15' }],
    ['postgres', { technology: 'postgres' }],
    ['postgres:latest', { technology: 'postgres' }],
    ['bitnami/postgresql:15.2.0-debian-11', { technology: 'postgres', version: '15.2.0' }],
    ['pgvector/pgvector:pg17', { technology: 'postgres', version: '17', variant: 'pgvector' }],
    ['postgis/postgis:16-3.4', { technology: 'postgres', version: '16', variant: 'postgis' }],
    ['mcr.microsoft.com/mssql/server:2022-latest', { technology: 'mssql', version: '2022-latest' }],
    ['localhost:5000/redis:7', { technology: 'redis', version: '7' }],
    ['mailhog/mailhog:v1.0.1', { technology: 'mailpit' }],
    ['getmeili/meilisearch:v1.12', { technology: 'meilisearch', version: '1.12' }],
  ] as const) {
    it(`${image} is ${JSON.stringify(wanted)}`, () => assert.deepEqual(services(image), [wanted]));
  }
  it('that nobody knows are no services', () => assert.deepEqual([services('adminer'), services('acme/postgres-tools:3'), services('""')], [[], [], []]));
  it('of each entry begin with its own', () => {
    for (const technology of technologies as readonly Technology[]) {
      const { reference } = imageOf(technology, {});
      assert.ok(reference.slice(0, reference.lastIndexOf(':')).endsWith(technology.detection.images?.[0] ?? '-'), technology.id);
    }
  });
});

describe('services of compose files', () => {
  it('say where they were seen', () => {
    const [found] = composeOf(project('services:\n  db:\n    image: redis:8\n')).services;
    assert.deepEqual(found?.evidence, { file: 'docker-compose.yml', line: 3, quote: 'image: redis:8' });
  });
  it('are those of the app that starts after them', () => {
    const app = (name: string) => ({ [`${name}/package.json`]: manifest({}), [`${name}/server.js`]: server });
    const compose = 'services:\n  web:\n    build: ./a\n    depends_on: [db]\n  other:\n    build: {context: b}\n    depends_on:\n      cache: {condition: service_healthy}\n  db: {image: postgres:16}\n  cache: {image: redis:7}\n  rest: {image: nats:2}\n';
    const found = scan(memoryRepository({ ...app('a'), ...app('b'), 'compose.yaml': compose }), stacks, technologies);
    assert.deepEqual(found.apps.map(({ path, uses }) => [path, uses]), [['a', ['postgres']], ['b', ['redis']]]);
    assert.equal(found.services.find(({ technology }) => technology === 'nats')?.confidence, 'guess');
  });
  it('decide which of several servers a client is meant for', () => {
    assert.deepEqual(services('mariadb:11.4', { mysql2: '3' }), [{ technology: 'mariadb', version: '11.4' }]);
    assert.deepEqual(services('valkey/valkey:8', { ioredis: '5' }), [{ technology: 'valkey', version: '8' }]);
    assert.deepEqual(brief('services:\n  a: {image: mysql:8.4}\n  b: {image: mariadb:11}\n', { mysql2: '3' }).services.map(({ technology }) => technology).toSorted(), ['mariadb', 'mysql']);
  });
  it('follow anchors and merge keys', () => {
    assert.deepEqual(brief('x-db: &db\n  image: mysql:8.4\nservices:\n  db:\n    <<: *db\n').services, [{ technology: 'mysql', version: '8.4' }]);
  });
  it('that are merged in a circle end', () => {
    assert.deepEqual(brief('services:\n  a: &a\n    b: &b\n      <<: *a\n    <<: *b\n    ports: [1]\n').services, []);
    assert.deepEqual(brief('services:\n  a: &a\n    <<: *a\n    image: redis:8\n').services, [{ technology: 'redis', version: '8' }]);
  });
  it('that a blueprint wrote are none', () => assert.deepEqual(scan(project('services:\n  db: {image: postgres:16}\n'), stacks, technologies, () => true).services, []));
  it('in a file that is no YAML are a finding that names it, and the rest goes on', () => {
    const found = scan(project('services:\n  db: {image: [\n', { pg: '8' }), stacks, technologies);
    assert.match(found.problems.map(({ message }) => message).join('\n'), /^docker-compose\.yml:\d+:\d+: /u);
    assert.deepEqual(found.services.map(({ technology }) => technology), ['postgres']);
    for (const odd of ['', '- a\n', 'services: 3\n', 'services:\n  a:\n  b: [x]\n  c: {image: 3, depends_on: 4}\n', '\u0001']) assert.doesNotThrow(() => brief(odd));
  });
});
