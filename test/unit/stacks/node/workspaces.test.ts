import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { discovered } from './discovered.js';
import type { Files } from './discovered.js';

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
const server = "import { createServer } from 'node:http';\ncreateServer().listen(3000);\n";

/** A workspace of npm with an API that needs the packages of `dependencies`. */
function workspace(files: Files, dependencies: Readonly<Record<string, string>> = {}, root: object = {}): Files {
  return {
    'package.json': json({ name: 'shop', workspaces: ['apps/*', 'packages/*'], ...root }),
    'package-lock.json': json({ lockfileVersion: 3 }),
    'apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js' }, dependencies }),
    'apps/api/server.js': server,
    ...files,
  };
}

const library = (name: string, fields: object = {}): string => json({ name, main: 'index.js', ...fields });

function api(files: Files): AppFindings {
  return discovered(files).apps.find(({ path }) => path.endsWith('api'))!;
}

const messages = (files: Files, code: string): readonly string[] => discovered(files).problems.filter((each) => each.code === code).map(({ message }) => message);

describe('a package of a workspace', () => {
  it('needs its dependencies and theirs, each before who needs it', () => {
    const files = workspace({
      'packages/a/package.json': library('a', { dependencies: { b: '1.0.0' }, scripts: { build: 'tsc' } }),
      'packages/b/package.json': library('b', { scripts: { build: 'tsc' } }),
      'packages/other/package.json': library('other'),
    }, { a: '*' });
    const found = api(files);
    assert.deepEqual(found.workspace, {
      root: '.',
      packages: ['packages/b', 'packages/a', 'apps/api'],
      runtime: ['packages/b', 'packages/a', 'apps/api'],
      members: ['apps/api', 'packages/a', 'packages/b'],
      builds: [{ folder: 'packages/b', command: ['npm', 'run', 'build'] }, { folder: 'packages/a', command: ['npm', 'run', 'build'] }],
      files: [],
    });
    assert.equal(found.lockFile, 'package-lock.json');
  });

  it('needs what is named by path, by another name, and by its compiler', () => {
    const files = workspace({
      'packages/a/package.json': library('a'),
      'packages/b/package.json': library('b'),
      'packages/settings/package.json': json({ name: 'settings' }),
      'packages/settings/tsconfig.json': '{}',
      'tsconfig.base.json': '{}',
      'base/node.json': '{}',
      'apps/api/tsconfig.json': json({ extends: ['../../packages/settings/tsconfig.json', '../../tsconfig.base.json', '../../base/node'] }),
    }, { mine: 'file:../../packages/a', yours: 'workspace:b@*', elsewhere: 'npm:a@1' });
    assert.deepEqual(api(files).workspace!.packages, ['packages/a', 'packages/b', 'packages/settings', 'apps/api']);
    assert.deepEqual(api(files).workspace!.files, ['base/node.json', 'tsconfig.base.json']);
  });

  it('runs without what only its build needs', () => {
    const files = workspace({
      'apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js' }, dependencies: { a: '*' }, devDependencies: { settings: '*' } }),
      'packages/a/package.json': library('a'),
      'packages/settings/package.json': json({ name: 'settings' }),
    });
    assert.deepEqual(api(files).workspace!.runtime, ['packages/a', 'apps/api']);
    assert.deepEqual(api(files).workspace!.packages, ['packages/a', 'packages/settings', 'apps/api']);
  });

  it('is built by Turborepo where that is installed', () => {
    const files = workspace({
      'apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js', build: 'tsc' }, dependencies: { a: '*' } }),
      'packages/a/package.json': library('a', { scripts: { build: 'tsc' } }),
      'turbo.json': '{ "tasks": { "build": { "dependsOn": ["^build"] } } } // the end\n',
    }, {}, { devDependencies: { turbo: '^2' } });
    assert.deepEqual(best(api(files).commands.build), ['turbo', 'run', 'build', '--filter=api']);
    assert.deepEqual(api(files).workspace!.builds, [{ folder: '.', command: ['turbo', 'run', 'build', '--filter=api^...'] }]);
    const without = { ...files, 'package.json': json({ name: 'shop', workspaces: ['apps/*', 'packages/*'] }) };
    assert.deepEqual(best(api(without).commands.build), ['tsc']);
  });

  it('has the manager, the version and the files of its root', () => {
    const found = api({
      'sub/package.json': json({ name: 'shop', packageManager: 'pnpm@9.1.0', engines: { node: '>=22' } }),
      'sub/pnpm-workspace.yaml': 'packages:\n  - apps/*\n',
      'sub/pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'sub/.nvmrc': 'v24\n',
      'sub/.npmrc': 'hoist=true\n',
      'sub/patches/a.patch': '-\n',
      'sub/apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js' } }),
      'sub/apps/api/server.js': server,
    });
    assert.deepEqual([found.path, found.workspace!.root, found.lockFile, best(found.packageManager), best(found.version)], ['sub/apps/api', 'sub', 'pnpm-lock.yaml', { name: 'pnpm', version: '9.1.0' }, '24']);
    assert.deepEqual(found.installFiles, ['.npmrc', 'patches/', 'pnpm-workspace.yaml']);
  });

  it('shares its volumes with the other apps of the workspace', () => {
    const files = workspace({ 'apps/web/package.json': json({ name: 'web', scripts: { start: 'node server.js' }, dependencies: { a: '*' } }), 'apps/web/server.js': server, 'packages/a/package.json': library('a') });
    assert.deepEqual(discovered(files).apps.map((app) => app.workspace!.members), [['apps/api', 'apps/web', 'packages/a'], ['apps/api', 'apps/web', 'packages/a']]);
  });
});

