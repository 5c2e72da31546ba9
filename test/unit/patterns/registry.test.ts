import assert from 'node:assert/strict';
import { patternById, patterns, simplestPattern } from '../../../lib/patterns/registry.js';
import { briefOf, briefWithApp, minimal } from '../../support/briefs.js';

describe('patterns', () => {
  it('are a monolith for one process', () => assert.equal(simplestPattern(briefOf()), 'monolith'));
  it('are a web application for an app with a worker', () => assert.equal(simplestPattern(briefWithApp({ workers: [{ name: 'w', command: ['a'] }] })), 'web'));
  it('are a web application for two apps', () => assert.equal(simplestPattern(briefOf({ apps: [{ ...minimal.apps[0], name: 'a' }, { ...minimal.apps[0], name: 'b' }] })), 'web'));
  it('fit exactly one for each brief', () => {
    for (const brief of [briefOf(), briefWithApp({ workers: [{ name: 'w', command: ['a'] }] })]) assert.equal(patterns.filter(({ fits }) => fits(brief)).length, 1);
  });
  it('name alternatives that exist', () => {
    for (const { alternatives } of patterns) for (const id of alternatives) assert.equal(patternById(id).id, id);
  });
  it('are not found by a made-up name', () => assert.throws(() => patternById('spaghetti'), /unknown pattern: spaghetti/u));
});
