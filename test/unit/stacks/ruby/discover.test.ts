import assert from 'node:assert/strict';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { worker } from '../../../../lib/stacks/ruby/image.js';
import { appOf, discovered, gemfile, rails, values } from './discovered.js';

const start = ({ commands }: AppFindings): string => commands.start[0]!.value.join(' ');
const rack = { 'config.ru': 'run App\n' };
const sinatra = (files: Readonly<Record<string, string>>) => appOf({ Gemfile: gemfile("gem 'sinatra'", "gem 'puma'"), ...files });

describe('Ruby projects', () => {
  it('are apps where Rack finds one', () => assert.deepEqual(values(appOf({ ...rack, Gemfile: gemfile("gem 'roda'") }).framework), ['roda']));
  it('are none where they are gems or tools', () => {
    assert.deepEqual(discovered({ Gemfile: gemfile('gemspec'), 'a.gemspec': '', 'lib/a.rb': '' }).apps, []);
    assert.deepEqual(discovered({ Gemfile: gemfile("gem 'fastlane'") }).apps, []);
    assert.deepEqual(discovered({ 'docs/Gemfile': gemfile("gem 'jekyll'"), 'docs/_config.yml': '' }).apps, []);
    assert.deepEqual(discovered({ Gemfile: gemfile('gemspec', "gem 'rails'"), 'a.gemspec': '', 'test/dummy/config.ru': 'run X' }).apps, []);
  });
  it('are sites where Jekyll makes them', () => assert.deepEqual([appOf({ Gemfile: gemfile("gem 'jekyll'"), '_config.yml': '' })].map(({ role, output }) => [role, output]), [['static', '_site']]));
  it('take jobs and serve nothing', () => {
    const app = appOf({ Gemfile: gemfile("gem 'sidekiq'"), Procfile: 'worker: bundle exec sidekiq -r ./app.rb\n' });
    assert.deepEqual([app.role, app.port, app.workers], ['worker', [], []]);
    assert.equal(start(app), 'bundle exec sidekiq -r ./app.rb');
  });
  it('need no Gemfile', () => assert.equal(start(appOf({ 'server.rb': "require 'webrick'\nWEBrick::HTTPServer.new(Port: 8000).start\n" })), 'ruby server.rb'));
  it('hold Rails with its application only', () => assert.deepEqual(values(appOf({ ...rack, Gemfile: gemfile("gem 'rails'", "gem 'sinatra'") }).framework), ['sinatra']));
  it('that cannot be read are a problem that names the file', () => {
    const { problems } = discovered({ Gemfile: '\0', 'config.ru': 'run X' });
    assert.deepEqual(problems.map(({ code, message }) => [code, message.startsWith('Gemfile:1:1')]), [['manifest-unreadable', true]]);
  });
  it('may hold anything', () => {
    const hostile = { 'config/puma.rb': 'port port port "', 'config/database.yml': ': - adapter:', 'Procfile.dev': ':\nx:\n', 'config/routes.rb': 'get get get "', '.ruby-version': 'jruby\n', 'Gemfile.lock': 'BUNDLED WITH' };
    assert.equal(rails(hostile).port.at(-1)?.value, 3000);
  });
});

describe('the version of Ruby', () => {
  it('stands in files of version managers, then in the Gemfile and its lock', () => {
    const files = { '.ruby-version': 'ruby-3.4.1\n', '.tool-versions': 'ruby 3.3.0\n', 'Gemfile.lock': 'RUBY VERSION\n   ruby 3.4.1p0\n' };
    assert.deepEqual(values(rails(files, "ruby '~> 3.4'").version), ['3.4.1', '3.3.0', '~> 3.4', '3.4.1']);
  });
  it('is first the exact one that Bundler insists on', () => assert.deepEqual(values(rails({ '.ruby-version': '3.4.5\n' }, "ruby '3.4.4'").version), ['3.4.4', '3.4.5']));
});

describe('the port', () => {
  const port = (puma: string, files: Readonly<Record<string, string>> = {}) => rails({ 'config/puma.rb': puma, ...files }, "gem 'puma'").port[0]!.value;
  for (const [line, expected] of [
    ['port ENV.fetch("PORT", 5000)', 5000], ["port ENV.fetch('PORT') { 5001 }", 5001], ["port ENV['PORT'] || 5002", 5002], ['port 5003', 5003], ['port(ENV.fetch("PORT") { "5004" })', 5004],
    ['bind "tcp://0.0.0.0:5005"', 5005], ['bind "tcp://0.0.0.0:#{ENV.fetch("PORT", 5006)}"', 5006], ['# port 9', 3000], ['port 80', 3000], ['', 3000],
  ] as const) it(`of ${JSON.stringify(line)} is ${expected}`, () => assert.equal(port(line), expected));
  it('may stand in a Procfile', () => assert.equal(rails({ 'Procfile.dev': 'web: bin/rails s -p 3100\n' }).port[0]!.value, 3100));
  it('may stand in the source', () => assert.equal(sinatra({ ...rack, 'app.rb': "require 'sinatra'\nset :port, 8000\n" }).port[0]!.value, 8000));
});

