import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverElixir } from '../../../../lib/stacks/elixir/discover.js';
import { elixirFiles } from '../../../../lib/stacks/elixir/files.js';
import { lines, otpOf, resolveVersion } from '../../../../lib/stacks/elixir/lines.js';
import { appWith } from '../../../support/briefs.js';
import { assertEvidence } from '../node/discovered.js';

type Files = Readonly<Record<string, string>>;
const technologies = [{ id: 'postgres', detection: { packages: { hex: { postgrex: 'certain' } }, schemes: ['postgres', 'ecto'] } }] as const;
const mix = (deps: string, project = '', application = 'mod: {Shop.Application, []}'): string =>
  `defmodule Shop.MixProject do\n  use Mix.Project\n  def project do\n    [app: :shop, elixir: "~> 1.18", ${project} deps: deps()]\n  end\n  def application, do: [${application}]\n  defp deps do\n    [\n${deps}\n    ]\n  end\nend\n`;
const phoenix = '      {:phoenix, "~> 1.8"},\n      {:postgrex, ">= 0.0.0"},\n      {:bandit, "~> 1.5"}';
function discovered(files: Files) {
  const repository = memoryRepository(files);
  const found = discoverElixir(repository, technologies);
  assertEvidence(repository, found);
  return found;
}
const appOf = (files: Files = {}) => discovered({ 'mix.exs': mix(phoenix), ...files }).apps[0];