describe('a workspace with faults', () => {
  it('has patterns that mean nothing', () => {
    assert.deepEqual(messages(workspace({}, {}, { workspaces: ['apps/*', 'gone/*', '!nothing'] }), 'workspace-pattern-empty'), ['package.json:5: the workspace pattern "gone/*" means no folder with a package.json']);
  });
  it('is none where no pattern means anything', () => assert.equal(api(workspace({}, {}, { workspaces: ['gone/*'] })).workspace, undefined));
  it('has packages that need one another', () => {
    const files = workspace({ 'packages/a/package.json': library('a', { dependencies: { b: '*' } }), 'packages/b/package.json': library('b', { dependencies: { a: '*' } }) }, { a: '*' });
    assert.deepEqual(messages(files, 'workspace-circle'), ['package.json: packages need one another in a circle: packages/a needs packages/b needs packages/a']);
    assert.deepEqual(api(files).workspace!.packages, ['packages/b', 'packages/a', 'apps/api']);
  });
  it('has settings that cannot be read', () => {
    const found = messages({ ...workspace({}, {}, { workspaces: undefined }), 'pnpm-workspace.yaml': 'packages: [\n' }, 'manifest-unreadable');
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^pnpm-workspace\.yaml:\d+:\d+: this is not valid YAML/u);
  });
  it('says of strange values nothing', () => {
    for (const workspaces of [7, null, 'apps/*', [7, null], { packages: 7 }, {}]) assert.equal(api(workspace({}, {}, { workspaces })).workspace, undefined);
  });
  it('takes no longer for each of its packages, however many there are', function many() {
    this.timeout(30_000);
    const count = 4000;
    const files: Record<string, string> = {};
    for (let index = 0; index < count; index += 1) files[`packages/p${index}/package.json`] = library(`p${index}`, { dependencies: { [`p${index + 1}`]: '*' } });
    const found = api(workspace(files, { p0: '*' }));
    assert.equal(found.workspace!.packages.length, count + 1);
    assert.equal(found.workspace!.packages[0], `packages/p${count - 1}`);
  });
});

