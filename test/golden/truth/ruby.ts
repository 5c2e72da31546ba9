import type { ImageTruth } from './truth.js';

const app = { path: '.', role: 'web', language: 'ruby', packageManager: 'bundler' } as const;
const bundled = (...argv: readonly string[]): readonly string[] => ['bundle', 'exec', ...argv];
const puma = bundled('puma', '-C', 'config/puma.rb');
const rails = (port: number): readonly string[] => bundled('rails', 'server', '-b', '0.0.0.0', '-p', String(port), '-P', '/tmp/server.pid');

/**
 * Ports are what the project says, else 3000 for Rails, 4567 for Sinatra and 9292 for Rack; every server listens on every address,
 * by Puma's `port` or by what it is told. Bundler refuses another release than the one that a Gemfile names.
 */
export const rubyTruth: ImageTruth = {
  // padrinorb.com: `padrino start` is on 3000; its reloader is on in development, whatever starts it
  'ruby-padrino': [{
    ...app, frameworks: ['padrino'], version: '3.3.9', port: 3000, health: '/health',
    start: bundled('puma', '-b', 'tcp://0.0.0.0:3000'), development: bundled('puma', '-b', 'tcp://0.0.0.0:3000'), environment: { RACK_ENV: 'production' },
  }],
  'ruby-rails': [{
    ...app, frameworks: ['rails'], version: '3.4.7', port: 3000, health: '/up', start: puma, development: rails(3000), uses: ['postgres', 'redis'],
    build: ['sh', '-c', 'bundle exec bootsnap precompile --gemfile app/ lib/ && SECRET_KEY_BASE_DUMMY=1 SECRET_KEY_BASE=build-only bundle exec rails assets:precompile'],
    workers: { worker: bundled('sidekiq', '-C', 'config/sidekiq.yml') },
    jobs: { migrate: bundled('rails', 'db:prepare') },
    // guides.rubyonrails.org, custom credentials: the key is a file that git ignores, or this variable
    environment: { RAILS_ENV: 'production', RAILS_LOG_TO_STDOUT: '1', RAILS_SERVE_STATIC_FILES: '1', RAILS_MASTER_KEY_FILE: '/run/secrets/rails_master_key' },
  }],
  // guides.rubyonrails.org, configuring: `storage/` holds the databases and what Active Storage's disk is given
  'ruby-rails-sqlite': [{
    ...app, frameworks: ['rails'], version: '3.4.7', port: 3000, health: '/up', start: puma, development: rails(3000),
    build: ['sh', '-c', 'bundle exec bootsnap precompile --gemfile app/ lib/ && SECRET_KEY_BASE_DUMMY=1 SECRET_KEY_BASE=build-only bundle exec rails assets:precompile'],
    workers: { worker: bundled('rake', 'solid_queue:start') }, jobs: { migrate: bundled('rails', 'db:prepare') },
    data: { '/app/storage': 'app_storage' },
  }],
  'ruby-rails-jobs': [{
    ...app, frameworks: ['rails'], version: '3.3', port: 5000, health: '/healthz', start: puma, development: rails(5000), uses: ['postgres'],
    workers: { worker: bundled('good_job', 'start'), smtp: bundled('ruby', 'script/smtp_server.rb'), scheduler: bundled('clockwork', 'clock.rb') },
    jobs: { migrate: bundled('rails', 'db:migrate') },
  }],
  'ruby-sinatra': [{
    ...app, frameworks: ['sinatra'], version: '3.4', port: 4567, health: '/healthz',
    start: bundled('puma', '-b', 'tcp://0.0.0.0:4567'), development: bundled('puma', '-b', 'tcp://0.0.0.0:4567'),
    environment: { RACK_ENV: 'production' },
  }],
  'ruby-grape': [{
    ...app, frameworks: ['grape'], version: '3.3.9', port: 9292,
    start: [...puma, '-b', 'tcp://0.0.0.0:9292'], development: [...puma, '-b', 'tcp://0.0.0.0:9292'],
  }],
  'ruby-roda': [{
    ...app, frameworks: ['roda'], version: '4.0', port: 9292, uses: ['postgres'],
    start: bundled('falcon', 'serve', '--bind', 'http://0.0.0.0:9292'), development: bundled('falcon', 'serve', '--bind', 'http://0.0.0.0:9292'),
  }],
  'ruby-hanami': [{
    ...app, frameworks: ['hanami'], version: '4.0', port: 2300, start: puma, development: bundled('hanami', 'server', '--host', '0.0.0.0', '--port', '2300'),
    uses: ['postgres'], jobs: { migrate: bundled('hanami', 'db', 'migrate') }, environment: { HANAMI_ENV: 'production' },
  }],
  'ruby-rack': [{
    ...app, frameworks: [], version: '4.0', port: 9292, health: '/ping',
    start: bundled('rackup', '-o', '0.0.0.0', '-p', '9292'), development: bundled('rackup', '-o', '0.0.0.0', '-p', '9292'),
  }],
  'ruby-jekyll': [{
    ...app, role: 'static', frameworks: ['jekyll'], version: '4.0', port: 4000, build: bundled('jekyll', 'build'),
    development: bundled('jekyll', 'serve', '--host', '0.0.0.0', '--port', '4000', '--force_polling', '--destination', '/tmp/site'),
  }],
};
