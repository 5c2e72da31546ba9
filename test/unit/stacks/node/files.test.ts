import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles, nodeWorkerFiles } from '../../../../lib/stacks/node/files.js';
import { runtime } from '../../../../lib/stacks/node/image.js';
import { appWith } from '../../../support/briefs.js';
import { temporaryFolder } from '../../../support/folders.js';

const image = { folder: 'docker/app', assets: null };
const dockerfile = (app: Readonly<Record<string, unknown>> = {}): string => nodeFiles(appWith(app), image)[0]!.content;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`))!;

describe('the Dockerfile of a Node.js app', () => {
  it('has its stages, production last', () => {
    assert.deepEqual([...dockerfile().matchAll(/^FROM \S+ AS (\S+)$/gmu)].map((match) => match[1]), ['base', 'manifests', 'deps', 'build', 'development', 'test', 'production-deps', 'release', 'production']);
  });
  it('starts from the version that the app wants', () => assert.match(dockerfile({ version: '22' }), /^FROM node:22-\w+-slim AS base$/mu));
  it('copies the lock file before the source', () => {
    const text = dockerfile({ lockFile: 'package-lock.json', installFiles: ['.npmrc', 'patches/', 'prisma/schema.prisma'] });
    assert.match(stage(text, 'manifests'), /^COPY \["package\.json", "package-lock\.json", "\.npmrc", "\.\/"\]\nCOPY \["prisma\/schema\.prisma", "\.\/prisma\/schema\.prisma"\]\nCOPY \["patches\/", "\.\/patches\/"\]$/mu);
    assert.ok(text.indexOf('package-lock.json') < text.indexOf('COPY . .'));
  });
  it('copies from the folder of an app in a monorepo', () => {
    const text = dockerfile({ path: 'apps/api', lockFile: 'package-lock.json' });
    assert.match(text, /^COPY \["apps\/api\/package\.json", "apps\/api\/package-lock\.json", "\.\/"\]$/mu);
    assert.match(stage(text, 'build'), /^COPY \["apps\/api", ?"\.\/"\]$/mu);
  });
  it('drops scripts of the project that need its source, and runs those that matter once it is there', () => {
    const text = dockerfile({ installScripts: ['postinstall', 'prepare'] });
    assert.match(stage(text, 'manifests'), /^RUN sha256sum package\.json > \/opt\/dependencies\.sha256 && npm pkg delete scripts\.postinstall scripts\.prepare$/mu);
    assert.match(stage(text, 'build'), /^RUN npm run postinstall$/mu);
    assert.doesNotMatch(stage(text, 'build'), /prepare/u);
  });
  it('has no source of what it compiles in production, and waits for no installation where it builds nothing', () => {
    const built = dockerfile({ language: 'typescript', commands: { start: ['node', 'dist/server.js'], build: ['tsc'] } });
    assert.match(stage(built, 'release'), /^FROM base AS release\nRUN --mount=type=bind,from=build,source=\/app,target=\/opt\/build \\\n {4}tar -C \/opt\/build --exclude=\.\/node_modules --exclude=\.\/docker -c \. \| tar -x && \\\n {4}find \. .*'\*\.ts'.* -delete$/mu);
    assert.match(stage(dockerfile({ path: 'apps/api' }), 'release'), /^FROM base AS release\nCOPY \["apps\/api", "\.\/"\]\nRUN rm -rf docker$/mu);
  });
  it('leaves what changes least below what changes more often', () => {
    const production = stage(dockerfile(), 'production').split('\n');
    const place = (part: string): number => production.findIndex((line) => line.includes(part));
    assert.ok(place('healthcheck.mjs') < place('--from=production-deps') && place('entrypoint.sh') < place('--from=production-deps') && place('--from=production-deps') < place('--from=release'), production.join('\n'));
  });
  it('builds with the words of the command as they are', () => {
    assert.match(stage(dockerfile({ commands: { start: ['a'], build: ['npm', 'run', "it's $HOME"] } }), 'build'), /^RUN npm run 'it'\\''s \$HOME'$/mu);
    assert.doesNotMatch(stage(dockerfile(), 'build'), /^RUN/mu);
  });
  it('keeps what the next build of the same app can use, and no answer of a server', () => {
    const text = nodeFiles(appWith({ name: 'web', framework: 'nextjs', commands: { start: ['node', 'server.js'], build: ['next', 'build'] } }), { ...image, project: 'shop' })[0]!.content;
    assert.match(stage(text, 'build'), /^RUN --mount=type=cache,id=shop-web-build,target=\/app\/\.next\/cache,sharing=locked \\\n {4}rm -rf \/app\/\.next\/cache\/fetch-cache && next build && mkdir -p public$/mu);
  });
  it('keeps nothing of a build whose tool keeps nothing, nor where no mount can be named', () => {
    const build = (app: Readonly<Record<string, unknown>>, project?: string): string => stage(nodeFiles(appWith(app), { ...image, ...(project === undefined ? {} : { project }) })[0]!.content, 'build');
    const commands = { start: ['node', 'server.js'], build: ['next', 'build'] };
    assert.doesNotMatch(build({ framework: 'express', commands }, 'shop'), /type=cache/u);
    assert.doesNotMatch(build({ framework: 'nextjs', commands }), /type=cache/u);
    assert.doesNotMatch(build({ framework: 'nextjs', commands: { ...commands, build: ['sh', '-c', 'next\nbuild'] } }, 'shop'), /type=cache/u);
  });
  it('is one instruction a line, whatever a command holds', () => {
    const text = dockerfile({ commands: { start: ['a', 'b\nc'], build: ['sh', '-c', 'echo a\nRUN echo b'], development: ['x\ny'], test: ['t\nu'] } });
    assert.ok(text.split('\n').every((line) => line === '' || /^(?:#|FROM |COPY |RUN |ENV |WORKDIR |CMD |ENTRYPOINT |USER |EXPOSE |HEALTHCHECK |ARG |LABEL | {4})/u.test(line)), text);
    assert.doesNotMatch(text, /^RUN echo b$/mu);
  });
  it('runs as a numeric user, in exec form, with a probe', () => {
    const text = stage(dockerfile({ port: 4000, health: '/up' }), 'production');
    for (const line of [/^USER 1000:1000$/mu, /^EXPOSE 4000$/mu, /^HEALTHCHECK [^]*CMD \["node".*127\.0\.0\.1:4000\/up/mu, /^ENTRYPOINT \["entrypoint\.sh"\]$/mu, /^CMD \["node", "server\.js"\]$/mu]) assert.match(text, line);
  });
  it('needs nothing from the network to be read, and no secret', () => {
    const text = dockerfile({ variables: [{ name: 'STRIPE_API_KEY', kind: 'external-secret' }] });
    assert.doesNotMatch(text, /^# ?syntax=|--parents|--exclude|STRIPE/mu);
  });
  it('has compilers where it installs and never in production', () => {
    const text = dockerfile({ systemPackages: { build: ['g++', 'make', 'python3'], runtime: ['ffmpeg'] } });
    assert.match(stage(text, 'base'), /^RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf \/var\/lib\/apt\/lists\/\*$/mu);
    assert.match(stage(text, 'tools'), /install -y --no-install-recommends g\+\+ make python3 && rm/u);
    assert.match(text, /^FROM tools AS manifests$/mu);
    assert.match(text, /^FROM base AS production$/mu);
  });
  it('mounts the credentials of private registries where it installs', () => {
    const text = dockerfile({ buildSecrets: ['NPM_TOKEN'], lockFile: 'package-lock.json' });
    const installs = text.split('\n').filter((line) => /npm (?:ci|install)/u.test(line));
    assert.equal(installs.length, 3);
    for (const line of installs) assert.match(line, /NPM_TOKEN="\$\(cat \/run\/secrets\/npm_token\)" npm/u);
    assert.equal([...text.matchAll(/--mount=type=secret,id=npm_token/gu)].length, 3);
    const start = nodeFiles(appWith({ buildSecrets: ['NPM_TOKEN'] }), image).find(({ path }) => path.endsWith('entrypoint.development.sh'));
    assert.doesNotMatch(start!.content, /NPM_TOKEN/u);
  });
  it('comes with entrypoints that may be executed', () => {
    const files = nodeFiles(appWith({}), image);
    assert.ok(files.some(({ path }) => path === 'docker/app/entrypoint.sh') && files.every(({ path }) => path.startsWith('docker/app/')));
    for (const { path, content, executable } of [...files, ...nodeWorkerFiles('docker/workers')]) assert.equal(executable === true, content.startsWith('#!'), path);
    assert.ok(nodeWorkerFiles('docker/workers').every(({ path }) => path.startsWith('docker/workers/')));
  });
});

describe('the entrypoint of production', () => {
  const entrypoint = nodeFiles(appWith({}), image).find(({ path }) => path === 'docker/app/entrypoint.sh');

  /** Runs the entrypoint with secrets in a folder of its own instead of /run/secrets. */
  function environmentOf(secrets: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 's'));
    for (const [name, value] of Object.entries(secrets)) writeFileSync(join(folder, 's', name), value);
    const here = join(folder, 's');
    const script = join(folder, 'entrypoint.sh');
    writeFileSync(script, entrypoint!.content.replaceAll('\\/run\\/secrets\\/', `${here.replaceAll('/', '\\/')}\\/`).replaceAll('/run/secrets/', `${here}/`));
    const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replaceAll('/run/secrets/', `${here}/`)]));
    const stdout = execFileSync('sh', [script, process.execPath, '-p', 'JSON.stringify(process.env)'], { env: { PATH: process.env['PATH']!, ...given }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return JSON.parse(stdout) as Record<string, string>;
  }
  const status = (secrets: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>): number => {
    try {
      environmentOf(secrets, env);
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };

  it('turns a file into a variable, as it is', () => {
    const value = 'p@ss "w" \'x\' $HOME `id` \\ #';
    const found = environmentOf({ a: `${value}\n` }, { TOKEN_FILE: '/run/secrets/a' });
    assert.deepEqual([found['TOKEN'], found['TOKEN_FILE']], [value, undefined]);
  });
  it('puts a secret into a URL, percent-encoded', () => {
    const found = environmentOf({ pg: 'a/b:c@d?e#f%' }, { DATABASE_URL_FROM_SECRET: 'postgresql://shop:{pg}@db:5432/shop' });
    const url = new URL(found['DATABASE_URL']!);
    assert.deepEqual([url.hostname, decodeURIComponent(url.password)], ['db', 'a/b:c@d?e#f%']);
  });
  it('leaves variables of the app alone that only look like ours', () => {
    const found = environmentOf({}, { MAIL_TEMPLATE: 'welcome-{lang}.html', LOG_FILE: '/var/log/x' });
    assert.deepEqual([found['MAIL_TEMPLATE'], found['LOG_FILE'], found['MAIL']], ['welcome-{lang}.html', '/var/log/x', undefined]);
  });
  it('refuses a missing, an empty and a doubled secret', () => {
    assert.equal(status({}, { TOKEN_FILE: '/run/secrets/a' }), 78);
    assert.equal(status({ a: '' }, { TOKEN_FILE: '/run/secrets/a' }), 78);
    assert.equal(status({ a: 'x' }, { TOKEN_FILE: '/run/secrets/a', TOKEN: 'y' }), 78);
    assert.equal(status({ a: 'x' }, { TOKEN_FILE: '/run/secrets/a' }), 0);
  });
});

describe('the first start in development', () => {
  const period = (development: readonly string[]) => runtime(appWith({ commands: { start: ['node', 'dist/server.js'], development } })).development.startPeriod;
  it('may take longer where it compiles before anything listens', () => {
    for (const command of [['nx', 'serve', 'api'], ['nest', 'start', '--watch'], ['node', 'ace', 'serve', '--hmr'], ['sh', '-c', 'tsc; exec node dist/server.js'], ['env', 'A=1', 'nest', 'start', '--watch']]) assert.equal(period(command), 180, command.join(' '));
    for (const command of [['node', '--watch', 'server.js'], ['tsx', 'watch', 'src/server.ts'], ['vite']]) assert.equal(period(command), undefined, command.join(' '));
  });
});
