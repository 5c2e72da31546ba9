import assert from 'node:assert/strict';
import type { AppBrief } from '../../../lib/brief/brief.js';
import { appRoutes } from '../../../lib/design/routes.js';
import { appWith } from '../../support/briefs.js';

const app = (name: string, parts: object = {}): AppBrief => appWith({ name, ...parts });
const routes = (...apps: readonly AppBrief[]): readonly (readonly [string, string, boolean])[] => appRoutes(apps).map(({ prefix, service, strip }) => [prefix, service, strip]);

describe('routes of the proxy', () => {
  it('are none without anything that serves', () => assert.deepEqual(routes(app('worker', { role: 'worker' })), []));
  it('give a single app everything', () => assert.deepEqual(routes(app('app', { prefix: '/api' })), [['/', 'app', false]]));
  it('give files for browsers the root and the API its prefix', () => {
    assert.deepEqual(routes(app('server'), app('web', { role: 'static' })), [['/', 'web', false], ['/api/', 'server', true]]);
  });
  it('give a framework of pages the root', () => assert.deepEqual(routes(app('api'), app('site', { framework: 'nextjs' })), [['/', 'site', false], ['/api/', 'api', true]]));
  it('keep the prefix that the API has itself', () => {
    assert.deepEqual(routes(app('server', { prefix: '/api' }), app('web', { role: 'static' }))[1], ['/api/', 'server', false]);
    assert.deepEqual(routes(app('server', { health: '/api/health' }), app('web', { role: 'static' }))[1], ['/api/', 'server', false]);
  });
  it('tell several others by their names', () => {
    assert.deepEqual(routes(app('web', { role: 'static' }), app('auth'), app('shop', { prefix: '/api' })), [['/', 'web', false], ['/auth/', 'auth', true], ['/api/', 'shop', false]]);
  });
  it('begin with the first app where no front end is known', () => assert.deepEqual(routes(app('a'), app('b'), app('w', { role: 'worker' })), [['/', 'a', false], ['/b/', 'b', true]]));
});