describe('an app of Elixir', () => {
  it('starts something that stays', () => {
    assert.equal(appOf()?.framework[0]?.value, 'phoenix');
    assert.equal(appOf({ 'mix.exs': mix(phoenix, '', 'extra_applications: [:logger]') }), undefined, 'a library');
    assert.equal(appOf({ 'mix.exs': mix('{:plug, "~> 1.0"}', 'package: package(),') }), undefined, 'a package of hex');
    assert.equal(appOf({ 'mix.exs': mix('{:broadway, "~> 1.0"}') })?.role, 'worker');
  });
  it('is asked for under a name that production is told, and signs with a secret', () => {
    const runtime = 'System.get_env("PHX_HOST") || "example.com"\nSystem.get_env("SECRET_KEY_BASE") || raise("x")\nSystem.get_env("POOL_SIZE") || "10"\n';
    assert.deepEqual(appOf({ 'config/runtime.exs': runtime })?.variables.map(({ name, example }) => [name, example]), [['PHX_HOST', 'localhost'], ['POOL_SIZE', undefined], ['SECRET_KEY_BASE', undefined]]);
  });
  it("keeps SQLite's file where its variable says", () => {
    const app = appOf({ 'mix.exs': mix('{:phoenix, "~> 1.8"}, {:ecto_sqlite3, "~> 0.22"}, {:bandit, "~> 1.5"}'), 'config/runtime.exs': 'database_path = System.get_env("DATABASE_PATH") || raise("for example /etc/shop/shop.db")\n' });
    assert.deepEqual(app?.data?.map(({ path, variable }) => [path, variable]), [['/data', { name: 'DATABASE_PATH', value: '/data/app.db' }]]);
  });
  it('does not take dependencies of tests, comments or settings for its own', () => {
    const [app] = discovered({ 'mix.exs': mix('{:postgrex, "~> 1.0", only: [:dev, :test]},\n# {:phoenix, "~> 1.7"},\n{:ok, :phoenix}') }).apps;
    assert.deepEqual([app?.framework, app?.uses], [[], []]);
    assert.deepEqual(appOf({ 'mix.exs': mix('{:phoenix, "~> 1.8", github: "a/b", only: [:dev, :prod]}') })?.framework[0]?.value, 'phoenix');
  });
  it('listens on what production says, then on what development says', () => {
    const runtime = 'config :shop, ShopWeb.Endpoint, http: [port: String.to_integer(System.get_env("PORT") || "4100")]\n';
    const development = 'config :shop, ShopWeb.Endpoint, http: [ip: {127, 0, 0, 1}, port: 4200]\n';
    assert.equal(appOf({ 'config/runtime.exs': runtime, 'config/dev.exs': development })?.port[0]?.value, 4100);
    assert.equal(appOf({ 'config/dev.exs': development })?.port[0]?.value, 4200);
    assert.equal(appOf({ 'config/runtime.exs': 'config :shop, ShopWeb.MetricsEndpoint, http: [port: 9568]\n' })?.port[0]?.value, 4000);
  });
  it('is told to listen on every interface in development where its settings say localhost and no variable changes it', () => {
    const dev = (ip: string) => `import Config\nconfig :shop, ShopWeb.Endpoint,\n  http: [ip: ${ip}, port: 4200],\n  debug_errors: true\n`;
    const command = (files: Readonly<Record<string, string>>) => appOf(files)?.commands.dev[0]?.value;
    const everywhere = 'Application.put_env(:shop, ShopWeb.Endpoint, Keyword.update(Application.get_env(:shop, ShopWeb.Endpoint), :http, [], &Keyword.put(&1, :ip, {0, 0, 0, 0})))';
    for (const ip of ['{127, 0, 0, 1}', '{0, 0, 0, 0, 0, 0, 0, 1}', ':loopback']) assert.deepEqual(command({ 'config/dev.exs': dev(ip) }), ['mix', 'do', 'eval', everywhere, '+', 'phx.server']);
    assert.deepEqual(command({ 'config/dev.exs': dev('{0, 0, 0, 0}') }), ['mix', 'phx.server']);
    assert.deepEqual(command({ 'config/dev.exs': dev(':loopback'), 'assets/package.json': '{}' }), ['sh', '-c', `npm install --prefix assets && exec mix do eval '${everywhere}' + phx.server`]);
  });
  it('has the health route with the scopes around it', () => {
    const router = 'defmodule R do\n  use ShopWeb, :router\n  scope "/admin" do\n    get "/x", A, :b\n  end\n  scope "/api" do\n    scope "/v1", X do\n      get "/health", H, :show\n    end\n  end\n  get "/up", H, :up\nend\n';
    assert.deepEqual(appOf({ 'lib/shop_web/router.ex': router })?.health.map(({ value }) => value), ['/api/v1/health', '/up']);
    assert.deepEqual(appOf({ 'lib/r.ex': router.replace('"/api"', '"/api/:tenant"') })?.health.map(({ value }) => value), ['/up']);
  });
  it('names its release as the project does', () => {
    assert.deepEqual(appOf()?.commands.start[0]?.value, ['/app/bin/shop', 'start']);
    assert.deepEqual(appOf({ 'mix.exs': mix(phoenix, 'releases: [store: [include_executables_for: [:unix]]],') })?.commands.start[0]?.value, ['/app/bin/store', 'start']);
    assert.deepEqual(appOf({ 'rel/overlays/bin/server': '#!/bin/sh\n' })?.commands.start[0]?.value, ['/app/bin/server']);
  });
  it('migrates with what the release contains', () => {
    const release = 'defmodule Shop.Release do\n  def migrate do\n  end\nend\n';
    assert.deepEqual(appOf({ 'lib/shop/release.ex': release })?.jobs[0]?.command[0]?.value, ['/app/bin/shop', 'eval', 'Shop.Release.migrate']);
    assert.deepEqual(appOf()?.jobs, []);
  });
  it('takes the version of version managers before that of the manifest', () => {
    assert.deepEqual(appOf({ '.tool-versions': 'erlang 28\nelixir v1.19.4-otp-28\n' })?.version.map(({ value }) => value), ['1.19.4-otp-28', '~> 1.18']);
    assert.equal(appOf({ 'elixir_buildpack.config': 'elixir_version=1.17.3\nerlang_version=27\n' })?.version[0]?.value, '1.17.3');
  });
  it('is one app for an umbrella, and none for a library beside it', () => {
    const umbrella = 'defmodule U do\n  use Mix.Project\n  def project, do: [apps_path: "apps", deps: []]\nend\n';
    const found = discovered({ 'mix.exs': umbrella, 'apps/a/mix.exs': mix(phoenix), 'apps/b/mix.exs': mix('') });
    assert.deepEqual(found.apps.map(({ path, installFiles }) => [path, installFiles]), [['.', ['apps/a/mix.exs', 'apps/b/mix.exs']]]);
    assert.equal(found.problems[0]?.code, 'umbrella-without-release');
    assert.deepEqual(discovered({ 'mix.exs': mix(`${phoenix},\n{:forum, path: "./forum"}`), 'forum/mix.exs': mix('') }).apps.map(({ path }) => path), ['.']);
  });
  it('survives what cannot be read', () => {
    for (const text of ['', '\0', 'use Mix.Project', 'defmodule', '{:phoenix, '.repeat(20_000), 'use Mix.Project\nmod: {', '[['.repeat(50_000)]) discovered({ 'mix.exs': text, 'config/runtime.exs': text, 'lib/a.ex': text });
    assert.match(discovered({ 'api/mix.exs': '\0' }).problems[0]!.message, /^api\/mix\.exs/u);
  });
});

describe('version of Elixir', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [['~> 1.14', '1.20'], ['~> 1.18.2', '1.18'], ['1.19.4-otp-28', '1.19'], ['v1.17', '1.17'], ['>= 1.15.0 and < 1.19.0', '1.18'], ['~> 1.13.0', '1.13'], ['banana', undefined]];
  for (const [declared, line] of cases) it(`is ${line ?? 'not known'} for ${declared}`, () => assert.equal(resolveVersion(declared), line));
  it('goes with a release of Erlang', () => assert.deepEqual([...lines.map(({ version }) => otpOf(version)), otpOf('1.17.3'), otpOf('9.9')].slice(-2), ['27', '28']));
});

