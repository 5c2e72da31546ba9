import assert from 'node:assert/strict';
import { diskRepository } from '../../../../lib/discovery/disk-repository.js';
import { discoverNode } from '../../../../lib/stacks/node/discover.js';
import { appOf, assertEvidence, bestOf, codes, discovered, manifest, technologies, values } from './discovered.js';

describe('discovery of Node.js', () => {
  it('recognises the bundled example', () => {
    const repository = diskRepository('examples/shop');
    const found = discoverNode(repository, technologies);
    assert.ok(assertEvidence(repository, found) > 20);
    const [app] = found.apps;
    assert.ok(app);
    assert.deepEqual(
      { name: app.name, path: app.path, role: app.role, lockFile: app.lockFile, uses: app.uses },
      { name: 'shop', path: '.', role: 'web', lockFile: 'package-lock.json', uses: ['postgres', 'redis'] },
    );
    assert.equal(bestOf(app.language), 'javascript');
    assert.equal(bestOf(app.framework), 'express');
    assert.deepEqual(bestOf(app.packageManager), { name: 'npm' });
    assert.equal(bestOf(app.version), '>=22');
    assert.equal(bestOf(app.port), 3000);
    assert.equal(bestOf(app.health), '/healthz');
    assert.equal(bestOf(app.bind), 'all');
    assert.deepEqual(bestOf(app.commands.start), ['node', 'src/server.js']);
    assert.deepEqual(bestOf(app.commands.dev), ['node', '--watch', 'src/server.js']);
    assert.deepEqual(bestOf(app.commands.test), ['node', '--test']);
    assert.deepEqual(app.commands.build, []);
    assert.deepEqual(app.workers.map(({ name, entry, start, dev }) => [name, entry, bestOf(start), bestOf(dev)]), [
      ['worker', 'src/worker.js', ['node', 'src/worker.js'], ['node', '--watch', 'src/worker.js']],
    ]);
    assert.deepEqual(app.variables.map(({ name, example }) => [name, example]), [
      ['PORT', '3000'],
      ['DATABASE_URL', 'postgresql://shop:shop@localhost:5432/shop'],
      ['REDIS_URL', 'redis://localhost:6379'],
      ['SESSION_SECRET', 'change-me'],
      ['LOG_LEVEL', 'info'],
    ]);
    assert.deepEqual(found.problems, []);
  });

  it('says javascript or typescript', () => {
    assert.equal(bestOf(appOf({}).language), 'javascript');
    assert.equal(bestOf(appOf({ 'tsconfig.json': '{}' }).language), 'typescript');
    assert.equal(bestOf(appOf({ 'package.json': manifest({ devDependencies: { typescript: '^5' } }) }).language), 'typescript');
  });

  it('puts the framework that is built on another one first', () => {
    const app = appOf({ 'package.json': manifest({ dependencies: { express: '^5', '@nestjs/core': '^11' } }) });
    assert.deepEqual(values(app.framework), ['nestjs', 'express']);
  });

  it('takes no framework from devDependencies', () => {
    assert.deepEqual(appOf({ 'package.json': manifest({ devDependencies: { express: '^5' } }) }).framework, []);
  });

  it('finds apps in subfolders, and neither libraries nor a root that only calls them', () => {
    const { apps } = discovered({
      'package.json': manifest({ name: 'root', scripts: { start: 'turbo start', dev: 'turbo dev' }, workspaces: ['apps/*', 'packages/*'] }),
      'apps/api/package.json': manifest({ name: '@shop/api', scripts: { start: 'node src/index.js' }, dependencies: { express: '^5' } }),
      'apps/api/src/index.js': "import express from 'express';\nexpress().listen(4000);\n",
      'packages/lib/package.json': manifest({ name: '@shop/lib', scripts: { build: 'tsc' } }),
      'packages/lib/src/index.js': 'export const one = 1;\n',
    });
    assert.deepEqual(apps.map(({ name, path }) => [name, path]), [['api', 'apps/api']]);
    assert.equal(bestOf(apps[0]!.port), 4000);
  });

  it('takes a package that others import for a library', () => {
    const { apps } = discovered({
      'package.json': manifest({ scripts: { build: 'tsc' }, exports: './index.js', types: './index.d.ts' }),
      'index.js': "import { createServer } from 'node:http';\nexport const serve = () => createServer().listen(0);\n",
    });
    assert.deepEqual(apps, []);
  });

  it('is a worker when it takes jobs and serves nothing', () => {
    const app = appOf({
      'package.json': manifest({ scripts: { start: 'node main.js' }, dependencies: { bullmq: '^5' } }),
      'server.js': '',
      'main.js': "import { Worker } from 'bullmq';\nnew Worker('mail', async () => {});\n",
    });
    assert.equal(app.role, 'worker');
    assert.deepEqual(app.port, []);
  });

  it('names the variables that registries get their credentials from', () => {
    assert.deepEqual(appOf({ '.npmrc': '# ${OLD_TOKEN}\ncache=${HOME}/x\n@a:registry=https://npm.example.com/\n//npm.example.com/:_authToken=${NPM_TOKEN}\n' }).buildSecrets, ['NPM_TOKEN']);
    assert.deepEqual(appOf({ '.yarnrc.yml': 'npmScopes:\n  a:\n    npmAuthToken: "${A_TOKEN-}"\n' }).buildSecrets, ['A_TOKEN']);
    assert.deepEqual(appOf({ 'bunfig.toml': '[install.scopes]\na = { token = "$A_TOKEN", url = "https://npm.example.com/" }\n' }).buildSecrets, ['A_TOKEN']);
    assert.deepEqual(appOf({ '.npmrc': 'save-exact=true\n' }).buildSecrets, []);
  });

  it('lists what an installation needs', () => {
    const app = appOf({
      'package.json': manifest({ scripts: { start: 'node server.js', prepare: 'husky', postinstall: 'patch-package' } }),
      '.npmrc': 'legacy-peer-deps=true\n',
      'patches/a.patch': '',
      '.yarn/releases/yarn-4.5.0.cjs': '',
    });
    assert.deepEqual(app.installFiles, ['.npmrc', '.yarn/releases/', 'patches/']);
    assert.deepEqual(app.installScripts, ['postinstall', 'prepare']);
  });
});

