import assert from 'node:assert/strict';
import { findProxy, findTechnology, proxyById, technologies, technologyById } from '../../../lib/catalog/registry.js';
import { connectionParts } from '../../../lib/catalog/technology.js';

const context = { identifier: 'shop', limits: { cpus: 1, memory: 256, pids: 64 }, anonymous: false };

describe('technologies', () => {
  it('are found by their id', () => {
    for (const { id } of technologies) assert.equal(technologyById(id).id, id);
    assert.equal(findTechnology('oracle'), undefined);
    assert.throws(() => technologyById('oracle'), /unknown technology: oracle/u);
    assert.equal(findProxy('iis'), undefined);
    assert.throws(() => proxyById('iis'), /unknown proxy: iis/u);
  });

  for (const technology of technologies) {
    describe(technology.title, () => {
      const { parts, variables } = technology.connection({ identifier: 'shop' });
      const contribution = technology.contribute(context);

      it('has a value for every part that a variable may name', () => {
        for (const part of connectionParts) if ((variables as Readonly<Record<string, unknown>>)[part] !== undefined) assert.ok((parts as Readonly<Record<string, unknown>>)[part] !== undefined, part);
      });

      it('is reached under its service name and port', () => {
        const url = new URL(parts.url.replace('{password}', 'x'));
        assert.deepEqual([url.hostname, url.port, url.password], [technology.serviceName, String(technology.port), 'x']);
      });

      it('takes its password from a secret in production, and demands one everywhere', () => {
        assert.doesNotMatch(JSON.stringify(contribution.production), /development-only|ci-only/u);
        assert.match(JSON.stringify(contribution.production), /\/run\/secrets\//u);
        assert.match(JSON.stringify(contribution.development), /development-only/u);
        assert.match(JSON.stringify(contribution.ci), /ci-only/u);
      });

      it('keeps its data in a volume, and in memory in CI', () => {
        assert.equal(contribution.ci.throwAway, true);
        assert.ok(contribution.ci.tmpfs?.some((entry) => entry.startsWith(`${contribution.volume.path}:`)));
      });

      it('names its users by number in production', () => assert.match(contribution.production.user ?? '', /^\d+:\d+$/u));
    });
  }
});

describe('Redis', () => {
  const redis = technologyById('redis');
  it('demands no password where an app cannot give one', () => {
    const { production, secrets } = redis.contribute({ ...context, anonymous: true });
    assert.deepEqual(secrets, []);
    assert.doesNotMatch(JSON.stringify(production), /run\/secrets/u);
  });
  it('leaves room below its memory limit', () => assert.ok(redis.contribute(context).production.command?.includes('192mb')));
});

describe('PostgreSQL', () => {
  const postgres = technologyById('postgres');
  it('takes a quarter of its memory for shared buffers', () => assert.ok(postgres.contribute(context).common.command?.includes('shared_buffers=64MB')));
  it('takes at least 32 MB', () => assert.ok(postgres.contribute({ ...context, limits: { ...context.limits, memory: 64 } }).common.command?.includes('shared_buffers=32MB')));
});
