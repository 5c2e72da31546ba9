import assert from 'node:assert/strict';
import { existingDocker } from '../../../lib/discovery/existing-docker.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { discoveryReport } from '../../../lib/discovery/report.js';
import { joinServices, scan } from '../../../lib/discovery/scan.js';
import { discoverNode } from '../../../lib/stacks/node/discover.js';
import type { Stack } from '../../../lib/stacks/stack.js';
import { assertEvidence, manifest, technologies } from '../stacks/node/discovered.js';

const stacks = [{ id: 'node', discover: discoverNode } as unknown as Stack];
const server = "import express from 'express';\nconst app = express();\napp.listen(3000);\n";

describe('existing Docker files', () => {
  it('are compose files at the root and Dockerfiles of the project', () => {
    const files = [
      'compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml', 'docker-compose.prod.yml', 'compose.override.yaml', 'docker-compose-dev.yml',
      'Dockerfile', 'Dockerfile.dev', 'api.Dockerfile', 'services/a/Dockerfile', 'Containerfile',
    ];
    const others = ['sub/compose.yaml', 'Dockerfile.dockerignore', 'test/Dockerfile', 'a/fixtures/b/Dockerfile', '.devcontainer/Dockerfile', 'examples/Dockerfile', 'compose.ts', 'mycompose.yml', 'dockerfile.md.txt/x'];
    const found = existingDocker(memoryRepository(Object.fromEntries([...files, ...others].map((file) => [file, '']))));
    assert.deepEqual(found.map(({ file }) => file).toSorted(), files.toSorted());
    assert.deepEqual(found.find(({ file }) => file === 'compose.yaml')?.kind, 'compose');
    assert.deepEqual(found.find(({ file }) => file === 'services/a/Dockerfile')?.kind, 'dockerfile');
  });
});

describe('scan', () => {
  it('names the project as it names itself, else as its folder', () => {
    const name = (text: string) => scan(memoryRepository({ 'package.json': text }, 'folder'), stacks, []).project.map(({ value, confidence }) => [value, confidence]);
    assert.deepEqual(name('{"name": "@acme/shop"}'), [['shop', 'certain'], ['folder', 'guess']]);
    assert.deepEqual(name('{}'), [['folder', 'guess']]);
    assert.deepEqual(name('{'), [['folder', 'guess']]);
  });

  it('finds nothing in an empty project', () => {
    assert.deepEqual(scan(memoryRepository({}), stacks, technologies), {
      project: [{ value: 'project', confidence: 'guess', evidence: [] }], release: [], apps: [], services: [], thirdParties: [], existingDocker: [], problems: [],
    });
  });

  it('joins a service that several apps use', () => {
    const app = (name: string) => ({ [`${name}/package.json`]: manifest({ name, dependencies: { express: '5', pg: '8' } }), [`${name}/server.js`]: server });
    const found = scan(memoryRepository({ ...app('a'), ...app('b') }), stacks, technologies);
    assert.deepEqual(found.apps.map(({ path }) => path), ['a', 'b']);
    assert.deepEqual(found.services.map(({ technology, evidence }) => [technology, evidence.map(({ file }) => file)]), [['postgres', ['a/package.json', 'b/package.json']]]);
  });

  it('keeps the strongest confidence and each place once', () => {
    const place = { file: 'a', line: 1, quote: 'x' };
    assert.deepEqual(joinServices([{ technology: 't', confidence: 'likely', evidence: [place] }, { technology: 't', confidence: 'certain', evidence: [place] }]), [
      { technology: 't', confidence: 'certain', evidence: [place] },
    ]);
  });

  it('is the same for the same repository', () => {
    const files = { 'package.json': manifest({ dependencies: { express: '5', pg: '8' } }), 'server.js': server, '.env.example': 'A=1\n' };
    assert.deepEqual(scan(memoryRepository(files), stacks, technologies), scan(memoryRepository(files), stacks, technologies));
  });
});

describe('discovery report', () => {
  const repository = memoryRepository({
    'package.json': manifest({ dependencies: { express: '5', bullmq: '5' } }),
    'server.js': server,
    'worker.js': "import { Worker } from 'bullmq';\nnew Worker('a', b);\n",
    'yarn.lock': '# yarn lockfile v1\n',
    'package-lock.json': '{\n  "lockfileVersion": 3\n}\n',
  });
  const report = discoveryReport(scan(repository, stacks, technologies), 'web');

  it('gives short answers', () => {
    assert.equal(report.project, 'shop');
    assert.equal(report.pattern, 'web');
    assert.deepEqual(report.apps, [{
      name: 'shop', path: '.', role: 'web', language: 'javascript', framework: 'express', packageManager: 'npm', version: null, port: 3000,
      workers: [{ name: 'worker', command: ['node', 'worker.js'] }],
    }]);
    assert.deepEqual(report.services.map(({ technology }) => technology), ['redis']);
  });

  it('lists contradictory facts and problems', () => {
    const managers = report.findings.filter(({ fact }) => fact === 'packageManager');
    assert.deepEqual(managers.map(({ subject, value }) => [subject, value]), [['app:.', { name: 'npm' }], ['app:.', { name: 'yarn' }]]);
    const problem = report.findings.find(({ fact }) => fact === 'problem');
    assert.match(String(problem?.value), /contradict/u);
    assertEvidence(repository, report);
  });

  it('is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(report)), report));
});