describe('manifests that cannot be used', () => {
  const message = (text: string) => discovered({ 'package.json': text }).problems[0]?.message ?? '';

  it('names file, line and column', () => {
    assert.match(message('{\n  "name": "a",\n  "scripts": { "start" }\n}\n'), /^package\.json:3:24: /u);
    assert.match(message('{"a":1,}'), /^package\.json:1:8: /u);
    assert.match(message(''), /^package\.json:1:1: the file is empty$/u);
    assert.match(message('   \n\n'), /^package\.json:1:1: the file is empty$/u);
    assert.match(message('\n[]\n'), /^package\.json:2:1: the top level must be an object/u);
    assert.match(message('{'), /^package\.json:1:2: .*the file ends/u);
  });

  it('is an error with help and no app', () => {
    const { apps, problems } = discovered({ 'package.json': '{' });
    assert.deepEqual(apps, []);
    assert.deepEqual(problems.map(({ code, severity }) => [code, severity]), [['manifest-unreadable', 'error']]);
    assert.ok(problems[0]?.help);
  });

  it('survives hostile ones', () => {
    assert.match(message(`${'['.repeat(100_000)}`), /nested too deeply/u);
    assert.match(message(`{"a": "${'x'.repeat(3_000_000)}"}`), /at most 2 MiB/u);
    assert.match(message(`{"a": "${'x'.repeat(1_900_000)}`), /package\.json:1:7: /u);
    assert.match(message('{"a": "\0"}'), /not a readable text file/u);
    assert.deepEqual(discovered({ 'package.json': '{"__proto__": {"scripts": {"start": "node x"}}, "scripts": {"__proto__": "a", "constructor": "b"}}' }).apps, []);
  });

  it('reads byte order marks and CRLF', () => {
    const app = appOf({ 'package.json': `\uFEFF${manifest({ engines: { node: '>=22' } }).replaceAll('\n', '\r\n')}` });
    assert.equal(bestOf(app.version), '>=22');
    assert.equal(app.name, 'shop');
  });

  it('ignores fields of a wrong type and says so', () => {
    const found = discovered({
      'package.json': '{\n  "name": 5,\n  "scripts": [],\n  "dependencies": "x",\n  "devDependencies": { "a": 1 }\n}\n',
      'server.js': 'require("http").createServer().listen(3000);\n',
    });
    assert.deepEqual(codes(found), Array.from({ length: 4 }, () => 'manifest-field-ignored'));
    assert.match(found.problems.map((problem) => problem.message).join('\n'), /^package\.json:2:3: "name".*\npackage\.json:3:3: "scripts"/u);
    assert.equal(found.apps[0]?.name, 'project');
    assert.deepEqual(bestOf(found.apps[0]!.commands.start), ['node', 'server.js']);
  });
});

describe('sources that would make searching slow', () => {
  const lines = (piece: string) => Array.from({ length: 3000 }, () => piece.repeat(Math.max(1, Math.floor(78 / piece.length)))).join('\n');
  const pieces = ['a', ' ', '{', '(', '`', '/', '/a[/', 'app.listen(', 'app.get("/",', 'process.env.PORT ', '{ PORT = ', 'import ', '.register(', "@Controller('health')", 'config', 'datasource a {', 'KEY="'];
  for (const piece of pieces) {
    it(`end soon: ${piece}`, function () {
      this.timeout(5000);
      for (const text of [lines(piece), piece.repeat(Math.floor(250_000 / piece.length))]) {
        discovered({
          'package.json': manifest({ dependencies: { express: '5', fastify: '5', '@nestjs/core': '11' } }),
          'server.js': "import './hostile.js';\nconst app = express();\napp.listen(3000);\n",
          'hostile.js': text, '.env.example': text, Procfile: text, 'prisma/schema.prisma': text, 'tsconfig.json': text, 'yarn.lock': text, '.nvmrc': text,
        });
      }
    });
  }
});
