import assert from 'node:assert/strict';
import { higherImage } from '../../../lib/merge/image-tag.js';

describe('an image tag that both sides raised', () => {
  const rows: readonly (readonly [string, unknown, unknown, unknown, string | undefined])[] = [
    ['the higher one wins: ours', 'redis:8.2', 'redis:8.1', 'redis:8.3', 'redis:8.3'],
    ['the higher one wins: the user\'s', 'redis:8.4', 'redis:8.1', 'redis:8.3', 'redis:8.4'],
    ['numbers are numbers', 'redis:8.10', 'redis:8.1', 'redis:8.9', 'redis:8.10'],
    ['a major version counts most', 'redis:9', 'redis:8.1', 'redis:8.99.1', 'redis:9'],
    ['a suffix is kept', 'postgres:18.4-trixie', 'postgres:18.1-trixie', 'postgres:18.3-trixie', 'postgres:18.4-trixie'],
    ['a registry with a port is part of the name', 'host:5000/a/b:1.3', 'host:5000/a/b:1.1', 'host:5000/a/b:1.2', 'host:5000/a/b:1.3'],
    ['a v is no part of the number', 'x:v1.3', 'x:v1.1', 'x:v1.2', 'x:v1.3'],
    ['the user\'s stays where both are equal', 'redis:8.3.0', 'redis:8.1', 'redis:8.3', 'redis:8.3.0'],
    ['a lower one was chosen on purpose', 'postgres:17.9', 'postgres:18.1', 'postgres:18.3', undefined],
    ['a base of another kind can be left for ours', 'redis:8.4-alpine', 'redis:8.1-trixie', 'redis:8.3-alpine', 'redis:8.4-alpine'],
    ['another base than ours cannot be compared', 'redis:8.4-alpine', 'redis:8.1-trixie', 'redis:8.3-trixie', undefined],
    ['another image cannot be compared', 'valkey:9', 'redis:8.1', 'redis:8.3', undefined],
    ['a registry of the user\'s cannot be compared', 'mirror/redis:8.4', 'redis:8.1', 'redis:8.3', undefined],
    ['a digest cannot be compared', `redis:8.4@sha256:${'a'.repeat(64)}`, 'redis:8.1', 'redis:8.3', undefined],
    ['a name without a number cannot be compared', 'redis:latest', 'redis:8.1', 'redis:8.3', undefined],
    ['an image without a tag cannot be compared', 'redis', 'redis:8.1', 'redis:8.3', undefined],
    ['a variable cannot be compared', 'app:${TAG:-9}', 'app:1', 'app:2', undefined],
    ['a number is no image', 1, 'redis:8.1', 'redis:8.3', undefined],
    ['a text with spaces is no image', 'say: 9', 'say: 1', 'say: 2', undefined],
  ];
  for (const [what, yours, base, proposal, expected] of rows) it(what, () => assert.equal(higherImage(yours, base, proposal), expected));
});
