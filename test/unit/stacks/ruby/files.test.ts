import assert from 'node:assert/strict';
import { rubyFiles } from '../../../../lib/stacks/ruby/files.js';
import { runtime, worker } from '../../../../lib/stacks/ruby/image.js';
import { appWith } from '../../../support/briefs.js';

const image = { folder: 'docker/app', assets: null };
const app = (fields: Readonly<Record<string, unknown>> = {}) => appWith({ stack: 'ruby', installFiles: ['Gemfile'], lockFile: 'Gemfile.lock', commands: { start: ['puma'] }, ...fields });
const dockerfile = (fields: Readonly<Record<string, unknown>> = {}): string => rubyFiles(app(fields), image)[0]!.content;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`))!;

describe('the Dockerfile of a Ruby app', () => {
  it('has its stages, production last', () => assert.deepEqual([...dockerfile().matchAll(/^FROM \S+ AS (\S+)$/gmu)].map((match) => match[1]), ['base', 'manifests', 'deps', 'build', 'development', 'test', 'release', 'production']));
  it('starts from the release that the app wants', () => {
    assert.match(dockerfile({ version: '3.4.7' }), /^FROM ruby:3\.4\.7-slim-trixie AS base$/mu);
    assert.match(dockerfile({ version: '3.4.1' }), /^FROM ruby:3\.4\.1-slim-bookworm AS base$/mu);
  });
  it('compiles nowhere but in stages that production does not start from', () => {
    const packages = { systemPackages: { build: ['libpq-dev'], runtime: ['libpq5'] } };
    assert.match(stage(dockerfile(packages), 'manifests'), /build-essential .*libpq-dev/u);
    assert.match(stage(dockerfile(packages), 'base'), / libpq5 /u);
    assert.doesNotMatch(stage(dockerfile(packages), 'base'), /build-essential|libpq-dev/u);
    assert.match(stage(dockerfile(packages), 'production'), /^FROM base AS production$/mu);
  });
  it('keeps to the lock file', () => {
    assert.match(stage(dockerfile(), 'deps'), /BUNDLE_FROZEN=true bundle install/u);
    assert.doesNotMatch(dockerfile({ lockFile: undefined }), /FROZEN/u);
  });
  it('copies what Bundler reads from the folder of the app', () => {
    const text = stage(dockerfile({ path: 'apps/api', installFiles: ['Gemfile', '.ruby-version', 'engines/a/'] }), 'manifests');
    assert.match(text, /^COPY \["apps\/api\/Gemfile", "apps\/api\/Gemfile\.lock", "apps\/api\/\.ruby-version", "\.\/"\]\nCOPY \["apps\/api\/engines\/a\/", "\.\/engines\/a\/"\]$/mu);
  });
  it('gives secrets to Bundler and to nothing else', () => {
    const text = dockerfile({ buildSecrets: ['BUNDLE_GEMS__ACME__EXAMPLE'] });
    assert.match(stage(text, 'deps'), /--mount=type=secret,id=bundle_gems__acme__example \\\n\s+BUNDLE_GEMS__ACME__EXAMPLE="\$\(cat \/run\/secrets\/bundle_gems__acme__example\)" /u);
    assert.doesNotMatch(stage(text, 'production'), /acme/iu);
  });
  it('takes browser code from its stage and does not build it again', () => {
    const text = rubyFiles(app({ framework: 'rails' }), { ...image, assets: 'FROM x:1 AS assets' })[0]!.content;
    assert.match(stage(text, 'build'), /SKIP_JS_BUILD="1"[^]*^COPY --from=assets \/app \.\/$/mu);
    assert.doesNotMatch(stage(text, 'production'), /SKIP_JS_BUILD/u);
  });
  it('leaves a site to a web server', () => assert.match(dockerfile({ role: 'static', output: '_site', framework: 'jekyll' }), /^COPY --from=build \["\/app\/_site\/", /mu));
  it('needs no Gemfile', () => assert.doesNotMatch(dockerfile({ installFiles: [], lockFile: undefined }), /bundle (?:install|exec)|usr.local.bundle/u));
});

describe('the runtime of a Ruby app', () => {
  it('lets Rails write where it does', () => assert.deepEqual(runtime(app({ framework: 'rails' })).tmpfs, ['tmp', 'log'].map((folder) => `/app/${folder}:uid=10001,gid=10001,mode=0755,size=64m`)));
  it('asks GoodJob itself', () => {
    const found = worker(app(), { name: 'a', library: 'good-job', command: ['x'], uses: [] });
    assert.deepEqual([found.healthcheck.test, found.environment], [['CMD', 'healthcheck', '7001', '/status/connected'], { GOOD_JOB_PROBE_PORT: '7001' }]);
    assert.deepEqual(worker(app(), { name: 'a', command: ['x'], uses: [] }).healthcheck.programs, ['worker-healthcheck']);
  });
});
