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
});
