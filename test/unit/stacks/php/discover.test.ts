import assert from 'node:assert/strict';
import { appOf, composer, discovered, front, laravel, values } from './discovered.js';

describe('PHP projects', () => {
  it('are apps where something answers requests', () => assert.equal(appOf({ 'composer.json': composer({}), 'public/index.php': front }).output, 'public'));
  it('are none where they are libraries or tools', () => {
    assert.deepEqual(discovered({ 'composer.json': composer({}, { type: 'library' }), 'src/A.php': '<?php' }).apps, []);
    assert.deepEqual(discovered({ 'composer.json': composer({}, { type: 'symfony-bundle' }), 'public/index.php': front }).apps, []);
    assert.deepEqual(discovered({ 'tools/composer.json': composer({ 'friendsofphp/php-cs-fixer': '^3' }) }).apps, []);
  });
  it('need no manifest', () => {
    const app = appOf({ 'index.php': '<?php echo 1;' });
    assert.deepEqual([app.path, app.output, app.installFiles], ['.', '.', []]);
    assert.equal(appOf({ 'web/index.php': '<?php echo 1;', 'web/a/index.php': '<?php echo 2;' }).output, 'web');
  });
  it('are not what only hides a listing', () => assert.deepEqual(discovered({ 'index.php': '<?php\n// Silence is golden.\n', 'a/index.php': '<?php exit; ?>' }).apps, []));
  it('are not what tests and documents hold', () => assert.deepEqual(discovered({ 'tests/index.php': front, 'docs/public/index.php': front }).apps, []));
  it('lie at any depth', () => assert.deepEqual(discovered({ 'apps/api/composer.json': composer({}), 'apps/api/public/index.php': front, 'apps/web/composer.json': composer({}), 'apps/web/index.php': front }).apps.map(({ path }) => path), ['apps/api', 'apps/web']));
  it('are WordPress by its files', () => assert.deepEqual(values(appOf({ 'index.php': front, 'wp-load.php': '<?php' }).framework), ['wordpress']));
  it('are Drupal before anything is installed', () => assert.deepEqual(values(appOf({ 'composer.json': composer({ 'drupal/core-recommended': '^11' }) }).framework), ['drupal']));
});

describe('what cannot be read', () => {
  for (const text of ['', '{', '[]', '{"require": 3}', '{"require": {"php": 8}}', `{"name": ${'['.repeat(2000)}`]) {
    it(`is a problem that names the file: ${text.slice(0, 24)}`, () => {
      const { problems } = discovered({ 'composer.json': text, 'public/index.php': front });
      assert.ok(problems.length > 0 && problems.every(({ message }) => message.startsWith('composer.json:')), JSON.stringify(problems));
    });
  }
  it('does not stop the search', () => {
    const hostile = { '.env.example': '=\n\u0001=', 'config/packages/messenger.yaml': ': : :\n\t- [', 'bin/console': '', Procfile: 'x y: z\n:::', '.php-version': 'php-\n' };
    assert.equal(discovered({ 'composer.json': composer({ 'symfony/messenger': '*', 'symfony/framework-bundle': '*' }), 'public/index.php': '<?php "', ...hostile }).apps.length, 1);
  });
});

describe('the version of PHP', () => {
  const version = (files: Readonly<Record<string, string>>) => values(appOf({ 'public/index.php': front, ...files }).version);
  it('stands in files of version managers, then in the manifest', () => {
    assert.deepEqual(version({ 'composer.json': composer({ php: '^8.2' }, { config: { platform: { php: '8.2.1' } } }), '.php-version': '8.4\n', '.tool-versions': 'nodejs 24\nphp 8.3.16\n' }), ['8.4', '8.3.16', '^8.2', '8.2.1']);
  });
  it('may stand nowhere', () => assert.deepEqual(version({ 'composer.json': composer({}) }), []));
});

