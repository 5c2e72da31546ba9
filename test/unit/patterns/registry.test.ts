import assert from 'node:assert/strict';
import { patternById, patternOf, patterns } from '../../../lib/patterns/registry.js';
import type { Shape } from '../../../lib/patterns/pattern.js';
import { databasePerApp, shapeOf } from '../../../lib/brief/shape.js';
import { briefOf, minimal } from '../../support/briefs.js';

const shape: Shape = { servers: 1, workers: 0, connected: 0, queues: false, pipelines: false };
const app = (name: string, parts: object = {}) => ({ ...minimal.apps[0], name, ...parts });

describe('patterns', () => {
  const cases: readonly (readonly [Partial<Shape>, string])[] = [
    [{}, 'monolith'], [{ servers: 0 }, 'monolith'], [{ workers: 1 }, 'web'], [{ servers: 2 }, 'web'], [{ servers: 3, workers: 4 }, 'web'], [{ servers: 4 }, 'microservices'],
    [{ servers: 2, connected: 2 }, 'event-driven'], [{ servers: 6, connected: 3 }, 'microservices'], [{ connected: 1, workers: 1 }, 'web'], [{ servers: 2, pipelines: true }, 'data'],
  ];
  for (const [parts, expected] of cases) it(`are ${expected} for ${JSON.stringify(parts)}`, () => assert.equal(patternOf({ ...shape, ...parts }), expected));

  it('count processes of a brief, and no files for browsers', () => {
    const brief = briefOf({ services: ['rabbitmq'], apps: [app('a', { workers: [{ name: 'w', command: ['x'] }] }), app('b'), app('c', { role: 'worker' }), app('d', { role: 'static', uses: [] })] });
    assert.deepEqual(shapeOf(brief), { servers: 2, workers: 2, connected: 3, queues: true, pipelines: false });
    assert.equal(brief.pattern, 'event-driven');
  });
  it('name alternatives that exist', () => {
    for (const { alternatives } of patterns) for (const id of alternatives) assert.equal(patternById(id).id, id);
  });
  it('are not found by a made-up name', () => assert.throws(() => patternById('spaghetti'), /unknown pattern: spaghetti/u));
});

describe('a database for each app', () => {
  const names = ['users', 'orders', 'billing', 'search'];
  const brief = briefOf({ services: ['postgres', 'redis'], apps: names.map((name) => app(name)) });
  const { apps, services } = databasePerApp(brief);
  it('has the name of its app', () => assert.deepEqual(services, [...names.map((name) => ({ technology: 'postgres', name: `${name}-db` })), { technology: 'redis' }]));
  it('is what the app uses', () => assert.deepEqual(apps.map(({ uses }) => uses), names.map((name) => [`${name}-db`, 'redis'])));
  it('is not made where one app uses it alone', () => {
    const alone = briefOf({ services: ['postgres'], apps: names.map((name, index) => app(name, { uses: index === 0 ? ['postgres'] : [] })) });
    assert.deepEqual(databasePerApp(alone).services, [{ technology: 'postgres' }]);
  });
});