describe('a package that is no app', () => {
  const reasons = (files: Files): readonly string[] => messages(workspace(files, { ui: '*' }), 'package-is-no-app');
  const one = (manifest: object, files: Files = {}): readonly string[] => reasons({ 'packages/x/package.json': json({ name: 'x', ...manifest }), ...files });

  it('is a library that others import', () => {
    assert.deepEqual(reasons({ 'packages/ui/package.json': library('ui', { scripts: { dev: 'tsup --watch', build: 'tsup' } }), 'packages/ui/index.js': '' }), ['packages/ui is a library: apps/api imports it and it starts nothing']);
  });
  it('is a library on a server framework', () => {
    assert.deepEqual(reasons({ 'packages/ui/package.json': library('ui', { dependencies: { hono: '4' } }), 'packages/ui/index.js': 'export const app = new Hono();\n' }), ['packages/ui is a library: apps/api imports it and it starts nothing']);
  });
  it('is an SDK', () => assert.match(one({ exports: './index.js', files: ['dist'] })[0]!, /^packages\/x is a library: its manifest says what it offers/u));
  it('is a program for the command line', () => assert.match(one({ bin: 'cli.js' }, { 'packages/x/cli.js': '' })[0]!, /command line program/u));
  it('is a mobile or desktop app', () => {
    assert.match(one({ scripts: { start: 'expo start' }, dependencies: { expo: '52' } })[0]!, /mobile app/u);
    assert.match(one({ scripts: { start: 'electron .' }, devDependencies: { electron: '30' } })[0]!, /desktop app/u);
  });
  it('is an extension', () => {
    assert.match(one({ scripts: { dev: 'vite' } }, { 'packages/x/public/manifest.json': '{ "manifest_version": 3 }' })[0]!, /extension/u);
    assert.match(one({ engines: { vscode: '^1.90' } })[0]!, /extension/u);
  });
  it('is a documentation site, a suite of tests, or mail templates', () => {
    assert.match(one({ scripts: { start: 'docusaurus start' }, dependencies: { '@docusaurus/core': '3' } })[0]!, /documentation/u);
    assert.match(reasons({ 'packages/web-e2e/package.json': json({ name: 'e2e', scripts: { test: 'playwright test' } }) })[0]!, /suite of tests/u);
    assert.match(one({ scripts: { dev: 'email dev' }, dependencies: { 'react-email': '3' } })[0]!, /mail templates/u);
  });
  it('is a function of a platform', () => assert.match(one({ scripts: { dev: 'wrangler dev' } }, { 'packages/x/wrangler.toml': 'name = "x"\n', 'packages/x/index.js': server })[0]!, /edge platform/u));
  it('is browser code for another server', () => {
    const files = { 'package.json': json({ name: 'shop', scripts: { dev: 'vite', build: 'vite build' } }), 'resources/app.js': "Echo.channel('a').listen('b', f);\n" };
    assert.deepEqual(discovered(files).problems.map(({ message }) => message), ['package.json is browser code without a page: another program serves what it builds']);
  });
  it('is a tool that only looks for a free port', () => assert.deepEqual(discovered(workspace({ 'packages/x/package.json': json({ name: 'x', scripts: { apply: 'node a.js' } }), 'packages/x/index.js': 'createServer().listen(0);\n' })).apps.length, 1));
});

describe('a package that takes jobs', () => {
  it('is a worker by what it is called', () => {
    const { apps } = discovered(workspace({ 'apps/worker/package.json': json({ name: 'w', scripts: { start: 'node index.js' } }), 'apps/worker/index.js': 'setInterval(() => {}, 1000);\n' }));
    assert.deepEqual(apps.map(({ path, role }) => [path, role]), [['apps/api', 'web'], ['apps/worker', 'worker']]);
  });
});

describe('the version of Node.js', () => {
  it('is not that of an old file which engines rules out', () => {
    const files = workspace({ '.nvmrc': 'v14.20\n' }, {}, { engines: { node: '16.x || 18.x' } });
    assert.deepEqual(api(files).version.map(({ value }) => value), ['16.x || 18.x', '14.20']);
  });
});

describe('the version of pnpm', () => {
  it('is the last one that reads an old lock file', () => {
    for (const [format, version] of [['5.4', '7'], ["'6.0'", '8'], ["'9.0'", undefined]] as const) {
      const files = { 'package.json': json({ name: 'shop', scripts: { start: 'node server.js' } }), 'server.js': server, 'pnpm-lock.yaml': `lockfileVersion: ${format}\n` };
      assert.deepEqual(best(discovered(files).apps[0]!.packageManager)?.version, version);
    }
  });
});

