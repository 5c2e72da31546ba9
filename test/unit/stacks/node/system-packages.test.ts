import assert from 'node:assert/strict';
import { parseBrief } from '../../../../lib/brief/schema.js';
import { suggest } from '../../../../lib/brief/suggest.js';
import { technologies } from '../../../../lib/catalog/registry.js';
import { design } from '../../../../lib/design/design.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { stacks } from '../../../../lib/stacks/registry.js';
import { buildTools, developmentLines, runtimeLines } from '../../../../lib/stacks/node/system-packages.js';
import { appOf, manifest } from './discovered.js';
import { appFiles } from './written.js';

const packagesOf = (fields: Readonly<Record<string, unknown>>) => appOf({ 'package.json': manifest(fields) }).systemPackages;

describe('Debian packages of Node.js apps', () => {
  it('are those of the direct dependencies, each once', () => {
    assert.deepEqual(packagesOf({ dependencies: { bcrypt: '^5.1.0', sqlite3: '5', express: '5', sharp: '1' } }), { build: ['g++', 'make', 'python3'], runtime: [] });
    assert.deepEqual(packagesOf({ dependencies: { 'fluent-ffmpeg': '2', gm: '1' } }), { build: [], runtime: ['ffmpeg', 'graphicsmagick'] });
    assert.deepEqual(packagesOf({ dependencies: { '@prisma/client': '6' }, devDependencies: { prisma: '6' } }), { build: ['openssl'], runtime: ['openssl'] });
  });
  it('are for the build alone where only development depends on the package', () => {
    assert.deepEqual(packagesOf({ devDependencies: { canvas: '3', puppeteer: '24' } }).runtime, []);
    assert.ok(packagesOf({ devDependencies: { canvas: '3' } }).build.includes('libcairo2-dev'));
  });
  it('hold git where a dependency comes from a repository', () => {
    for (const value of ['git+https://example.com/a.git', 'github:owner/name', 'owner/name#v1']) assert.deepEqual(packagesOf({ dependencies: { a: value } }).build, ['ca-certificates', 'git'], value);
    for (const value of ['^1.0.0', 'npm:other@1', 'file:../a', 'https://example.com/a.tgz', '*']) assert.deepEqual(packagesOf({ dependencies: { a: value } }).build, [], value);
  });
  it('hold ps for tools that end the program before they start it again, in development alone', () => {
    const packages = packagesOf({ devDependencies: { '@nestjs/cli': '11' } });
    assert.deepEqual(packages, { build: ['procps'], runtime: [] });
    assert.equal(buildTools(packages).stage, 'base');
    assert.match(developmentLines(packages).join('\n'), /apt-get install [^\n]* procps /u);
    assert.deepEqual(developmentLines({ build: ['g++'], runtime: [] }), []);
  });
  it('survive names and values that are none', () => {
    assert.deepEqual(packagesOf({ dependencies: { constructor: '1', toString: 'x', bcrypt: 5 } }), { build: [], runtime: [] });
    assert.deepEqual(packagesOf({ dependencies: ['bcrypt'] }), { build: [], runtime: [] });
  });
  it('are shared by development of all apps of a workspace, and production has its own', () => {
    const workspace = appOf({
      'package.json': manifest({ workspaces: ['a', 'tools'], scripts: {} }), 'server.js': '',
      'a/package.json': manifest({ name: 'a', dependencies: { tools: '*' } }), 'a/server.js': "require('node:http').createServer().listen(3000);",
      'tools/package.json': manifest({ name: 'tools', scripts: {}, main: 'index.js', dependencies: { argon2: '1', imagemagick: '1' } }), 'tools/index.js': '',
    });
    assert.deepEqual(workspace.systemPackages, { build: ['g++', 'make', 'python3'], runtime: ['imagemagick'] });
  });
});

