import assert from 'node:assert/strict';
import { identifierOf, workerServiceNames } from '../../../lib/brief/service-names.js';
import { briefOf, minimal } from '../../support/briefs.js';

describe('service names of workers', () => {
  const names = (apps: readonly (readonly [string, readonly string[]])[]): readonly string[] => [
    ...workerServiceNames(
      briefOf({ apps: apps.map(([name, workers]) => ({ ...minimal.apps[0], name, workers: workers.map((each) => ({ name: each, command: ['a'] })) })) }),
    ).values(),
  ];

  it('are "worker" for one that is called so', () => assert.deepEqual(names([['app', ['worker']]]), ['worker']));
  it('are their own with that ending', () => assert.deepEqual(names([['app', ['mails', 'image-worker']]]), ['mails-worker', 'image-worker']));
  it('stay when one more comes', () => assert.deepEqual(names([['app', ['mails', 'images']]])[0], names([['app', ['mails']]])[0]));
  it('are told apart by their apps', () => assert.deepEqual(names([['api', ['worker']], ['admin', ['worker']]]), ['api-worker', 'admin-worker']));
  it('are none where there is no worker', () => assert.deepEqual(names([['app', []]]), []));
});

describe('identifiers', () => {
  it('are what a database takes without quotes', () => assert.equal(identifierOf('my-shop-2'), 'my_shop_2'));
});