describe('folders side by side', () => {
  it('are apps of their own', () => {
    const files = { 'api/package.json': json({ name: 'api', scripts: { start: 'node server.js' } }), 'api/yarn.lock': '# yarn lockfile v1\n', 'api/server.js': server };
    assert.deepEqual([api(files).workspace, api(files).lockFile], [undefined, 'yarn.lock']);
  });
  it('say what their images would miss', () => {
    const files = { 'api/package.json': json({ name: 'api', scripts: { start: 'node server.js' }, dependencies: { shared: 'file:../shared', own: 'file:./own' } }), 'api/server.js': server, 'shared/package.json': library('shared') };
    assert.deepEqual(messages(files, 'package-outside-of-app'), ['api/package.json:7: shared is file:../shared, which lies outside of api: its image does not contain that folder']);
  });
  it('say of which apps of Nx nothing is known', () => {
    const files = workspace({ 'nx.json': '{}', 'apps/shop/project.json': json({ projectType: 'application' }), 'libs/ui/project.json': json({ projectType: 'library' }), 'apps/broken/project.json': '{' });
    assert.deepEqual(messages(files, 'nx-app-without-manifest'), ['apps/shop/project.json: nothing in this app of Nx says what its build leaves']);
  });
});

describe('browser code that a server serves', () => {
  const page = { scripts: { build: 'vite build' }, devDependencies: { vite: '^7' } };
  const message = (path: string, server: string): string => `${path} is browser code that ${server} builds and serves`;

  it('is built by a script of the server above it', () => {
    const files = {
      'package.json': json({ name: 'shop', scripts: { start: 'node api.js', client: 'cd client && npm ci && npm run build' } }),
      'api.js': server,
      'client/package.json': json({ name: 'client', ...page }),
      'client/index.html': '<p>\n',
    };
    const { apps, problems } = discovered(files);
    assert.deepEqual(apps.map(({ path, commands }) => [path, best(commands.build)]), [['.', ['npm', 'run', 'client']]]);
    assert.deepEqual(problems.map((each) => each.message), [message('client', 'the server at the root')]);
  });

  it('is built with the server of the same workspace that hands it out', () => {
    const files = workspace({
      'apps/api/server.js': `${server}app.use(express.static('../client/dist'));\n`,
      'apps/client/package.json': json({ name: 'client', ...page }),
      'apps/client/index.html': '<p>\n',
    });
    const { workspace: place } = api(files);
    assert.deepEqual(messages(files, 'package-is-no-app'), [message('apps/client', 'apps/api')]);
    assert.deepEqual([place!.packages, place!.runtime, place!.builds.map(({ folder }) => folder)], [['apps/client', 'apps/api'], ['apps/api'], ['apps/client']]);
  });
});

describe('packages that run in an app', () => {
  const files = workspace({
    'packages/store/package.json': json({ name: 'store', main: 'index.js', dependencies: { pg: '8', base: '*' } }),
    'packages/store/index.js': "require('base');\nnew Pool({ host: process.env.PGHOST });\n",
    'packages/store/prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n  url = env("STORE_DB")\n}\n',
    'packages/store/.env.example': 'PGHOST=localhost\nSTORE_LABEL=small\n',
    'packages/base/package.json': json({ name: 'base', main: 'index.js' }), 'packages/base/index.js': 'process.env.BASE_LEVEL;\n',
    'packages/lint/package.json': json({ name: 'lint', main: 'index.js' }), 'packages/lint/index.js': 'process.env.LINT_LEVEL;\n',
  }, { store: '*' });
  it('are searched for variables and services, packages of builds are not', () => {
    const app = api({ ...files, 'apps/api/package.json': json({ name: 'api', scripts: { start: 'node server.js' }, dependencies: { store: '*' }, devDependencies: { lint: '*' } }) });
    assert.deepEqual(app.variables.map(({ name, example }) => [name, example]), [['PGHOST', 'localhost'], ['STORE_LABEL', 'small'], ['BASE_LEVEL', undefined], ['STORE_DB', undefined]]);
    assert.deepEqual(app.variables.find(({ name }) => name === 'STORE_DB')?.connects, { technology: 'postgres', part: 'url' });
    assert.deepEqual(app.uses, ['postgres']);
  });
});
