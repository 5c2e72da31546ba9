import assert from 'node:assert/strict';
import { endedVersions } from '../../../lib/brief/end-of-life.js';
import { minio } from '../../../lib/catalog/minio.js';
import { imageOf, imageProblem, ownVersion } from '../../../lib/catalog/releases.js';

const tag = 'RELEASE.2024-01-16T16-07-38Z';

describe('MinIO', () => {
  it('has tags that begin with a word', () => {
    assert.equal(ownVersion(minio), '2025');
    assert.match(imageOf(minio, {}).reference, /^quay\.io\/minio\/minio:RELEASE\.2025-/u);
    assert.equal(imageProblem(minio, { version: tag }), 'MinIO 2024 is not known: 2025');
    assert.equal(imageOf(minio, { version: 'RELEASE.2025-04-22T22-12-26Z' }).reference, 'quay.io/minio/minio:RELEASE.2025-04-22T22-12-26Z');
  });

  it('is used where somebody wants it, who is told that nobody mends it', () => {
    const [warning] = endedVersions({ apps: [], services: [{ technology: 'minio' }] }, '2026-01-01');
    assert.match(warning?.message ?? '', /^MinIO 2025 has had no security fixes since 2025-10-15/u);
    assert.match(warning?.help ?? '', /SeaweedFS or RustFS/u);
    assert.deepEqual(endedVersions({ apps: [], services: [{ technology: 'rustfs' }] }, '2026-01-01'), []);
  });
});
