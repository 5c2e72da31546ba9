import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { phpFiles, phpWorkerFiles } from '../../../../lib/stacks/php/files.js';
import { runtime, worker } from '../../../../lib/stacks/php/image.js';
import { appWith } from '../../../support/briefs.js';

const image = { folder: 'docker/app', assets: null };
const app = (fields: Readonly<Record<string, unknown>> = {}) => appWith({ stack: 'php', installFiles: ['composer.json'], lockFile: 'composer.lock', output: 'public', commands: { start: ['apache2'] }, ...fields });
const files = (fields: Readonly<Record<string, unknown>> = {}) => new Map(phpFiles(app(fields), image).map(({ path, content }) => [path.slice('docker/app/'.length), content]));
const dockerfile = (fields: Readonly<Record<string, unknown>> = {}): string => files(fields).get('Dockerfile')!;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`))!;

describe('the Dockerfile of a PHP app', () => {
  it('has its stages, production last', () => assert.deepEqual([...dockerfile().matchAll(/^FROM \S+ AS (\S+)$/gmu)].map((match) => match[1]), ['composer', 'base', 'tools', 'manifests', 'deps', 'development-deps', 'build', 'development', 'test', 'release', 'production']));
  it('has no Composer where there is no manifest', () => assert.doesNotMatch(dockerfile({ installFiles: [], lockFile: undefined }), /composer/u));
  it('copies manifests before the source, from the folder of the app', () => {
    const text = dockerfile({ path: 'apps/api' });
    assert.match(stage(text, 'manifests'), /^COPY \["apps\/api\/composer\.json", "apps\/api\/composer\.lock", "\.\/"\]$/mu);
    assert.match(stage(text, 'build'), /^COPY \["apps\/api", "\.\/"\]$/mu);
  });
  it('installs extensions, and opcache only where PHP has it not', () => {
    const extensions = { extensions: ['gd', 'redis'], systemPackages: { build: ['libpng-dev'], runtime: ['libpng16-16t64'] } };
    assert.match(dockerfile({ ...extensions, version: '8.4' }), /docker-php-ext-configure gd .*\n.*docker-php-ext-install -j"\$\(nproc\)" gd opcache && \\\n.*pecl install redis/u);
    assert.doesNotMatch(dockerfile({ ...extensions, version: '8.5' }), /opcache/u);
    assert.match(dockerfile(extensions), /purge --yes --auto-remove libpng-dev/u);
  });
  it('keeps headers where libraries have other names', () => {
    const old = dockerfile({ version: '7.4', extensions: ['intl'], systemPackages: { build: ['libicu-dev'], runtime: ['libicu76'] } });
    assert.match(old, /^FROM php:7\.4-apache-bullseye AS base$/mu);
    assert.doesNotMatch(old, /libicu76|purge/u);
  });
  it('gives secrets to Composer and to nothing else', () => {
    const text = dockerfile({ buildSecrets: ['COMPOSER_AUTH'] });
    assert.match(stage(text, 'deps'), /--mount=type=secret,id=composer_auth \\\n\s+COMPOSER_AUTH="\$\(cat \/run\/secrets\/composer_auth\)" composer install --no-dev/u);
    assert.doesNotMatch(stage(text, 'production'), /composer_auth/u);
  });
  it('takes browser code from its stage', () => assert.match(phpFiles(app(), { ...image, assets: 'FROM x:1 AS assets' })[0]!.content, /^COPY --from=assets \/app \.\/$/mu));
  it('ends Apache gently and its workers as others', () => {
    assert.match(stage(dockerfile(), 'production'), /^STOPSIGNAL SIGWINCH$/mu);
    assert.doesNotMatch(dockerfile({ role: 'worker' }), /SIGWINCH|apache\.conf/u);
    assert.match(phpWorkerFiles('docker/workers')[0]!.content, /^STOPSIGNAL SIGTERM$/mu);
  });
});

describe('the web server', () => {
  it('serves the document root on the port of the app', () => {
    const settings = files({ port: 9000, output: 'web' }).get('apache.conf')!;
    assert.match(settings, /^Listen 9000$/mu);
    assert.match(settings, /^DocumentRoot "\/app\/web"$/mu);
    assert.match(files({ output: '.' }).get('apache.conf')!, /^DocumentRoot "\/app"$/mu);
  });
});

describe('the runtime of a PHP app', () => {
  it('lets frameworks write where they do', () => {
    assert.ok(runtime(app({ framework: 'laravel' })).tmpfs.includes('/app/storage/logs:uid=33,gid=33,mode=0755,size=64m'));
    assert.deepEqual(runtime(app()).tmpfs, []);
  });
  it('keeps vendor in a volume where it lies in the source', () => {
    assert.deepEqual(runtime(app({ path: 'apps/api' })).development.volumes, [{ name: 'app_vendor', target: '/app/vendor', hostFolder: 'apps/api/vendor' }]);
    assert.deepEqual(runtime(app({ framework: 'drupal' })).development.volumes, []);
  });
  it('gives Symfony what its recipes write into the file that no image has', () => {
    assert.equal(runtime(app({ framework: 'symfony', reads: ['MAILER_DSN'] })).environment.production['MAILER_DSN'], 'null://null');
    assert.equal(runtime(app({ framework: 'symfony' })).environment.production['MAILER_DSN'], undefined);
  });
  it('asks Horizon itself', () => {
    assert.deepEqual(worker(app(), { name: 'a', library: 'horizon', command: ['x'], uses: [] }).healthcheck.test, ['CMD', 'php', 'artisan', 'horizon:status']);
    assert.deepEqual(worker(app(), { name: 'a', command: ['x'], uses: [] }).healthcheck.programs, ['worker-healthcheck']);
  });
});

it('scripts are what a shell understands', () => {
  for (const [name, content] of files({ framework: 'laravel' })) if (name.endsWith('.sh')) execFileSync('bash', ['-n'], { input: content });
});

it('the log says what was answered', () => assert.match(files().get('apache.conf')!, /^LogFormat .* %>s %O /mu));
