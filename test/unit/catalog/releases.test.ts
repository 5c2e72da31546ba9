import assert from 'node:assert/strict';
import { technologies, technologyById } from '../../../lib/catalog/registry.js';
import { choiceOf, endOf, imageOf, imageProblem, ownVersion } from '../../../lib/catalog/releases.js';
import type { ImageChoice } from '../../../lib/catalog/releases.js';
import type { Technology } from '../../../lib/catalog/technology.js';
import { design } from '../../../lib/design/design.js';
import { briefOf, minimal } from '../../support/briefs.js';

const tag = (id: string, choice: ImageChoice): string => imageOf(technologyById(id), choice).reference;

describe('the image of a service', () => {
  it('is the one of our choice where nobody asks for another', () => {
    for (const technology of technologies as readonly Technology[]) {
      const own = ownVersion(technology);
      const { reference } = imageOf(technology, {});
      assert.equal(imageOf(technology, { version: own }).reference, reference);
      assert.equal(imageOf(technology, { version: own.split('.')[0]! }).reference, reference);
      assert.equal(imageProblem(technology, { version: own }), undefined, technology.id);
    }
  });

  for (const [id, choice, wanted] of [
    ['postgres', { version: '16' }, 'postgres:16'],
    ['postgres', { version: '16-alpine' }, 'postgres:16-alpine'],
    ['postgres', { version: '16.4' }, 'postgres:16.4'],
    ['postgres', { version: '18-alpine' }, 'postgres:18-alpine'],
    ['postgres', { variant: 'pgvector', version: '16-alpine' }, 'pgvector/pgvector:pg16'],
    ['postgres', { variant: 'postgis', version: '15' }, 'postgis/postgis:15-3.5'],
    ['mysql', { version: '8.4' }, 'mysql:8.4'],
    ['rabbitmq', { version: '3.13' }, 'rabbitmq:3.13-management'],
    ['rabbitmq', { version: '3.13-alpine' }, 'rabbitmq:3.13-alpine'],
    ['nats', { version: '2.10' }, 'nats:2.10-alpine'],
    ['meilisearch', { version: '1.12' }, 'getmeili/meilisearch:v1.12'],
    ['qdrant', { version: '1.12.1' }, 'qdrant/qdrant:v1.12.1-unprivileged'],
    ['qdrant', { version: 'v1.12.1' }, 'qdrant/qdrant:v1.12.1'],
  ] as const) {
    it(`${JSON.stringify(choice)} of ${id} is ${wanted}`, () => assert.equal(tag(id, choice), wanted));
  }

  it('of a variant is the pinned one of the same major version', () => {
    assert.match(tag('postgres', { variant: 'pgvector' }), /^pgvector\/pgvector:[\d.]+-pg18-trixie$/u);
    assert.equal(tag('postgres', { variant: 'pgvector', version: '18' }), tag('postgres', { variant: 'pgvector' }));
    for (const technology of technologies as readonly Technology[]) {
      for (const variant of Object.keys(technology.variants ?? {})) assert.ok(imageOf(technology, { variant }).reference.includes(ownVersion(technology).split('.')[0]!), variant);
    }
  });
});

describe('a choice that cannot be built', () => {
  for (const [id, choice, wanted] of [
    ['postgres', { version: '99' }, /^PostgreSQL 99 is not known: 19, 18, /u],
    ['postgres', { version: '9.6' }, /^PostgreSQL 9\.6 is not known/u],
    ['postgres', { version: 'latest' }, /^"latest" is no version: begin with a number, such as 18\./u],
    ['postgres', { variant: 'timescale' }, /^"timescale" is no variant of PostgreSQL: pgvector, postgis, timescaledb$/u],
    ['redis', { variant: 'stack' }, /it has none$/u],
    ['elasticsearch', { version: '8.17' }, /^Elasticsearch has tags for whole versions only: write one such as 9\.[\d.]+ instead of 8\.17$/u],
  ] as const) {
    it(`${JSON.stringify(choice)} of ${id} is refused with the reason`, () => assert.match(imageProblem(technologyById(id), choice) ?? '', wanted));
  }
});

describe('a text that names an image', () => {
  const read = (text: string) => choiceOf(technologies, text);
  it('is an id, with a version or without, or a variant', () => {
    assert.deepEqual(read('redis'), { technology: 'redis' });
    assert.deepEqual(read('postgres:16-alpine'), { technology: 'postgres', version: '16-alpine' });
    assert.deepEqual(read('pgvector:17'), { technology: 'postgres', variant: 'pgvector', version: '17' });
    assert.deepEqual([read('oracle'), read('a:b:c'), read('')], [undefined, undefined, undefined]);
  });
  it('is taken in a brief', () => {
    const { services } = briefOf({ services: ['postgis:17', { technology: 'redis', version: 7 }] });
    assert.deepEqual(services, [{ technology: 'postgres', variant: 'postgis', version: '17' }, { technology: 'redis', version: '7' }]);
  });
});

describe('the end of a server', () => {
  it('is that of its release line', () => {
    assert.equal(endOf(technologyById('postgres'), { version: '14.2-alpine' }), '2026-11-12');
    assert.equal(endOf(technologyById('mysql'), { version: '8' }), '2032-04-30');
    assert.equal(endOf(technologyById('mysql'), { version: '8.0.36' }), '2026-04-30');
    assert.equal(endOf(technologyById('postgres'), {}), '2030-11-14');
    assert.equal(endOf(technologyById('minio'), {}), '2025-10-15');
    assert.equal(endOf(technologyById('mailpit'), {}), undefined);
  });
});

describe('a version that is not ours', () => {
  const database = (version: string) => design(briefOf({ services: [`postgres:${version}`], apps: [{ ...minimal.apps[0], uses: ['postgres'] }] })).services.find(({ name }) => name === 'db')!;
  it('of PostgreSQL before 18 keeps its data where that release looks for it', () => {
    assert.deepEqual(database('17').common.mounts?.map(({ target }) => target).toSorted(), ['/docker-entrypoint-initdb.d/account.sh', '/var/lib/postgresql/data']);
    assert.ok(database('18').common.mounts?.some(({ target }) => target === '/var/lib/postgresql'));
  });
  it('on Alpine runs as the user that this image has', () => {
    assert.equal(database('17-alpine').environments.production?.user, '70:70');
    assert.equal(database('17').environments.production?.user, '999:999');
  });
});