describe('the server', () => {
  it('is the one of the Gemfile', () => {
    assert.equal(start(rails({ 'config/puma.rb': 'port 3000' }, "gem 'puma'", "gem 'thruster'")), 'bundle exec puma -C config/puma.rb');
    assert.equal(start(rails({}, "gem 'unicorn'")), 'bundle exec unicorn -o 0.0.0.0 -p 3000');
    assert.equal(start(rails()), 'bundle exec rails server -b 0.0.0.0 -p 3000 -P /tmp/server.pid');
  });
  it('listens where the proxy reaches it', () => {
    assert.match(start(rails({ 'config/puma.rb': "threads 5, 5\n# port ENV.fetch('PORT') { 3000 }\n" }, "gem 'puma'")), / -b tcp:\/\/0\.0\.0\.0:3000$/u);
    assert.match(start(rails({ 'config/puma.rb': "bind 'unix:///tmp/x.sock'" }, "gem 'puma'")), / -b tcp:\/\/0\.0\.0\.0:3000$/u);
    assert.equal(start(sinatra({ 'app.rb': "require 'sinatra'\nget('/') { 'x' }\n" })), 'bundle exec ruby app.rb -o 0.0.0.0 -p 4567');
  });
});

describe('the health route', () => {
  const facts = (routes: string) => rails({ 'config/routes.rb': `Rails.application.routes.draw do\n${routes}\nend\n` }).health.map(({ value, confidence }) => [value, confidence]);
  it('is the one of Rails', () => assert.deepEqual(facts('  get "up" => "rails/health#show", as: :rails_health_check'), [['/up', 'certain']]));
  it('is one whose whole path is clear', () => assert.deepEqual(facts('  get "/healthz", to: "a#b"\n  scope "x" do\n    get "health", to: "c#d"\n  end'), [['/healthz', 'likely'], ['/health', 'guess']]));
  it('is none in a comment', () => assert.deepEqual(facts('  # get "up" => "rails/health#show"'), []));
  it('of Sinatra and Rack is clear where nothing is mounted', () => {
    assert.deepEqual(sinatra({ ...rack, 'app.rb': "get '/healthz' do\nend\n" }).health[0]?.confidence, 'likely');
    assert.deepEqual(sinatra({ 'config.ru': "map '/api' do\nrun App\nend\n", 'app.rb': "get '/healthz' do\nend\n" }).health[0]?.confidence, 'guess');
  });
});

describe('what Rails needs', () => {
  it('is a secret, and in production the key of its encrypted settings where it has some or insists', () => {
    const needs = (production: string, files: Readonly<Record<string, string>> = {}) => rails({ 'config/environments/production.rb': production, ...files }).variables.map(({ name, productionOnly }) => `${name}${productionOnly === true ? ' in production' : ''}`);
    assert.deepEqual(needs('# config.require_master_key = true'), ['SECRET_KEY_BASE']);
    assert.deepEqual(needs('config.require_master_key = true'), ['SECRET_KEY_BASE', 'RAILS_MASTER_KEY in production']);
    assert.deepEqual(needs('', { 'config/credentials.yml.enc': 'x--y--z' }), ['SECRET_KEY_BASE', 'RAILS_MASTER_KEY in production']);
    assert.deepEqual(needs('', { '.env.example': 'RAILS_MASTER_KEY=\n' }), ['RAILS_MASTER_KEY in production', 'SECRET_KEY_BASE']);
  });
  it('is made in the build without secrets', () => assert.deepEqual(values(rails({}, "gem 'propshaft'").commands.build), [['env', 'SECRET_KEY_BASE_DUMMY=1', 'SECRET_KEY_BASE=build-only', 'bundle', 'exec', 'rails', 'assets:precompile']]));
  it('are Debian packages', () => assert.deepEqual(rails({}, "gem 'pg'", "gem 'mysql2', group: :test").systemPackages, { build: ['libpq-dev'], runtime: ['libpq5'] }));
  it('are variables with which Bundler is let in', () => assert.deepEqual(rails({}, 'source "https://gems.acme-corp.example" do', 'end').buildSecrets, ['BUNDLE_GEMS__ACME___CORP__EXAMPLE']));
  it('are files that the Gemfile reads', () => assert.deepEqual(rails({ '.ruby-version': '3.4.7', 'engines/a/a.gemspec': '' }, 'ruby file: ".ruby-version"', 'gem "a", path: "engines/a"', 'gem "b", path: "../b"').installFiles, ['Gemfile', '.ruby-version', 'engines/a/']));
  it('are services', () => assert.deepEqual(rails({ 'config/database.yml': 'default:\n  adapter: postgresql\n' }, "gem 'sidekiq'").uses, ['postgres', 'redis']));
});

