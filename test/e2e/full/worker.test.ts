import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeOnEngine, waitFor } from '../../support/engine.js';
import { architect, generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

const enqueue = `
import { Queue } from 'bullmq';
import { connect } from './src/queue.js';
await new Queue('mails', { connection: connect() }).add('mail', { id: process.argv[1] });
process.exit(0);`;

describeOnEngine('full', 'a worker that is added later', () => {
  let project: Project;
  let stack: Stack;
  before(async () => {
    project = await generate('shop');
    stack = project.development;
    await stack.compose('up', '--wait');
    project.edit('docker-compose.yml', 'services:\n', '# a line of mine\nservices:\n');
    project.edit('docker-compose.yml', 'shm_size: 128m', 'shm_size: 160m');
    project.write('src/mailer.js', readFileSync(new URL('../fixtures/mailer.js', import.meta.url), 'utf8'));
    await architect('worker', 'mailer', '--command', 'node src/mailer.js', '--directory', project.folder);
  });
  after(async () => await project?.remove());
  reportFailures(() => [stack, project?.production]);

  const mails = async (on: Stack): Promise<void> => {
    const id = await on.order('a lamp');
    await on.compose('run', '--rm', '-T', '--no-deps', 'app', 'node', '--input-type=module', '-e', enqueue, id);
    await waitFor('the job of the new worker', async () => (await on.orderStatus(id)) === 'mailed');
  };

  it('leaves what the user changed', () => {
    assert.match(project.read('docker-compose.yml'), /# a line of mine\n/u);
    assert.match(project.read('docker-compose.yml'), /shm_size: 160m/u);
  });

  const expected = { app: 'healthy', db: 'healthy', 'mailer-worker': 'healthy', migrate: 'done', nginx: 'healthy', redis: 'healthy', worker: 'healthy' };

  it('is healthy and does its job in development', async () => {
    await stack.compose('up', '--build', '--wait');
    const health = await stack.health();
    assert.deepEqual(health, expected);
    await mails(stack);
  });

  it('is healthy and does its job in production', async () => {
    await project.asOwner('sh', 'docker/secrets.sh');
    await project.production.compose('up', '--build', '--detach', '--wait');
    const health = await project.production.health();
    assert.deepEqual(health, expected);
    await mails(project.production);
  });
});
