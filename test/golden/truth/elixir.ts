import type { ImageTruth } from './truth.js';

/** Commands of releases: phx.gen.release's scripts, else `bin/NAME start` (hexdocs.pm/mix, Mix.Tasks.Release). */
export const elixirTruth: ImageTruth = {
  'elixir-phoenix': [{
    path: '.',
    language: 'elixir',
    frameworks: ['phoenix'],
    packageManager: 'mix',
    // .tool-versions, not the older line that mix.exs still admits
    version: '1.19',
    port: 4000,
    // the route stands in the scope /api
    health: '/api/healthz',
    build: ['mix', 'do', 'assets.deploy', '+', 'release', 'shop'],
    start: ['/app/bin/server'],
    // the template's dev.exs binds 127.0.0.1 and looks for its database there, and no variable changes either: both are changed after the settings are read
    development: ['mix', 'do', 'eval', 'if url = System.get_env("DATABASE_URL"), do: Application.put_env(:shop, Shop.Repo, Keyword.put(Application.get_env(:shop, Shop.Repo), :url, url)); Application.put_env(:shop, ShopWeb.Endpoint, Keyword.update(Application.get_env(:shop, ShopWeb.Endpoint), :http, [], &Keyword.put(&1, :ip, {0, 0, 0, 0})))', '+', 'phx.server'],
    environment: { PHX_SERVER: 'true', RELEASE_TMP: '/tmp', SECRET_KEY_BASE_FILE: '/run/secrets/secret_key_base' },
    jobs: { migrate: ['/app/bin/migrate'] },
    uses: ['postgres'],
  }],
  'elixir-umbrella': [{
    path: '.',
    language: 'elixir',
    frameworks: ['phoenix'],
    packageManager: 'mix',
    version: '1.18',
    port: 4100,
    build: ['mix', 'release', 'depot'],
    start: ['/app/bin/depot', 'start'],
    development: ['mix', 'phx.server'],
    jobs: { migrate: ['/app/bin/depot', 'eval', 'Depot.Release.migrate'] },
    uses: ['postgres'],
  }],
  'elixir-plug': [{
    path: '.',
    language: 'elixir',
    frameworks: ['plug'],
    packageManager: 'mix',
    version: '1.20',
    port: 4001,
    health: '/health',
    build: ['mix', 'release', 'hook'],
    start: ['/app/bin/hook', 'start'],
    development: ['mix', 'run', '--no-halt'],
  }],
};
