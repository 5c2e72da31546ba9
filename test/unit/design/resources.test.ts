import assert from 'node:assert/strict';
import { planLimits } from '../../../lib/design/resources.js';
import { refusal } from '../../support/errors.js';

const want = (service: string, memory: number) => ({ service, limits: { cpus: 1, memory, pids: 10 } });
const memory = (wants: Parameters<typeof planLimits>[0], available?: number) => [...planLimits(wants, available)].map(([service, limits]) => [service, limits.memory]);

describe('memory limits', () => {
  const wants = [want('nginx', 128), want('app', 512), want('db', 512)];

  it('are what each service wants on a host of unknown size', () => assert.deepEqual(memory(wants), [['nginx', 128], ['app', 512], ['db', 512]]));
  it('are what each service wants where it fits exactly', () => assert.deepEqual(memory(wants, 1152), memory(wants)));

  it('are divided in proportion where it does not fit', () => {
    // 64 MiB for each, the rest by what they want above that: 64 : 448 : 448
    assert.deepEqual(memory(wants, 672), [['nginx', 96], ['app', 288], ['db', 288]]);
  });

  it('never exceed the host and never fall below what a process needs', () => {
    for (let available = 192; available <= 1200; available += 7) {
      const found = [...planLimits(wants, available).values()].map((limits) => limits.memory);
      assert.ok(found.reduce((sum, each) => sum + each, 0) <= available);
      assert.ok(found.every((each) => each >= 64));
    }
  });

  it('are the least that works on the smallest host', () => assert.deepEqual(memory(wants, 192), [['nginx', 64], ['app', 64], ['db', 64]]));

  it('do not fit a smaller host, and the arithmetic says why', () => {
    assert.match(refusal(() => planLimits(wants, 191))[0]!, /constraints\.memory: 3 services need at least 3 × 64 = 192 MiB, the host has 191 MiB/u);
  });

  it('leave processors and processes as they are', () => assert.deepEqual(planLimits(wants, 200).get('app'), { cpus: 1, memory: 67, pids: 10 }));
});
