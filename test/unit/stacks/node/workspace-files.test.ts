import assert from 'node:assert/strict';
import { stackById } from '../../../../lib/stacks/registry.js';
import { appWith } from '../../../support/briefs.js';

const node = stackById('node');
const workspace = { root: 'js', packages: ['js/packages/a', 'js/packages/settings', 'js/apps/api'], runtime: ['js/packages/a', 'js/apps/api'], members: ['js/apps/api', 'js/apps/web', 'js/packages/a', 'js/packages/settings'], builds: [{ folder: 'js/packages/a', command: ['npm', 'run', 'build'] }], files: ['tsconfig.base.json'] };
const app = appWith({ name: 'api', stack: 'node', path: 'js/apps/api', lockFile: 'package-lock.json', installFiles: ['.npmrc', 'patches/'], installScripts: ['prepare', 'postinstall'], workspace, commands: { start: ['node', 's.js'], build: ['tsc'] } });
const files = node.files(app, { folder: 'docker/api', assets: null });
const dockerfile = files.find(({ path }) => path === 'docker/api/Dockerfile')!.content;
const entrypoint = files.find(({ path }) => path.endsWith('entrypoint.development.sh'))!.content;
const lines = (pattern: RegExp, stage: string): readonly string[] => new RegExp(`AS ${stage}\\n([^]*?)\\n(?=FROM|$)`, 'u').exec(dockerfile)![1]!.split('\n').filter((line) => pattern.test(line));

describe('the image of an app of a workspace', () => {
  it('copies the manifests of what it is made of at their places', () => {
    assert.deepEqual(lines(/^COPY/u, 'manifests'), [
      'COPY ["js/package.json", "js/package-lock.json", "js/.npmrc", "./"]',
      'COPY ["js/patches", "./patches/"]',
      'COPY ["js/packages/a/package.json", "./packages/a/"]',
      'COPY ["js/packages/settings/package.json", "./packages/settings/"]',
      'COPY ["js/apps/api/package.json", "./apps/api/"]',
    ]);
  });
  it('takes scripts out that need the source, and runs them when it is there', () => {
    assert.deepEqual(lines(/pkg delete/u, 'manifests'), ['RUN for folder in . packages/a packages/settings apps/api; do (cd "$folder" && npm pkg delete scripts.prepare scripts.postinstall); done']);
    assert.deepEqual(lines(/^RUN/u, 'build').slice(0, 2), ['RUN npm run --if-present postinstall', 'RUN cd packages/a && npm run --if-present postinstall']);
  });
  it('builds what it needs, then itself', () => assert.deepEqual(lines(/^RUN/u, 'build').slice(-2), ['RUN cd packages/a && npm run build', 'RUN cd apps/api && tsc']));
  it('installs for production without what only builds need', () => assert.deepEqual(lines(/rm -rf/u, 'production-deps'), ['    rm -rf packages/settings && \\']));
  it('has compilers and credentials only where it installs, and the client of the database in production', () => {
    const given = { ...app, systemPackages: { build: ['g++'], runtime: ['ffmpeg'] }, buildSecrets: ['NPM_TOKEN'], installFiles: ['apps/api/prisma/schema.prisma'] };
    const text = node.files(given, { folder: 'docker/api', assets: null }).find(({ path }) => path === 'docker/api/Dockerfile')!.content;
    for (const line of ['FROM base AS tools', 'FROM tools AS manifests', 'FROM tools AS development', 'FROM production-deps AS generated-deps', 'FROM base AS production', 'COPY --from=generated-deps /app ./']) assert.ok(text.includes(`${line}\n`), line);
    assert.equal([...text.matchAll(/--mount=type=secret,id=npm_token/gu)].length, 3);
  });
  it('generates the client of the database in development, after the packages are built', () => {
    const given = { ...app, installFiles: ['apps/api/prisma/schema.prisma'] };
    const started = node.files(given, { folder: 'docker/api', assets: null }).find(({ path }) => path.endsWith('entrypoint.development.sh'))!.content;
    assert.deepEqual(started.match(/^build .*$/gmu), ['build packages/a npm run build', 'build apps/api prisma generate']);
    assert.doesNotMatch(entrypoint, /prisma/u);
  });
  it('runs in the folder of the app', () => {
    assert.deepEqual(lines(/^WORKDIR/u, 'production'), ['WORKDIR /app/apps/api']);
    assert.match(entrypoint, /\ncd \/app\/apps\/api\n/u);
  });
  it('sees these folders and files, and no other', () => {
    assert.deepEqual(node.buildContext(app), ['js/package.json', 'js/package-lock.json', 'js/.npmrc', 'js/patches', 'js/tsconfig.base.json', 'js/packages/a', 'js/packages/settings', 'js/apps/api', 'js/apps/web/package.json']);
  });
  it('shares the volumes of the workspace', () => {
    const { source, target, volumes } = node.runtime(app).development;
    assert.deepEqual([source, target], ['js', '/app']);
    assert.deepEqual(volumes.slice(0, 2), [
      { name: 'js_node_modules', target: '/app/node_modules', hostFolder: 'js/node_modules' },
      { name: 'js_apps_api_node_modules', target: '/app/apps/api/node_modules', hostFolder: 'js/apps/api/node_modules' },
    ]);
  });
  it('leaves the building to Turborepo where that builds the app', () => {
    const turbo = { ...app, commands: { ...app.commands, build: ['turbo', 'run', 'build', '--filter=api'] } };
    const text = node.files(turbo, { folder: 'docker/api', assets: null })[0]!.content;
    assert.match(text, /RUN cd apps\/api && turbo run build --filter=api/u);
    assert.doesNotMatch(text, /npm run build/u);
  });
  it('is the whole repository where its root is the app', () => {
    const root = { ...app, path: '.', workspace: { ...workspace, root: '.', packages: ['packages/a', '.'], runtime: ['packages/a', '.'], members: ['packages/a', '.'] } };
    assert.deepEqual(node.buildContext(root), ['.']);
    assert.match(node.files(root, { folder: 'docker/api', assets: null })[0]!.content, /\nCOPY \. \.\n/u);
  });
});
