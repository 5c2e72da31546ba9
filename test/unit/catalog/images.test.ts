import assert from 'node:assert/strict';
import { imageOfVersion, imageOnRuntime, imageReference } from '../../../lib/catalog/images.js';

describe('images', () => {
  it('have one tag each', () => {
    for (const key of ['node', 'nginx', 'postgres', 'redis']) assert.match(imageReference(key), /^[\w./-]+:[\w.-]+$/u);
  });
  it('change their major version and nothing else', () => {
    assert.match(imageOfVersion('node', '22'), /^node:22-[a-z]+-slim$/u);
    assert.match(imageOfVersion('postgres', '17'), /^postgres:17-[a-z]+$/u);
  });
  it('of a tool change the version of its runtime, which ends the tag', () => {
    assert.match(imageOnRuntime('maven', '17'), /^maven:3\.[\d.]+-eclipse-temurin-17$/u);
    assert.match(imageOnRuntime('gradle', '21'), /^gradle:\d[\d.]*-jdk21$/u);
  });
  it('are not made up', () => assert.throws(() => imageReference('oracle'), /images\.Dockerfile has no line for oracle/u));
});
