import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { blueprint } from '../../support/blueprint.js';

const app = (name: string, role: string, technology: string) => ({ name, path: name, stack: 'node', role, port: 3000, commands: { start: ['node', 'main.js'] }, uses: [technology] });
const designed = (pattern: string, technology: string) =>
  design(parseBrief({ project: { name: 'shop' }, pattern, services: [{ technology }], apps: [app('orders', 'web', technology), app('invoices', 'worker', technology)] }, 'test'));

describe('dead letters', () => {
  it('are put aside by RabbitMQ in every environment of an event-driven project', () => {
    const files = blueprint(designed('event-driven', 'rabbitmq'));
    const text = (path: string) => files.find((file) => file.path === path)!.content;
    const { policies, queues } = JSON.parse(text('docker/rabbitmq/topology.json')) as { policies: { pattern: string; definition: Record<string, unknown> }[]; queues: { arguments: Record<string, unknown> }[] };
    assert.deepEqual(policies.map(({ definition }) => definition), [{ 'dead-letter-exchange': 'dead-letters' }, { 'dead-letter-exchange': 'dead-letters', 'delivery-limit': 5 }]);
    // the queue of dead letters leads nowhere, or a letter would go in circles
    for (const { pattern } of policies) assert.deepEqual(['orders', 'dead-letters-of-mine', 'dead-letters', 'amq.gen-x'].map((name) => new RegExp(pattern, 'u').test(name)), [true, true, false, false]);
    assert.ok(Number(queues[0]!.arguments['x-max-length']) > 0);
    assert.match(text('docker-compose.yml'), /post_start:\n\s+- command:/u);
    for (const path of ['docker-compose.yml', 'docker-compose.ci.yml']) assert.match(text(path), /topology\.json:\/etc\/rabbitmq\/topology\.json:ro/u);
  });

  it('are no matter of another pattern', () => {
    const files = blueprint(designed('web', 'rabbitmq'));
    assert.ok(!files.some(({ path }) => path.endsWith('topology.json')));
    assert.doesNotMatch(files.find(({ path }) => path === 'docker-compose.yml')!.content, /post_start/u);
  });

  it('are explained for every broker', () => {
    for (const { id } of technologies.filter(({ role }) => role === 'broker')) {
      assert.ok(designed('event-driven', id).decisions.some((decision) => decision.id === `${id}-dead-letters`), id);
      assert.ok(!designed('web', id).decisions.some((decision) => decision.id === `${id}-dead-letters`), id);
    }
  });
});
