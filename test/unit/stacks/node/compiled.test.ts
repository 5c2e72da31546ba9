// What a start script says is not always what production can run, and not every project has a tool that watches what it compiles.
import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverNode } from '../../../../lib/stacks/node/discover.js';
import { appOf, bestOf, manifest, technologies } from './discovered.js';

const server = "import http from 'node:http';\nhttp.createServer().listen(3000);\n";
const tsconfig = (options: object): string => JSON.stringify({ compilerOptions: options });
const compiled = (scripts: object, options: object, more: object = {}, entry = 'src/server.ts') => appOf({ 'package.json': manifest({ scripts, ...more }), 'tsconfig.json': tsconfig(options), [entry]: server }).commands;
const line = (facts: Parameters<typeof bestOf>[0]) => (bestOf(facts) as readonly string[] | undefined)?.join(' ');

describe('the start of a compiled program', () => {
  it('is in the folder that the compiler writes, where the script names it from inside', () => {
    const scripts = { build: 'tsc', start: 'node bin/server.js' };
    assert.equal(line(compiled(scripts, { outDir: './build', rootDir: './' }, {}, 'bin/server.ts').start), 'node build/bin/server.js');
    assert.equal(line(compiled(scripts, {}, {}, 'bin/server.ts').start), 'node bin/server.js');
    assert.equal(line(compiled({ build: 'tsc', start: 'node dist/server.js' }, { outDir: 'dist', rootDir: 'src' }).start), 'node dist/server.js');
  });
  it('loads nothing first that production has not', () => {
    const more = { dependencies: { dotenv: '17' }, devDependencies: { 'source-map-support': '1', '@swc-node/register': '1' } };
    for (const [start, expected] of [
      ['node -r source-map-support/register dist/server.js', 'node dist/server.js'],
      ['node --require=source-map-support/register dist/server.js', 'node dist/server.js'],
      ['node -r dotenv/config dist/server.js', 'node -r dotenv/config dist/server.js'],
      ['node -r ./tracing.js dist/server.js', 'node -r ./tracing.js dist/server.js'],
      ['node --import @swc-node/register src/server.ts', 'node --import @swc-node/register src/server.ts'],
    ] as const) assert.equal(line(compiled({ build: 'tsc', start }, { outDir: 'dist', rootDir: 'src' }, more).start), expected);
  });
});

describe('development of a compiled program without a tool for it', () => {
  const options = { outDir: 'dist', rootDir: 'src' };
  it('compiles on each change beside the program', () => {
    assert.deepEqual(bestOf(compiled({ build: 'tsc -p tsconfig.json', start: 'node dist/server.js' }, options).dev), ['sh', '-c', 'tsc -p tsconfig.json; tsc -p tsconfig.json --watch --preserveWatchOutput & exec node --watch dist/server.js']);
  });
  it('builds once where only a whole build makes it', () => {
    assert.deepEqual(bestOf(compiled({ build: 'node build.js', start: 'node dist/server.js' }, options).dev), ['sh', '-c', 'node build.js && exec node dist/server.js']);
  });
  it('is left to tsx and to the scripts of the project', () => {
    assert.equal(line(compiled({ build: 'tsc', start: 'node dist/server.js' }, options, { devDependencies: { tsx: '4' } }).dev), 'tsx watch src/server.ts');
    assert.equal(line(compiled({ build: 'tsc', start: 'node dist/server.js', dev: 'nodemon' }, options).dev), 'nodemon');
    assert.equal(line(appOf({ 'package.json': manifest({ scripts: { start: 'node server.js' } }), 'server.js': server }).commands.dev), 'node --watch server.js');
  });
  it('quotes what stands in the script', () => {
    const dev = bestOf(compiled({ build: "tsc -p 'a b.json'", start: 'node dist/server.js' }, options).dev) as readonly string[];
    assert.equal(dev[2], "tsc -p 'a b.json'; tsc -p 'a b.json' --watch --preserveWatchOutput & exec node --watch dist/server.js");
  });
});

describe('development on the server of a framework, beside a program of the project', () => {
  it('listens where the proxy reaches it', () => {
    const files = { 'package.json': manifest({ scripts: { dev: 'vite dev', start: 'node server.js' }, devDependencies: { '@sveltejs/kit': '2', vite: '7' } }), 'server.js': server };
    const { commands, port } = appOf(files);
    assert.equal(line(commands.start), 'node server.js');
    assert.equal(line(commands.dev), `vite dev --host 0.0.0.0 --strictPort --port ${bestOf(port)}`);
  });
});

describe('programs that scripts run with Bun', () => {
  it('start with Bun', () => {
    for (const dev of ['bun run --watch src/index.ts', 'bun --hot src/index.ts', 'bun src/index.ts']) {
      assert.equal(line(appOf({ 'package.json': manifest({ scripts: { dev } }), 'src/index.ts': server }).commands.start), 'bun src/index.ts', dev);
    }
    assert.equal(line(appOf({ 'package.json': manifest({ scripts: { dev: 'bun run watch' } }), 'src/index.ts': server }).commands.start)?.split(' ')[0], 'node');
  });
});

describe('sites of texts', () => {
  const vitepress = (scripts: object, more: object = {}) => ({ 'package.json': manifest({ scripts, devDependencies: { vitepress: '^1.6.0' }, ...more }), 'docs/index.md': '# a\n' });
  const siteOf = (files: Readonly<Record<string, string>>) => discoverNode(memoryRepository(files), technologies).apps[0];
  it('are found without a source, in the folder that their scripts name', () => {
    const { role, output, commands } = siteOf(vitepress({ 'docs:dev': 'vitepress dev ./docs/', 'docs:build': 'vitepress build docs' }))!;
    assert.deepEqual([role, output, line(commands.build)], ['static', 'docs/.vitepress/dist', 'vitepress build docs']);
    assert.equal(siteOf(vitepress({ dev: 'vitepress', build: 'vitepress build' }))?.output, '.vitepress/dist');
    assert.equal(siteOf(vitepress({ build: 'vitepress build --outDir x' }))?.output, '.vitepress/dist');
  });
  it('are none where a library is documented, or where nothing builds them', () => {
    assert.equal(siteOf(vitepress({ 'docs:build': 'vitepress build docs' }, { exports: './index.js', files: ['dist'] })), undefined);
    assert.equal(siteOf(vitepress({ lint: 'eslint .' })), undefined);
  });
});
