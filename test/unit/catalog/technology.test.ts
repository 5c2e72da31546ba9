import assert from 'node:assert/strict';
import { findProxy, findTechnology, proxyById, technologies, technologyById } from '../../../lib/catalog/registry.js';
import { imageOf } from '../../../lib/catalog/releases.js';
import { connectionParts } from '../../../lib/catalog/technology.js';
import type { Technology } from '../../../lib/catalog/technology.js';

const limits = { cpus: 1, memory: 1024, pids: 64 };
const instance = { service: 'orders-store', prefix: 'orders_store', identifier: 'orders' };
const contextOf = (technology: Technology) => ({ ...instance, limits, anonymous: false, release: imageOf(technology, {}).release });
/** They know no accounts: whoever reaches them is let in. */
const withoutPassword = new Set(['memcached', 'kafka', 'mailpit', 'jupyter', 'gotenberg', 'chroma', 'cassandra', 'temporal']);
/** Nothing in them has to outlive a container. */
const withoutData = new Set(['memcached', 'mailpit', 'gotenberg', 'browserless', 'temporal']);

describe('technologies', () => {
  it('are found by their id', () => {
    for (const { id } of technologies) assert.equal(technologyById(id).id, id);
    assert.equal(findTechnology('oracle'), undefined);
    assert.throws(() => technologyById('oracle'), /unknown technology: oracle/u);
    assert.equal(findProxy('iis'), undefined);
    assert.throws(() => proxyById('iis'), /unknown proxy: iis/u);
  });

  it('share no package that is certain', () => {
    const owners = new Map<string, string>();
    for (const { id, detection } of technologies as readonly Technology[]) {
      for (const [ecosystem, packages] of Object.entries(detection.packages)) {
        for (const name of Object.keys(packages)) {
          assert.equal(owners.get(`${ecosystem}:${name}`), undefined, `${name} of ${id}`);
          owners.set(`${ecosystem}:${name}`, id);
        }
      }
    }
  });

  for (const technology of technologies as readonly Technology[]) {
    describe(technology.title, () => {
      const { parts, variables, secret } = technology.connection(instance);
      const contribution = technology.contribute(contextOf(technology));
      const inProduction = technology.environments?.includes('production') ?? true;

      it('has a value for every part that a variable may name', () => {
        for (const part of connectionParts) if (variables[part] !== undefined) assert.ok(parts[part] !== undefined, part);
      });

      it('is reached under the name of its service', () => {
        for (const part of ['url', 'jdbc', 'keywords', 'address', 'host'] as const) if (parts[part] !== undefined) assert.ok(parts[part].includes('orders-store'), part);
        if (parts.url === undefined) return;
        const url = new URL(parts.url.replace('{password}', 'x'));
        assert.deepEqual([url.hostname, url.port], ['orders-store', String(technology.port)]);
      });

      it('takes its password from a secret in production, and demands one everywhere', () => {
        // what production has no container of has no secret of ours: its password is none
        assert.equal(secret === undefined, withoutPassword.has(technology.id) || !inProduction);
        if (!withoutPassword.has(technology.id)) assert.match(JSON.stringify(contribution.development), /development-only/u);
        assert.doesNotMatch(JSON.stringify(contribution.production), /development-only|ci-only/u);
        if (secret === undefined) return;
        assert.match(JSON.stringify([contribution.production, contribution.files]), /\/run\/secrets\//u);
        assert.match(JSON.stringify(contribution.development), /development-only/u);
        assert.match(JSON.stringify(contribution.ci), /ci-only/u);
        assert.ok(contribution.secrets.some(({ name }) => name === secret));
        for (const { name } of contribution.secrets) assert.ok(name.startsWith('orders_store'), name);
      });

      it('keeps its data in volumes, and in memory in CI', () => {
        assert.equal(contribution.volumes.length === 0, withoutData.has(technology.id));
        for (const { name, path } of contribution.volumes) {
          assert.ok(name.startsWith('orders_store'), name);
          if (technology.environments?.includes('ci') ?? true) assert.ok(contribution.ci.tmpfs?.some((entry) => entry.startsWith(`${path}:`)), path);
        }
        assert.equal(contribution.operations === undefined, withoutData.has(technology.id) || !inProduction);
      });

      it('mounts the files that it brings, and no others', () => {
        const mounted = (contribution.common.mounts ?? []).filter(({ kind }) => kind === 'bind').map(({ source }) => source);
        assert.deepEqual(mounted, (contribution.files ?? []).map(({ path }) => `./${path}`));
      });

      it('names its users by number in production', () => assert.match(contribution.production.user ?? '', /^\d+:\d+$/u));
      it('publishes on the own machine only, and in development only', () => {
        for (const { host } of contribution.development.ports ?? []) assert.equal(host, '127.0.0.1');
        for (const settings of [contribution.common, contribution.ci, contribution.production]) assert.equal(settings.ports, undefined);
      });
    });
  }
});

describe('Redis', () => {
  const redis = technologyById('redis');
  it('demands no password where an app cannot give one', () => {
    const { production, secrets } = redis.contribute({ ...contextOf(redis), anonymous: true });
    assert.deepEqual(secrets, []);
    assert.doesNotMatch(JSON.stringify(production), /run\/secrets/u);
  });
  it('leaves room below its memory limit', () => assert.ok(redis.contribute(contextOf(redis)).production.command?.includes('768mb')));
});

describe('PostgreSQL', () => {
  const postgres = technologyById('postgres');
  it('takes a quarter of its memory for shared buffers', () => assert.ok(postgres.contribute(contextOf(postgres)).common.command?.includes('shared_buffers=256MB')));
  it('takes at least 32 MB', () => assert.ok(postgres.contribute({ ...contextOf(postgres), limits: { ...limits, memory: 64 } }).common.command?.includes('shared_buffers=32MB')));
});
