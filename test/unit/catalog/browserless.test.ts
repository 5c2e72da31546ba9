import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { browserless } from '../../../lib/catalog/browserless.js';
import { design } from '../../../lib/design/design.js';

const brief = { project: { name: 'shop' }, services: ['browserless', 'postgres'], apps: [{ name: 'app', stack: 'node', path: '.', commands: { start: ['node', 'server.js'] }, uses: ['browserless', 'postgres'] }] };

describe('Browserless', () => {
  it('has a way to the outside, which the network of the data tier has not', () => {
    const { services, networks } = design(parseBrief(brief, 'test'));
    const networksOf = (name: string) => services.find((each) => each.name === name)!.networks;
    assert.deepEqual(networksOf('browser'), ['egress', 'data']);
    assert.deepEqual(networksOf('db'), ['data']);
    assert.deepEqual(networks.filter(({ name }) => name === 'egress' || name === 'data').map(({ name, internal }) => [name, internal]), [['egress', false], ['data', true]]);
  });

  it('takes as many sessions as its memory holds', () => {
    const concurrent = (memory: number) => browserless.contribute({ service: 'browser', prefix: 'browserless', identifier: 'shop', anonymous: false, release: { major: 2, alpine: false }, limits: { cpus: 1, memory, pids: 64 } }).common.environment.CONCURRENT;
    assert.deepEqual([256, 2048].map(concurrent), ['1', '5']);
  });
});
