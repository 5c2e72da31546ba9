import assert from 'node:assert/strict';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { appOf, composer, front, laravel } from './discovered.js';

const commands = ({ workers }: AppFindings): Readonly<Record<string, string>> => Object.fromEntries(workers.map(({ name, start }) => [name, start[0]!.value.join(' ')]));
const job = { 'app/Jobs/A.php': '<?php class A implements ShouldQueue {}' };

describe('workers of Laravel', () => {
  it('take the queue that an example chooses', () => assert.deepEqual(commands(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=database\n' })), { worker: 'php artisan queue:work --tries=3 --max-time=3600' }));
  it('are not there for a queue that runs at once, or that nothing is put into', () => {
    assert.deepEqual(commands(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=sync\n' })), {});
    assert.deepEqual(commands(laravel({ '.env.example': 'QUEUE_CONNECTION=redis\n' })), {});
  });
  it('are there where one of two examples chooses one', () => assert.deepEqual(Object.keys(commands(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=sync\n', '.env.example.sail': 'QUEUE_CONNECTION=redis\n' }))), ['worker']));
  it('are Horizon where it is installed', () => assert.deepEqual(commands(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=redis\n' }, { 'laravel/horizon': '^5' })), { worker: 'php artisan horizon' }));
  it('have one clock where something is scheduled', () => {
    const { workers } = laravel({ 'routes/console.php': "<?php\nSchedule::command('a')->daily();" });
    assert.deepEqual(workers.map(({ name, single }) => [name, single]), [['scheduler', true]]);
    assert.deepEqual(laravel({ 'routes/console.php': "<?php\n// Schedule::command('a');" }).workers, []);
    assert.equal(laravel({ 'app/Console/Kernel.php': "<?php class K { function s($schedule) { $schedule->job(new A)->daily(); } }" }).workers.length, 1);
  });
  it('stand in a Procfile once', () => assert.deepEqual(commands(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=redis\n', Procfile: 'web: x\nqueue: php artisan queue:work --queue=high\n' })), { queue: 'php artisan queue:work --queue=high' }));
  it('load changed code in development', () => assert.deepEqual(laravel({ ...job, '.env.example': 'QUEUE_CONNECTION=redis\n' }).workers[0]!.dev[0]!.value, ['php', 'artisan', 'queue:listen', '--tries=3']));
});

describe('workers of Symfony', () => {
  const symfony = (yaml: string, files: Readonly<Record<string, string>> = {}): AppFindings =>
    appOf({ 'composer.json': composer({ 'symfony/framework-bundle': '^7', 'symfony/messenger': '^7' }), 'public/index.php': front, 'bin/console': '', 'config/packages/messenger.yaml': yaml, ...files });
  const yaml = (transports: string): string => `framework:\n  messenger:\n    failure_transport: failed\n    transports:\n${transports}    routing:\n      A: async\n`;
  it('consume every transport that waits', () => {
    const text = yaml("      async: '%env(MESSENGER_TRANSPORT_DSN)%'\n      slow:\n        dsn: '%env(X)%'\n        options:\n          queue_name: slow\n      failed: 'doctrine://default'\n      now: 'sync://'\n      # off: 'x'\n");
    assert.deepEqual(commands(symfony(text)), { worker: 'php bin/console messenger:consume async slow --time-limit=3600 --memory-limit=128M' });
  });
  it('are not there where everything runs at once', () => {
    assert.deepEqual(commands(symfony(yaml("      sync: 'sync://'\n"))), {});
    assert.deepEqual(commands(symfony('framework:\n  messenger: ~\n')), {});
  });
  it('have one clock for schedules', () => assert.match(commands(symfony('', { 'src/S.php': "<?php\n#[AsSchedule('nightly')]\nclass S {}" }))['scheduler']!, /consume scheduler_nightly /u));
});

describe('migrations', () => {
  it('are those of the framework', () => assert.deepEqual(laravel().jobs[0]?.command[0]?.value, ['php', 'artisan', 'migrate', '--force']));
  it('need what brings them', () => assert.deepEqual(appOf({ 'composer.json': composer({ 'symfony/framework-bundle': '^7' }), 'bin/console': '', 'public/index.php': front }).jobs, []));
});
