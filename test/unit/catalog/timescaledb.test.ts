import assert from 'node:assert/strict';
import { postgres } from '../../../lib/catalog/postgres.js';
import { imageOf } from '../../../lib/catalog/releases.js';

describe('TimescaleDB', () => {
  const { reference, release } = imageOf(postgres, { variant: 'timescaledb' });
  const { production, common, files } = postgres.contribute({ service: 'db', prefix: 'postgres', identifier: 'shop', anonymous: false, limits: postgres.limits, release });

  it('is of the major version of PostgreSQL, with the user of Alpine Linux, whatever its tag says', () => {
    assert.match(reference, /^timescale\/timescaledb:2\.[\d.]+-pg18$/u);
    assert.equal(production.user, '70:70');
    assert.equal(imageOf(postgres, { variant: 'timescaledb', version: '16' }).reference, 'timescale/timescaledb:latest-pg16');
  });

  it('has its extension in the database of the apps, and says nothing to its maker', () => {
    assert.match(files[0]!.content, /CREATE EXTENSION IF NOT EXISTS timescaledb;/u);
    assert.equal('TIMESCALEDB_TELEMETRY' in common.environment, true);
  });
});
