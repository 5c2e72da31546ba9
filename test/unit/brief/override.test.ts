import assert from 'node:assert/strict';
import { override } from '../../../lib/brief/override.js';
import { briefOf, briefWithApp, minimal } from '../../support/briefs.js';
import { refusal } from '../../support/errors.js';

const one = briefWithApp({ port: 3000, commands: { start: ['node', 'server.js'], development: ['node', '--watch', 'server.js'] } });
const two = briefOf({ apps: [{ ...minimal.apps[0], name: 'api' }, { ...minimal.apps[0], name: 'site', path: 'site' }] });

describe('what the command line says of an app', () => {
  it('goes before what was found', () => {
    const { port, commands } = override(one, { port: '4000', start: ['node', 'other.js'] }).apps[0]!;
    assert.deepEqual([port, commands], [4000, { start: ['node', 'other.js'], development: ['node', '--watch', 'server.js'] }]);
  });
  it('is also how it starts in development, where nothing else is known of that', () => {
    const start = ['node', 'other.js'];
    const brief = briefWithApp({});
    const silent = { ...brief, apps: brief.apps.map((app) => ({ ...app, commands: { ...app.commands, development: [] } })) };
    assert.deepEqual(override(silent, { start }).apps[0]!.commands.development, start);
  });
  it('changes nothing where nothing is said', () => assert.equal(override(two, {}), two));
  it('means the app that is named', () => assert.deepEqual(override(two, { app: 'site', port: '80' }).apps.map(({ port }) => port), [3000, 80]));
  it('has to name one of several', () => assert.deepEqual(refusal(() => override(two, { port: '80' })), ['there are several apps: api, site. Say which one is meant with --app NAME']));
  for (const port of ['0', '65536', 'http', '-1', '3000;id']) {
    it(`cannot be the port ${port}`, () => assert.match(refusal(() => override(one, { port })).join(), /^--port .*: a port is a number from 1 to 65535/u));
  }
});
