import assert from 'node:assert/strict';
import { appOf, bestOf, codes, discovered, manifest, values } from './discovered.js';

const server = 'require("http").createServer().listen(3000);\n';

function start(script: string, more: Readonly<Record<string, string>> = {}): readonly string[] | undefined {
  return bestOf(appOf({ 'package.json': manifest({ scripts: { start: script, ...more }, dependencies: { pm2: '^5' } }) }).commands.start);
}

describe('commands of scripts', () => {
  it('runs plain commands without a shell', () => {
    assert.deepEqual(start('node server.js'), ['node', 'server.js']);
    assert.deepEqual(start('node --max-old-space-size=200 "my server.js"'), ['node', '--max-old-space-size=200', 'my server.js']);
    assert.deepEqual(start("node 'a b.js'"), ['node', 'a b.js']);
  });

  it('keeps settings', () => {
    assert.deepEqual(start('NODE_ENV=production node server.js'), ['env', 'NODE_ENV=production', 'node', 'server.js']);
    assert.deepEqual(start('cross-env A=1 B=2 node server.js'), ['env', 'A=1', 'B=2', 'node', 'server.js']);
  });

  for (const script of ['node a.js && node b.js', 'node a.js | cat', 'node $FILE', 'node `pwd`', 'node a.js > log', 'node "$A"', 'node *.js', 'cd x; node a.js']) {
    it(`leaves ${script} to the package manager`, () => assert.deepEqual(start(script), ['npm', 'run', 'start']));
  }

  it('leaves a script with hooks to the package manager, unless the hook only builds', () => {
    assert.deepEqual(start('node server.js', { prestart: 'node migrate.js' }), ['npm', 'run', 'start']);
    assert.deepEqual(start('node server.js', { poststart: 'echo' }), ['npm', 'run', 'start']);
    assert.deepEqual(start('node server.js', { prestart: 'npm run build', build: 'tsc' }), ['node', 'server.js']);
    assert.deepEqual(start('npm run build && node server.js', { build: 'tsc' }), ['node', 'server.js']);
  });

  it('follows a script that only calls another one', () => {
    assert.deepEqual(start('npm run serve', { serve: 'node server.js' }), ['node', 'server.js']);
    assert.deepEqual(start('npm run start'), ['npm', 'run', 'start']);
  });

  it('drops files of variables that the image has not', () => {
    assert.deepEqual(start('node --env-file=.env server.js'), ['node', 'server.js']);
    assert.deepEqual(start('node --env-file .env server.js'), ['node', 'server.js']);
    assert.deepEqual(start('dotenv -e .env -- node server.js'), ['node', 'server.js']);
    assert.deepEqual(start('env-cmd -f .env node server.js'), ['node', 'server.js']);
    assert.deepEqual(start('node --env-file-if-exists=.env server.js'), ['node', '--env-file-if-exists=.env', 'server.js']);
  });

  it('stays in the foreground', () => assert.deepEqual(start('pm2 start app.json --no-daemon'), ['pm2-runtime', 'start', 'app.json']));

  it('prefers the script for production over one for development', () => {
    const app = appOf({ 'package.json': manifest({ scripts: { start: 'nest start', 'start:prod': 'node dist/main', 'start:dev': 'nest start --watch' } }) });
    assert.deepEqual(values(app.commands.start), [['node', 'dist/main'], ['nest', 'start']]);
    assert.deepEqual(bestOf(app.commands.dev), ['nest', 'start', '--watch']);
  });

  it('warns of a development tool in production and keeps it', () => {
    const found = discovered({ 'package.json': manifest({ scripts: { start: 'nodemon server.js' } }), 'server.js': server });
    assert.deepEqual(bestOf(found.apps[0]!.commands.start), ['nodemon', 'server.js']);
    assert.deepEqual(bestOf(found.apps[0]!.commands.dev), ['nodemon', 'server.js']);
    assert.deepEqual(codes(found), ['start-is-for-development']);
    assert.match(found.problems[0]!.message, /^package\.json:4: the start command runs nodemon/u);
  });

  it('accepts a TypeScript runner that is a runtime dependency', () => {
    const found = discovered({
      'package.json': manifest({ scripts: { start: 'tsx src/server.ts' }, dependencies: { tsx: '^4' } }),
      'src/server.ts': 'createServer().listen(3000);\n',
    });
    assert.deepEqual(codes(found), []);
  });

  it('leaves out the test script that only fails', () => {
    const app = appOf({ 'package.json': manifest({ scripts: { start: 'node server.js', test: 'echo "Error: no test specified" && exit 1' } }) });
    assert.deepEqual(app.commands.test, []);
  });

  it('uses the package manager of the project', () => {
    const app = appOf({ 'package.json': manifest({ scripts: { start: 'node a.js && node b.js' } }), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" });
    assert.deepEqual(bestOf(app.commands.start), ['pnpm', 'run', 'start']);
  });
});

describe('commands without scripts', () => {
  it('runs the main file or a usual one', () => {
    const main = appOf({ 'package.json': manifest({ scripts: {}, main: 'lib/boot.js' }), 'lib/boot.js': server });
    assert.deepEqual(main.commands.start.map(({ value, confidence }) => [value, confidence]), [[['node', 'lib/boot.js'], 'likely']]);
    const usual = appOf({ 'package.json': manifest({ scripts: {}, main: 'index.js' }), 'server.js': '', 'src/index.js': server, 'index.js': '' });
    assert.deepEqual(bestOf(usual.commands.start), ['node', 'index.js']);
    assert.deepEqual(bestOf(usual.commands.dev), ['node', '--watch', 'index.js']);
  });

  it('runs compiled TypeScript where the compiler writes it', () => {
    const app = appOf({
      'package.json': manifest({ scripts: { build: 'tsc' }, devDependencies: { typescript: '^5', tsx: '^4' } }),
      'tsconfig.json': '{\n  // comment\n  "compilerOptions": { "outDir": "./build", "rootDir": "./src", },\n}\n',
      'server.js': '',
      'src/server.ts': 'createServer().listen(3000);\n',
    });
    assert.deepEqual(bestOf(app.commands.start), ['node', 'server.js']);
    const typed = discovered({
      'package.json': manifest({ scripts: { build: 'tsc' }, devDependencies: { typescript: '^5', tsx: '^4' } }),
      'tsconfig.json': '{\n  // comment\n  "compilerOptions": { "outDir": "./build", "rootDir": "./src", },\n}\n',
      'src/server.ts': 'createServer().listen(3000);\n',
    }).apps[0]!;
    assert.deepEqual(bestOf(typed.commands.start), ['node', 'build/server.js']);
    assert.deepEqual(bestOf(typed.commands.dev), ['tsx', 'watch', 'src/server.ts']);
  });
});

describe('the build', () => {
  const build = (scripts: Readonly<Record<string, string>>) => bestOf(appOf({ 'package.json': manifest({ scripts: { start: 'node server.js', ...scripts } }) }).commands.build);

  it('is every step of its script', () => assert.deepEqual(build({ build: 'tsc -p . && tsc-alias -p .' }), ['npm', 'run', 'build']));
  it('is what runs before it as well', () => assert.deepEqual(build({ build: 'nest build', prebuild: 'rimraf dist' }), ['npm', 'run', 'build']));
  it('is the program alone where it is one', () => assert.deepEqual(build({ build: 'tsc -p tsconfig.build.json' }), ['tsc', '-p', 'tsconfig.build.json']));
});
