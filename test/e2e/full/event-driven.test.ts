import assert from 'node:assert/strict';
import { describeOnEngine, waitFor } from '../../support/engine.js';
import { generateFromBrief, provide, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

const manifest = (name: string): string => JSON.stringify({ name, version: '1.0.0', scripts: { start: 'node main.js' }, dependencies: { amqplib: '0.10.9' } });
const queue = `{ durable: true, arguments: { 'x-queue-type': 'quorum' } }`;
const files = {
  'orders/package.json': manifest('orders'),
  'orders/main.js': `const http = require('http');
const amqp = require('amqplib');
amqp.connect(process.env.AMQP_URL).then(async (connection) => {
  const channel = await connection.createChannel();
  await channel.assertQueue('orders', ${queue});
  http.createServer((request, response) => {
    if (request.url.startsWith('/place')) channel.sendToQueue('orders', Buffer.from(request.url));
    response.end('taken');
  }).listen(process.env.PORT);
});
`,
  'invoices/package.json': manifest('invoices'),
  // gives every message back, as a consumer with a fault does
  'invoices/main.js': `const amqp = require('amqplib');
amqp.connect(process.env.AMQP_URL).then(async (connection) => {
  const channel = await connection.createChannel();
  await channel.assertQueue('orders', ${queue});
  await channel.consume('orders', (message) => { console.log('attempt'); channel.nack(message, false, true); });
});
`,
};
const brief = (name: string): object => ({
  project: { name },
  pattern: 'event-driven',
  services: [{ technology: 'rabbitmq' }],
  apps: [
    { name: 'orders', path: 'orders', stack: 'node', port: 3000, commands: { start: ['node', 'main.js'] }, reads: ['AMQP_URL'], uses: ['rabbitmq'] },
    { name: 'invoices', path: 'invoices', stack: 'node', role: 'worker', commands: { start: ['node', 'main.js'] }, reads: ['AMQP_URL'], uses: ['rabbitmq'] },
  ],
  ci: { provider: 'none' },
});

describeOnEngine('full', 'an event-driven project on the engine', function suite() {
  this.timeout(600_000);
  let project: Project;
  before(async () => {
    project = await generateFromBrief('events', files, brief);
    await provide(project.folder);
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  async function assertPutsAside(stack: Stack): Promise<void> {
    await stack.compose('up', '--build', '--detach', '--wait');
    await waitFor('an order is taken', async () => (await stack.get('/place')).status === 200, { within: 30_000 });
    const counts = async (): Promise<string> => await stack.compose('exec', '-T', 'rabbitmq', 'rabbitmqctl', '-q', '--no-table-headers', 'list_queues', 'name', 'messages');
    await waitFor('it is put aside', async () => /^dead-letters\s+[1-9]/mu.test(await counts()), { within: 90_000 });
    const attempts = (await stack.compose('logs', '--no-log-prefix', 'invoices')).split('\n').filter((line) => line.trim() === 'attempt').length;
    assert.ok(attempts >= 5 && attempts <= 12, `${attempts} attempts`);
  }

  it('puts aside in development what no consumer takes in, after a few attempts', async () => {
    await assertPutsAside(project.development);
    await project.development.remove();
  });

  it('does so in production, and after a restart', async () => {
    await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
    await assertPutsAside(project.production);
    await project.production.compose('restart', 'rabbitmq');
    await project.production.waitUntilHealthy(120_000);
    const policies = await project.production.compose('exec', '-T', 'rabbitmq', 'rabbitmqctl', '-q', 'list_policies');
    assert.match(policies, /dead-letters-quorum/u);
  });
});
