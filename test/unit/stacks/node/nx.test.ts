import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { discovered, manifest } from './discovered.js';
import { appFiles } from './written.js';

const server = "import express from 'express';\nexpress().listen(process.env.PORT ?? 3000);\n";
const root = { 'package.json': manifest({ name: 'org', scripts: { start: 'nx serve api' }, dependencies: { express: '5', react: '19', next: '16', pg: '8' }, devDependencies: { nx: '22', vite: '7' } }), 'nx.json': '{}' };
const json = (data: object): string => JSON.stringify(data);
const api = (targets: object, more: Readonly<Record<string, string>> = {}) => ({ ...root, 'apps/api/project.json': json({ name: 'api', projectType: 'application', targets }), 'apps/api/src/main.ts': server, ...more });
const only = (files: Readonly<Record<string, string>>) => {
  const { apps } = discovered(files);
  assert.equal(apps.length, 1, JSON.stringify(apps.map(({ path }) => path)));
  return apps[0]!;
};
const start = (files: Readonly<Record<string, string>>) => best(only(files).commands.start)?.join(' ');

describe('apps of Nx without a manifest', () => {
  const options = { outputPath: 'dist/apps/api', main: 'apps/api/src/main.ts' };
  for (const [executor, extra, expected] of [
    ['@nx/esbuild:esbuild', {}, 'node dist/apps/api/main.js'],
    ['@nx/esbuild:esbuild', { format: ['cjs'] }, 'node dist/apps/api/main.cjs'],
    ['@nx/esbuild:esbuild', { format: ['cjs'], esbuildOptions: { outExtension: { '.js': '.js' } } }, 'node dist/apps/api/main.js'],
    ['@nx/webpack:webpack', { target: 'node' }, 'node dist/apps/api/main.js'],
    ['@nrwl/webpack:webpack', { target: 'node', outputFileName: 'server.js' }, 'node dist/apps/api/server.js'],
    ['@nx/js:tsc', {}, 'node dist/apps/api/src/main.js'],
    ['@nx/js:swc', { outputPath: '{workspaceRoot}/out/{projectRoot}' }, 'node out/apps/api/src/main.js'],
  ] as const) {
    it(`start what ${executor} leaves with ${json(extra)}`, () => assert.equal(start(api({ build: { executor, options: { ...options, ...extra } } })), expected));
  }

  it('start what webpack leaves where a plugin infers the target', () => {
    const settings = "const { join } = require('node:path');\nmodule.exports = { output: { path: join(__dirname, '../../dist/apps/api') }, plugins: [new NxAppWebpackPlugin({ target: 'node', main: './src/main.ts' })] };";
    assert.equal(start(api({}, { 'apps/api/webpack.config.js': settings })), 'node dist/apps/api/main.js');
  });

  for (const [build, more, output] of [
    [{ executor: '@nx/vite:build', options: { outputPath: 'dist/apps/web' } }, {}, 'dist/apps/web'],
    [undefined, { 'apps/web/vite.config.ts': "export default { build: { outDir: '../../dist/apps/web' } };" }, 'dist/apps/web'],
    [undefined, { 'apps/web/vite.config.mts': 'export default {};' }, 'apps/web/dist'],
    [{ executor: '@angular-devkit/build-angular:application', options: { outputPath: 'dist/web' } }, {}, 'dist/web/browser'],
    [{ executor: '@angular/build:application', options: { outputPath: { base: 'dist/web' } } }, {}, 'dist/web/browser'],
    [{ executor: '@nx/angular:webpack-browser', options: { outputPath: 'dist/apps/web' } }, {}, 'dist/apps/web'],
    [{ executor: '@nx/webpack:webpack', options: { outputPath: 'dist/apps/web', target: 'web' } }, {}, 'dist/apps/web'],
  ] as const) {
    it(`have files for browsers in ${output} by ${json(build ?? more)}`, () => {
      const files = { ...root, 'apps/web/project.json': json({ projectType: 'application', targets: build === undefined ? {} : { build } }), 'apps/web/index.html': '<p></p>', 'apps/web/src/main.tsx': "import 'react';", ...more };
      const { role, output: found, name } = only(files);
      assert.deepEqual([role, found, name], ['static', output, 'web']);
    });
  }

  it('are served by Next.js where it builds them', () => {
    const files = { ...root, 'apps/site/project.json': json({ projectType: 'application', targets: { build: { executor: '@nx/next:build' } } }), 'apps/site/app/page.tsx': 'export default () => null;' };
    assert.equal(start(files), 'next start apps/site');
    assert.equal(best(only(files).framework), 'nextjs');
  });

  it('use what their sources and the libraries that they load import, and nothing else of the root', () => {
    const files = api({ build: { executor: '@nx/js:tsc', options } }, {
      'tsconfig.base.json': json({ compilerOptions: { baseUrl: '.', paths: { '@org/db': ['libs/db/src/index.ts'] } } }),
      'apps/api/tsconfig.json': json({ extends: '../../tsconfig.base.json' }),
      'apps/api/src/main.ts': `import '@org/db';\n${server}`,
      'libs/db/project.json': json({ name: 'db', projectType: 'library' }), 'libs/db/src/index.ts': "import pg from 'pg';\nnew pg.Pool({ host: process.env.PGHOST });\n",
      'libs/other/project.json': json({ name: 'other', projectType: 'library' }), 'libs/other/src/index.ts': 'process.env.OTHER;\n',
    });
    const app = only(files);
    assert.deepEqual(app.framework.map(({ value }) => value), ['express']);
    assert.deepEqual([app.uses, app.variables.map(({ name }) => name)], [['postgres'], ['PGHOST', 'PORT']]);
  });

  it('are none where they are suites of tests or have a manifest', () => {
    const files = { ...api({ build: { executor: '@nx/js:tsc', options } }), 'apps/api-e2e/project.json': json({ projectType: 'application', targets: { build: { executor: '@nx/js:tsc' } } }) };
    assert.equal(only(files).path, 'apps/api');
  });

  it('survive settings that are none', () => {
    for (const text of ['', '[]', '{', '{"projectType":"application","targets":7}', '{"projectType":"application","targets":{"build":{"executor":"@nx/js:tsc","options":{"outputPath":"../../../etc","main":["x"]}}}}', '\uFEFF{"projectType":"application"}']) {
      const found = discovered({ ...root, 'apps/x/project.json': text });
      for (const app of found.apps) assert.doesNotMatch(app.output ?? '', /^\.\.|\/\.\./u);
    }
  });

  it('are built at the root, from everything, and bring only what was built', () => {
    const { dockerfile, entrypoint } = appFiles(api({ build: { executor: '@nx/js:tsc', options } }), 'apps/api');
    assert.match(dockerfile, /FROM deps AS build\nCOPY \. \.\nRUN nx build api\n/u);
    assert.match(dockerfile, /COPY --from=build \["\/app\/dist\/apps\/api", "\.\/dist\/apps\/api"\]\nWORKDIR \/app\n/u);
    assert.match(entrypoint, /^cd \/app$/mu);
  });

  describe('have what runs beside and before them', () => {
    const worker = { 'apps/api/src/worker.ts': "import { Worker } from 'bullmq';\nnew Worker('mails', async () => {});\n" };
    const withQueue = (targets: object, more: Readonly<Record<string, string>> = {}) => api(targets, { 'package.json': manifest({ name: 'org', dependencies: { express: '5', bullmq: '5', knex: '3' }, devDependencies: { nx: '22', prisma: '6' } }), ...worker, ...more });
    const workers = (files: Readonly<Record<string, string>>) => only(files).workers.map(({ name, start: found, dev }) => [name, best(found)?.join(' '), best(dev)?.join(' ')]);

    for (const [what, build, built] of [
      ['compilers keep the tree', { executor: '@nx/js:swc', options }, 'dist/apps/api/src/worker.js'],
      ['esbuild has a further entry', { executor: '@nx/esbuild:esbuild', options: { ...options, format: ['cjs'], additionalEntryPoints: ['apps/api/src/worker.ts'] } }, 'dist/apps/api/worker.cjs'],
      ['webpack names a further entry', { executor: '@nx/webpack:webpack', options: { ...options, target: 'node', additionalEntryPoints: [{ entryName: 'mails', entryPath: 'apps/api/src/worker.ts' }] } }, 'dist/apps/api/mails.js'],
    ] as const) {
      it(`workers where ${what}`, () => assert.deepEqual(workers(withQueue({ build })), [['worker', `node ${built}`, `sh -c nx build api && exec node ${built}`]]));
    }
    it('workers that run again on a change where the workspace has tsx', () => {
      const files = { ...withQueue({ build: { executor: '@nx/js:tsc', options } }), 'package.json': manifest({ name: 'org', dependencies: { express: '5', bullmq: '5' }, devDependencies: { nx: '22', tsx: '4' } }), 'apps/api/tsconfig.json': '{}' };
      assert.deepEqual(workers(files), [['worker', 'node dist/apps/api/src/worker.js', 'tsx watch --tsconfig apps/api/tsconfig.json apps/api/src/worker.ts']]);
    });
    it('no worker that nothing builds', () => assert.deepEqual(workers(withQueue({ build: { executor: '@nx/esbuild:esbuild', options } })), []));
    it('the work that the server does itself, as no process', () => {
      const files = withQueue({ build: { executor: '@nx/esbuild:esbuild', options } }, { 'apps/api/src/main.ts': `import './worker';\n${server}` });
      assert.deepEqual(workers(files), [['in-process', undefined, undefined]]);
    });

    const build = { executor: '@nx/js:tsc', options };
    const jobs = (targets: object, more: Readonly<Record<string, string>> = {}) => only(withQueue({ build, ...targets }, more)).jobs.map(({ name, command }) => [name, best(command)?.join(' ')]);
    for (const [target, command] of [
      [{ command: 'knex migrate:latest' }, 'knex migrate:latest'],
      [{ executor: 'nx:run-commands', options: { command: 'knex migrate:latest', cwd: '{projectRoot}' } }, 'sh -c cd apps/api && knex migrate:latest'],
      [{ executor: '@nrwl/workspace:run-commands', options: { commands: ['node {projectRoot}/migrate.mjs'] } }, 'node apps/api/migrate.mjs'],
      [{ executor: 'nx:run-commands', options: { commands: ['node a.mjs', { command: 'node b.mjs' }], parallel: false } }, 'sh -c node a.mjs && node b.mjs'],
      [{ executor: 'nx:run-commands', options: { commands: ['node a.mjs', 'node b.mjs'] } }, undefined],
      [{ executor: 'nx:run-commands', options: { command: 'node {args.file}' } }, undefined],
      [{ executor: '@acme/db:migrate', options: { command: 'knex migrate:latest' } }, undefined],
      [{ executor: 7, options: [] }, undefined],
    ] as const) {
      it(`the job ${command ?? 'of nobody'} of ${json(target)}`, () => assert.deepEqual(jobs({ migrate: target }), command === undefined ? [] : [['migrate', command]]));
    }
    it('files that their jobs name, in production', () => {
      const files = withQueue({ build, migrate: { command: 'node apps/api/migrate.mjs' } }, { 'apps/api/migrate.mjs': '' });
      assert.deepEqual(only(files).runtimeFiles, ['apps/api/migrate.mjs']);
      assert.match(appFiles(files, 'apps/api').dockerfile, /COPY --from=build \["\/app\/apps\/api\/migrate\.mjs", "\.\/apps\/api\/migrate\.mjs"\]/u);
    });

    const prisma = (dependencies: object, more: Readonly<Record<string, string>> = {}) => api({ build }, {
      'package.json': manifest({ name: 'org', dependencies: { express: '5', '@prisma/client': '6', ...dependencies }, devDependencies: { nx: '22', prisma: '6' } }),
      'apps/api/src/main.ts': `import { PrismaClient } from '@prisma/client';\n${server}`,
      'apps/api/prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n  url = env("ORG_DB")\n}\n', 'apps/api/prisma/migrations/1/migration.sql': '', ...more,
    });
    it("Prisma's client before the build, from where its schema is", () => {
      const app = only(prisma({}));
      assert.equal(best(app.commands.build)?.join(' '), 'sh -c prisma generate --schema apps/api/prisma/schema.prisma && nx build api');
      assert.deepEqual([app.uses, app.variables.find(({ name }) => name === 'ORG_DB')?.connects], [['postgres'], { technology: 'postgres', part: 'url' }]);
      assert.match(appFiles(prisma({}), 'apps/api').entrypoint, /^build \. prisma generate --schema apps\/api\/prisma\/schema\.prisma$/mu);
    });
    it('its migrations as a job where production has Prisma, else a problem that says so', () => {
      const app = only(prisma({ prisma: '6' }));
      assert.equal(best(app.jobs[0]!.command)?.join(' '), 'prisma migrate deploy --schema apps/api/prisma/schema.prisma');
      assert.deepEqual(app.runtimeFiles, ['apps/api/prisma']);
      assert.deepEqual(only(prisma({})).jobs, []);
      assert.match(discovered(prisma({})).problems.map(({ message }) => message).join('\n'), /^apps\/api\/prisma\/migrations\/1\/migration\.sql: .*prisma, which is no runtime dependency/mu);
    });
    it('the script of the root that applies their schema', () => {
      const files = prisma({ prisma: '6' });
      const scripted = { ...files, 'package.json': files['package.json'].replace('"start": "node server.js"', '"db:migrate": "prisma migrate deploy --schema=apps/api/prisma/schema.prisma"') };
      assert.equal(best(only(scripted).jobs[0]!.command)?.join(' '), 'prisma migrate deploy --schema=apps/api/prisma/schema.prisma');
    });
    it('nothing of a schema that another app uses', () => {
      const files = prisma({ prisma: '6' }, { 'apps/b/project.json': json({ name: 'b', projectType: 'application', targets: { build: { executor: '@nx/js:tsc', options: { outputPath: 'dist/apps/b', main: 'apps/b/src/main.ts' } } } }), 'apps/b/src/main.ts': server });
      assert.deepEqual(discovered(files).apps.map(({ name, jobs: found, uses }) => [name, found.length, uses.length]), [['api', 1, 1], ['b', 0, 0]]);
    });
  });
});