describe('the image of an app of Elixir', () => {
  const text = (app: Readonly<Record<string, unknown>>): string => elixirFiles(appWith({ stack: 'elixir', ...app }), { folder: 'docker/app', assets: null })[0]!.content;
  it('is built by the line and its Erlang, and runs without both', () => {
    assert.match(text({ version: '1.17' }), /^FROM elixir:1\.17-otp-27-slim AS base$/mu);
    assert.match(text({}).split('AS production')[0]!.split('\n').at(-1)!, /^FROM debian:/u);
  });
  it('has a folder for uploads whose name no version changes', () => {
    const upload = { path: 'lib/shop/priv/static/uploads', holds: 'files' };
    assert.match(text({ data: [upload] }), /^RUN cd lib && ln -s shop-\* shop$[^]*^RUN mkdir -p \/app\/lib\/shop\/priv\/static\/uploads && chown -R /mu);
    assert.doesNotMatch(text({ data: [{ path: 'uploads', holds: 'files' }] }), /ln -s/u);
  });
  it('honours the lock file', () => {
    assert.match(text({ lockFile: 'mix.lock' }), /^COPY \["mix\.exs", "mix\.lock", "\.\/"\]\n[^]*mix deps\.get --only prod --check-locked$/mu);
  });
  it('has npm where the browser code has packages', () => {
    assert.match(text({ installFiles: ['assets/package.json', 'assets/package-lock.json'] }), /npm ci --prefix assets/u);
    assert.doesNotMatch(text({}), /npm/u);
  });
  it('reaches the database in development and in tests where its settings say localhost and no variable changes it', () => {
    const repo = (name: string, more = '') => `import Config\n\nconfig :shop, Shop.Repo,\n  username: "postgres",\n  password: "postgres",\n  hostname: "localhost",\n  database: "${name}"${more}\n`;
    const release = 'defmodule Shop.Release do\n  def migrate do\n  end\nend\n';
    const found = (dev: string, test: string) => appOf({ 'mix.exs': mix(phoenix), 'config/dev.exs': dev, 'config/test.exs': test, 'lib/shop/release.ex': release, 'test/shop_test.exs': '' })!;
    const reached = 'if url = System.get_env("DATABASE_URL"), do: Application.put_env(:shop, Shop.Repo, Keyword.put(Application.get_env(:shop, Shop.Repo), :url, url))';
    const { commands, jobs } = found(repo('shop_dev'), repo('shop_test#{System.get_env("MIX_TEST_PARTITION")}', ',\n  pool: Ecto.Adapters.SQL.Sandbox'));
    assert.deepEqual(commands.dev[0]?.value, ['mix', 'do', 'eval', reached, '+', 'phx.server']);
    assert.deepEqual(commands.test[0]?.value, ['mix', 'do', 'eval', reached, '+', 'test']);
    assert.deepEqual(jobs[0]?.development, ['mix', 'do', 'eval', reached, '+', 'ecto.create', '--quiet', '+', 'ecto.migrate']);
    // those that ask a variable, and a second database
    const asking = found('config :shop, Shop.Repo, url: System.get_env("DATABASE_URL")\n', 'config :shop, Shop.Repo, hostname: System.get_env("PGHOST", "localhost")\n');
    assert.deepEqual([asking.commands.dev[0]?.value, asking.commands.test[0]?.value, asking.jobs[0]?.development], [['mix', 'phx.server'], ['mix', 'test'], undefined]);
    assert.equal(found(`${repo('shop_dev')}\nconfig :shop, Shop.Warehouse.Repo, hostname: "localhost", database: "warehouse"\n`, '').commands.dev[0]?.value[3], reached);
  });
  it('keeps what people upload, in a folder that the next version finds too', () => {
    const live = (line: string) => appOf({ 'mix.exs': mix(phoenix), 'lib/shop_web/live/upload_live.ex': `defmodule ShopWeb.UploadLive do\n  def handle_event("save", _, socket) do\n    ${line}\n    File.cp!(path, dest)\n  end\nend\n` })?.data?.map(({ path, holds }) => [path, holds]);
    const kept = [['lib/shop/priv/static/uploads', 'files']];
    assert.deepEqual(live('dest = Path.join(Application.app_dir(:shop, "priv/static/uploads"), Path.basename(path))'), kept);
    assert.deepEqual(live('dest = Path.join([:code.priv_dir(:shop), "static", "uploads", Path.basename(path)])'), kept);
    assert.deepEqual(live('dest = Path.join([Application.app_dir(:shop, ["priv", "static", "uploads"]), name])'), kept);
    assert.equal(live('dest = Application.app_dir(:phoenix, "priv/static/uploads")'), undefined);
    assert.deepEqual(appOf({ 'mix.exs': mix(phoenix), 'config/config.exs': 'import Config\nconfig :waffle, storage: Waffle.Storage.Local\n' })?.data?.map(({ path }) => path), ['uploads']);
  });
});