describe('what Rails keeps in files', () => {
  const kept = (files: Readonly<Record<string, string>>, ...gems: readonly string[]) => rails(files, ...gems).data?.map(({ path, holds, variable }) => [path, holds, ...(variable === undefined ? [] : [variable])]);
  const disks = "test:\n  service: Disk\n  root: <%= Rails.root.join('tmp/storage') %>\n\nlocal:\n  service: Disk\n  root: <%= Rails.root.join('storage') %>\n\namazon:\n  service: S3\n";
  it("is what Active Storage's disk of production is given", () => {
    const served = (service: string) => kept({ 'config/storage.yml': disks, 'config/environments/production.rb': `config.active_storage.service = :${service}\n` }, "gem 'pg'");
    assert.deepEqual(served('local'), [['storage', 'files']]);
    assert.deepEqual(served('amazon'), undefined);
  });
  it('is the database in a folder of its own, or where the variable puts it that goes before the settings', () => {
    const at = (file: string) => ({ 'config/database.yml': `default: &default\n  adapter: sqlite3\nproduction:\n  <<: *default\n  database: ${file}\n`, 'db/schema.rb': '' });
    assert.deepEqual(kept(at('storage/production.sqlite3'), "gem 'sqlite3'"), [['storage', 'database']]);
    assert.deepEqual(kept(at('db/production.sqlite3'), "gem 'sqlite3'"), [['/data', 'database', { name: 'DATABASE_URL', value: 'sqlite3:/data/production.sqlite3' }]]);
  });
});

it('a lock that was made on another system alone is a warning', () => {
  const problems = (platforms: string) => discovered({ Gemfile: gemfile("gem 'roda'"), ...rack, 'Gemfile.lock': `PLATFORMS\n${platforms}\nDEPENDENCIES\n` }).problems.map(({ code }) => code);
  assert.deepEqual([problems('  arm64-darwin-23\n'), problems('  arm64-darwin-23\n  x86_64-linux\n'), problems('  ruby\n')], [['lock-without-linux'], [], []]);
});

describe('workers', () => {
  const commands = (app: AppFindings): Readonly<Record<string, string>> => Object.fromEntries(app.workers.map((worker) => [`${worker.name}${worker.single === true ? ' (one)' : ''}`, worker.start[0]!.value.join(' ')]));
  it('are those of libraries', () => {
    assert.deepEqual(commands(rails({}, "gem 'sidekiq'")), { worker: 'bundle exec sidekiq -t 25' });
    assert.deepEqual(commands(rails({ 'config/clock.rb': '' }, "gem 'resque'", "gem 'clockwork'")), { worker: 'env QUEUE=* bundle exec rake resque:work', 'scheduler (one)': 'bundle exec clockwork config/clock.rb' });
    assert.deepEqual(commands(rails({}, "# gem 'sidekiq'", "gem 'solid_queue', group: :test")), {});
  });
  it('are lines of Procfiles, each purpose once', () => {
    const files = { Procfile: 'web: puma\nworker: bundle exec sidekiq -q mail\n', 'Procfile.dev': 'web: bin/rails s\ncss: yarn build:css\nworker: bundle exec sidekiq\nsmtp: unset PORT; bundle exec ruby script/smtp.rb\nredis: redis-server\n' };
    assert.deepEqual(commands(rails(files, "gem 'sidekiq'")), { worker: 'bundle exec sidekiq -q mail', smtp: 'bundle exec ruby script/smtp.rb' });
  });
  it('migrate before they start', () => {
    assert.deepEqual(rails({ 'db/schema.rb': '' }).jobs[0]?.command[0]?.value, ['bundle', 'exec', 'rails', 'db:prepare']);
    assert.deepEqual(rails({ Procfile: 'release: bin/rails db:migrate\n' }).jobs[0]?.command[0]?.value, ['bin/rails', 'db:migrate']);
    assert.deepEqual(rails().jobs, []);
  });
  it('needs the settings of its database: a sample tells the server and is none', () => {
    const files = (name: string) => ({ Gemfile: gemfile("gem 'rails'"), 'config.ru': 'run Rails.application\n', 'config/application.rb': 'module A\nend\n', [name]: 'production:\n  adapter: postgresql\n' });
    for (const name of ['config/database.yml.sample', 'config/database.example.yml']) {
      const { apps, problems } = discovered(files(name));
      assert.deepEqual([apps[0]?.uses, problems.map(({ code, message }) => `${code} ${message.split(':')[0]}`)], [['postgres'], [`database-settings-missing ${name}`]]);
    }
    assert.deepEqual(discovered(files('config/database.yml')).problems, []);
  });
  it('loads changed code of jobs itself in development, where Rails runs them', () => {
    const reloads = (framework: string, library: string) => worker({ role: 'web', framework } as never, { library } as never).reloads;
    assert.deepEqual([reloads('rails', 'sidekiq'), reloads('rails', 'solid-queue'), reloads('rails', 'sneakers'), reloads('sinatra', 'sidekiq')], [true, true, false, false]);
  });
});
