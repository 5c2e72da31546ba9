import assert from 'node:assert/strict';
import { planLimits } from '../../../lib/design/resources.js';
import { technologies, proxies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { stacks } from '../../../lib/stacks/registry.js';
import { appWith, briefOf, shop } from '../../support/briefs.js';
import { refusal } from '../../support/errors.js';

const want = (service: string, memory: number) => ({ service, limits: { cpus: 1, memory, pids: 10 } });
const memory = (wants: Parameters<typeof planLimits>[0], available?: number) => [...planLimits(wants, { memory: available })].map(([service, limits]) => [service, limits.memory]);
const cpus = (wants: Parameters<typeof planLimits>[0], available?: number) => [...planLimits(wants, { cpus: available })].map(([service, limits]) => [service, limits.cpus]);

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
      const found = [...planLimits(wants, { memory: available }).values()].map((limits) => limits.memory);
      assert.ok(found.reduce((sum, each) => sum + each, 0) <= available);
      assert.ok(found.every((each) => each >= 64));
    }
  });

  it('are the least that works on the smallest host', () => assert.deepEqual(memory(wants, 192), [['nginx', 64], ['app', 64], ['db', 64]]));

  it('do not fit a smaller host, and the arithmetic says why', () => {
    assert.match(refusal(() => planLimits(wants, { memory: 191 }))[0]!, /constraints\.memory: 3 services need at least 3 × 64 = 192 MiB, the host has 191 MiB/u);
  });

  it('leave processors and processes as they are', () => assert.deepEqual(planLimits(wants, { memory: 200 }).get('app'), { cpus: 1, memory: 67, pids: 10 }));
});

describe('processor limits', () => {
  const processors = (service: string, wanted: number) => ({ service, limits: { cpus: wanted, memory: 128, pids: 10 } });
  const wants = [processors('nginx', 0.5), processors('app', 1), processors('db', 2)];

  it('are what each service wants on a host of unknown size, and where it fits exactly', () => {
    assert.deepEqual(cpus(wants), [['nginx', 0.5], ['app', 1], ['db', 2]]);
    assert.deepEqual(cpus(wants, 3.5), cpus(wants));
  });

  it('are divided in proportion where they do not fit', () => {
    // a tenth for each, the rest by what they want above that: 0.4 : 0.9 : 1.9
    assert.deepEqual(cpus(wants, 1.9), [['nginx', 0.3], ['app', 0.55], ['db', 1.05]]);
  });

  it('never exceed the host and never fall below what a start needs', () => {
    for (let available = 30; available <= 360; available += 7) {
      const found = cpus(wants, available / 100).map(([, each]) => Math.round(Number(each) * 100));
      assert.ok(found.reduce((sum, each) => sum + each, 0) <= available, String(available));
      assert.ok(found.every((each) => each >= 10));
    }
  });

  it('do not fit a smaller host, and the arithmetic and the way out are one line', () => {
    assert.deepEqual(refusal(() => planLimits(wants, { cpus: 0.29 })), [
      'constraints.cpus: 3 services need at least 3 × 0.1 = 0.3 vCPU, the host has 0.29 vCPU. Give the host more processors or run fewer services on it',
    ]);
  });

  it('are refused together with memory, a line each', () => {
    assert.deepEqual(refusal(() => planLimits(wants, { cpus: 0.1, memory: 100 })).map((line) => line.split(':')[0]), ['constraints.memory', 'constraints.cpus']);
  });

  it('leave memory as it is', () => assert.deepEqual(planLimits(wants, { cpus: 1 }).get('app'), { cpus: 0.29, memory: 128, pids: 10 }));

  it('reach every service of production, and a decision says so', () => {
    const { services, decisions } = design(briefOf({ ...shop, constraints: { cpus: 2, memory: 2048 } }));
    const limits = services.flatMap(({ environments }) => environments.production?.limits ?? []);
    assert.equal(limits.length, 5);
    assert.ok(limits.reduce((sum, each) => sum + each.cpus, 0) <= 2);
    assert.ok(decisions.some(({ title }) => title === 'Limits fit a host of 2 vCPU'));
  });

  it('are wanted above the floor by whatever there is, or the shares would be no shares', () => {
    const all = [...technologies.map(({ id, limits }) => ({ id, limits })), ...proxies.map(({ id, limits }) => ({ id, limits })), ...stacks.map((stack) => ({ id: stack.id, limits: stack.runtime({ ...appWith({}), stack: stack.id, version: stack.defaultVersion, packageManager: { name: stack.packageManagers[0]! } }).limits }))];
    for (const { id, limits } of all) assert.ok(limits.cpus >= 0.1 && limits.memory >= 64, id);
  });
});