describe('the health route', () => {
  it('is the one that Laravel is told', () => assert.deepEqual(laravel({ 'bootstrap/app.php': "<?php\nreturn x->withRouting(\n  web: 'a',\n  health: '/up',\n);" }).health[0]?.confidence, 'certain'));
  it('is a route whose whole path is clear', () => assert.deepEqual(laravel({ 'routes/web.php': "<?php\nRoute::get('/healthz', fn () => 1);" }).health.map(({ value, confidence }) => [value, confidence]), [['/healthz', 'likely']]));
  it('is a guess inside of a group, and none in the API file or a comment', () => {
    assert.equal(laravel({ 'routes/web.php': "<?php\nRoute::prefix('a')->group(function () {\nRoute::get('/health', fn () => 1);\n});" }).health[0]?.confidence, 'guess');
    assert.deepEqual(laravel({ 'routes/api.php': "<?php\nRoute::get('/health', fn () => 1);", 'routes/web.php': "<?php\n// Route::get('/health', 1);" }).health, []);
  });
  it('of Symfony is clear without a prefix of the class', () => {
    const symfony = (code: string) => appOf({ 'composer.json': composer({ 'symfony/framework-bundle': '^7' }), 'public/index.php': front, 'src/A.php': code }).health.map(({ confidence }) => confidence);
    assert.deepEqual(symfony("<?php class A {\n#[Route('/health')]\nfunction x() {} }"), ['likely']);
    assert.deepEqual(symfony("<?php\n#[Route('/admin')]\nclass A {\n#[Route('/health')]\nfunction x() {} }"), ['guess']);
  });
});

describe('extensions', () => {
  it('are those that are declared and that the image has not', () => assert.deepEqual(appOf({ 'composer.json': composer({ 'ext-intl': '*', 'ext-json': '*', 'ext-unknown': '*' }), 'index.php': front }).extensions, ['intl']));
  it('reach the services that are used', () => {
    const env = { '.env.example': 'DB_CONNECTION=pgsql\nCACHE_STORE=redis\n' };
    assert.deepEqual(laravel(env).extensions, ['pcntl', 'pdo_pgsql', 'redis']);
    assert.deepEqual(laravel(env, { 'predis/predis': '^3' }).extensions, ['pcntl', 'pdo_pgsql']);
    assert.deepEqual(laravel(env).uses, ['postgres', 'redis']);
  });
  it('bring their Debian packages', () => assert.deepEqual(laravel({}, { 'ext-pgsql': '*' }).systemPackages, { build: ['libpq-dev'], runtime: ['libpq5'] }));
  it('are both databases for Doctrine that says none', () => assert.deepEqual(appOf({ 'composer.json': composer({ 'doctrine/orm': '^3' }), 'index.php': front }).extensions, ['pdo_mysql', 'pdo_pgsql']));
});

describe('private packages', () => {
  const secrets = (repositories: unknown) => appOf({ 'composer.json': composer({}, { repositories }), 'index.php': front }).buildSecrets;
  it('need what Composer is let in with', () => assert.deepEqual(secrets([{ type: 'composer', url: 'https://packages.acme.example' }]), ['COMPOSER_AUTH']));
  it('are not the public ones', () => {
    assert.deepEqual(secrets([{ type: 'composer', url: 'https://packages.drupal.org/8' }, 3]), []);
    assert.deepEqual(secrets({ a: { type: 'composer', url: 'https://wpackagist.org' } }), []);
  });
});

it('SQLite lies on a volume, and the variable of its file leads there', () => {
  const files = { 'composer.json': composer({ 'laravel/framework': '^13' }), artisan: '', 'public/index.php': front, '.env.example': 'DB_CONNECTION=sqlite\n' };
  assert.deepEqual(discovered(files).problems, []);
  assert.deepEqual(appOf(files).data?.map(({ path, holds, variable }) => [path, holds, variable]), [['/data', 'database', { name: 'DB_DATABASE', value: '/data/database.sqlite' }]]);
});

it('the database is that of the settings where no variable chooses one', () => {
  const files = (more: Readonly<Record<string, string>> = {}) => ({ 'composer.json': composer({ 'laravel/framework': '^12' }), artisan: '', 'public/index.php': front, 'app/Config/database.php': "<?php return [\n  'redis' => ['default' => []],\n  'default' => env('DB_CONNECTION', 'pgsql'),\n];\n", ...more });
  assert.deepEqual(appOf(files()).uses, ['postgres']);
  assert.deepEqual(appOf(files({ '.env.example': 'DB_CONNECTION=sqlite\n' })).uses, []);
});