describe('lines that install Debian packages', () => {
  it('are none where nothing is needed', () => {
    assert.deepEqual([runtimeLines({ build: [], runtime: [] }), buildTools({ build: [], runtime: [] })], [[], { lines: [], stage: 'base' }]);
  });
  it('clean up in the layer that installs, and leave out what is there', () => {
    const { lines, stage } = buildTools({ build: ['g++', 'openssl'], runtime: ['openssl'] });
    assert.equal(stage, 'tools');
    assert.equal(lines.at(-1), 'RUN apt-get update && apt-get install -y --no-install-recommends g++ && rm -rf /var/lib/apt/lists/*');
  });
  it('tell libraries which browser is there', () => {
    assert.match(runtimeLines({ build: [], runtime: ['chromium'] }).join('\n'), /^ENV PUPPETEER_EXECUTABLE_PATH="\/usr\/bin\/chromium"/mu);
    assert.doesNotMatch(runtimeLines({ build: [], runtime: ['ffmpeg'] }).join('\n'), /PUPPETEER|PLAYWRIGHT|chromium/u);
  });
});

describe('browsers of Node.js apps', () => {
  const dockerfile = (files: Readonly<Record<string, string>>, path = '.'): string => appFiles(files, path).dockerfile;
  const app = (dependencies: Readonly<Record<string, string>>, more: object = {}) => ({ 'package.json': manifest({ dependencies, ...more }), 'server.js': "require('node:http').createServer().listen(3000);" });
  const stage = (text: string, name: string): string => new RegExp(`^FROM \\S+ AS ${name}\\n(?:(?!^FROM )[^\\n]*\\n)*`, 'mu').exec(text)?.[0] ?? '';

  it('are fetched by the Playwright that is installed, for all that runs the app', () => {
    const text = dockerfile(app({ playwright: '1.55.0' }));
    assert.match(stage(text, 'base'), /^ENV PLAYWRIGHT_BROWSERS_PATH="\/ms-playwright"/mu);
    assert.match(stage(text, 'base'), /apt-get install [^\n]*\blibnss3\b/u);
    assert.doesNotMatch(text, /apt-get install [^\n]*\bchromium\b/u);
    assert.match(stage(text, 'browsers'), /^FROM deps AS browsers\n[^]*PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=0 playwright install chromium/u);
    for (const name of ['development', 'test', 'production']) assert.match(stage(text, name), /COPY --from=browsers \["\/ms-playwright", "\/ms-playwright"\]/u, name);
  });
  it('are fetched for a package of a workspace where its programs are', () => {
    const files = { 'package.json': manifest({ workspaces: ['api'], scripts: {} }), ...Object.fromEntries(Object.entries(app({ '@playwright/test': '1.55.0' }, { name: 'api' })).map(([name, text]) => [`api/${name}`, text])) };
    const text = dockerfile(files, 'api');
    assert.match(stage(text, 'browsers'), /WORKDIR \/app\/api\nRUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=0 playwright install chromium/u);
    assert.match(stage(text, 'production'), /COPY --from=browsers/u);
  });
  it("are Debian's for Puppeteer and for libraries that leave it to the program", () => {
    for (const name of ['puppeteer', 'puppeteer-core', 'playwright-core']) {
      const text = dockerfile(app({ [name]: '1' }));
      assert.match(stage(text, 'base'), /apt-get install [^\n]*\bchromium\b/u, name);
      assert.doesNotMatch(text, /AS browsers|ms-playwright/u, name);
    }
  });
  it('get room', () => {
    const brief = suggest(scan(memoryRepository(app({ puppeteer: '1' })), stacks, technologies));
    const service = design(parseBrief(JSON.parse(JSON.stringify(brief)) as object, 'test')).services.find(({ name }) => name === 'app')!;
    const { tmpfs, limits } = service.environments.production!;
    assert.deepEqual(tmpfs?.filter((each) => each.startsWith('/tmp:')), ['/tmp:mode=1777,size=256m']);
    assert.equal(limits?.memory, 1024);
  });
  it('are no matter of development alone', () => {
    assert.doesNotMatch(dockerfile(app({ express: '5' }, { devDependencies: { '@playwright/test': '1', puppeteer: '1' } })), /PLAYWRIGHT|PUPPETEER|browsers/u);
  });
});
