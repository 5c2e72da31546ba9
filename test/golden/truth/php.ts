import type { ImageTruth } from './truth.js';

const apache = ['apache2', '-D', 'FOREGROUND', '-f', '/etc/apache2/app.conf'];
const app = { path: '.', role: 'web', language: 'php', packageManager: 'composer', start: apache } as const;
const server = (port: number, root: string): readonly string[] => ['php', '-S', `0.0.0.0:${port}`, '-t', root];
const installing = (root: string): readonly string[] => ['sh', '-c', `composer install --no-interaction && exec php -S 0.0.0.0:8080 -t ${root}`];
const artisan = (...words: readonly string[]): readonly string[] => ['php', 'artisan', ...words];
const serve = artisan('serve', '--no-reload', '--host=0.0.0.0', '--port=8000');
const consume = (...names: readonly string[]): readonly string[] => ['php', 'bin/console', 'messenger:consume', ...names, '--time-limit=3600', '--memory-limit=128M'];

/** Ports are what the project says, else 8000 for Laravel and Symfony, 8765 for CakePHP and 8080 elsewhere; Apache answers everywhere in production. */
export const phpTruth: ImageTruth = {
  'php-laminas': [{ ...app, frameworks: ['laminas'], version: '8.4', port: 8080, development: server(8080, 'public') }],
  'php-lumen': [{
    ...app, frameworks: ['lumen'], version: '8.5', port: 8000, development: server(8000, 'public'), uses: ['mysql'],
    jobs: { migrate: artisan('migrate', '--force') }, environment: { APP_ENV: 'production', APP_DEBUG: 'false', LOG_CHANNEL: 'stderr' },
  }],
  'php-plain': [{ ...app, frameworks: [], version: '8.5', port: 8081, health: '/healthz', development: server(8081, 'public') }],
  'php-pages': [{ ...app, frameworks: [], version: '8.5', port: 8080, development: server(8080, '.') }],
  'php-laravel': [{
    ...app, frameworks: ['laravel'], version: '8.5', port: 8000, health: '/up', development: serve, uses: ['postgres', 'redis'],
    workers: { worker: artisan('queue:work', '--tries=3', '--max-time=3600'), scheduler: artisan('schedule:work') },
    jobs: { migrate: artisan('migrate', '--force') },
    environment: { APP_ENV: 'production', APP_DEBUG: 'false', LOG_CHANNEL: 'stderr' },
  }],
  // laravel.com, database: the file lies in database/, among the migrations, unless DB_DATABASE says another place
  'php-laravel-sqlite': [{
    ...app, frameworks: ['laravel'], version: '8.5', port: 8000, health: '/up', development: serve,
    jobs: { migrate: artisan('migrate', '--force') }, environment: { DB_DATABASE: '/data/database.sqlite' },
    data: { '/data': 'app_data', '/app/storage/app': 'app_storage_app' },
  }],
  'php-laravel-horizon': [{
    ...app, frameworks: ['laravel'], version: '8.3', port: 8000, health: '/healthz', development: serve, uses: ['redis'],
    workers: { worker: artisan('horizon') },
    jobs: { migrate: artisan('migrate', '--force') },
  }],
  'php-symfony': [{
    ...app, frameworks: ['symfony'], version: '8.5', port: 8000, health: '/healthz', development: server(8000, 'public'), uses: ['postgres'],
    build: ['composer', 'run-script', '--no-dev', 'post-install-cmd'],
    workers: { worker: consume('async', 'mail'), scheduler: consume('scheduler_default') },
    jobs: { migrate: ['php', 'bin/console', 'doctrine:migrations:migrate', '--no-interaction', '--allow-no-migration'] },
    environment: { APP_ENV: 'prod', APP_DEBUG: '0' },
  }],
  'php-slim': [{ ...app, frameworks: ['slim'], version: '8.5', port: 8080, health: '/health', development: server(8080, 'public') }],
  'php-codeigniter': [{ ...app, frameworks: ['codeigniter'], version: '8.5', port: 8080, development: server(8080, 'public'), environment: { CI_ENVIRONMENT: 'production' } }],
  'php-cakephp': [{
    ...app, frameworks: ['cakephp'], version: '8.5', port: 8765, development: server(8765, 'webroot'), uses: ['postgres'],
    jobs: { migrate: ['php', 'bin/cake.php', 'migrations', 'migrate'] },
  }],
  'php-yii': [{ ...app, frameworks: ['yii'], version: '8.5', port: 8080, development: server(8080, 'web'), workers: { worker: ['php', 'yii', 'queue/listen', '--verbose=1'] } }],
  'php-mezzio': [{ ...app, frameworks: ['mezzio'], version: '8.4', port: 8080, development: server(8080, 'public') }],
  'php-bedrock': [{ ...app, frameworks: ['wordpress'], version: '8.5', port: 8080, development: installing('web'), environment: { WP_ENV: 'production' } }],
  'php-drupal': [{ ...app, frameworks: ['drupal'], version: '8.5', port: 8080, development: installing('web') }],
};
