import assert from 'node:assert/strict';
import { heartbeatOf, imageOf, runsOnBun, withoutScripts } from '../../../../lib/stacks/node/bun.js';
import { appWith } from '../../../support/briefs.js';
import { appOf, bestOf, manifest } from './discovered.js';

const app = (start: readonly string[], fields: Readonly<Record<string, unknown>> = {}) => appWith({ packageManager: { name: 'bun' }, commands: { start }, ...fields });

describe('apps on Bun', () => {
  it('are those whose program Bun runs', () => {
    for (const start of [['bun', 'src/server.ts'], ['bun', 'run', 'src/server.ts'], ['bun', '--smol', 'a.js'], ['env', 'A=1', 'bun', 'a.ts']]) assert.equal(runsOnBun(app(start)), true, start.join(' '));
    for (const start of [['node', 'server.js'], ['bun', 'run', 'start'], ['npm', 'start']]) assert.equal(runsOnBun(app(start)), false, start.join(' '));
  });
  it('are none where Bun is only a package of another manager, or builds files for browsers', () => {
    assert.equal(runsOnBun(app(['bun', 'a.ts'], { packageManager: { name: 'npm' } })), false);
    assert.equal(runsOnBun(app(['bun', 'a.ts'], { role: 'static' })), false);
  });
  it('get the version that the project pins', () => {
    assert.match(imageOf(app(['bun', 'a.ts'])), /^oven\/bun:\d[\d.]*-slim$/u);
    assert.equal(imageOf(app(['bun', 'a.ts'], { packageManager: { name: 'bun', version: '1.3.2' } })), 'oven/bun:1.3.2-slim');
    assert.match(imageOf(app(['node', 'a.js'])), /^node:/u);
  });
  it('drop scripts with what their image has', () => {
    assert.equal(withoutScripts(app(['bun', 'a.ts'], { installScripts: ['postinstall'] })), 'bun pm pkg delete scripts.postinstall');
    assert.equal(withoutScripts(app(['node', 'a.js'], { installScripts: ['prepare'] })), 'npm pkg delete scripts.prepare');
    assert.equal(withoutScripts(app(['bun', 'a.ts'])), '');
  });
  it('beat where Bun reads what to load', () => {
    assert.ok('BUN_OPTIONS' in heartbeatOf(['bun', 'worker.ts']));
    assert.deepEqual(Object.keys(heartbeatOf(['node', 'worker.js'])), ['NODE_OPTIONS']);
  });
  it('are started and watched by Bun where nothing says how', () => {
    const found = appOf({ 'package.json': manifest({ scripts: {}, main: 'index.ts' }), 'server.js': '', 'index.ts': 'Bun.serve({ port: 3100, fetch: () => new Response("a") });\n', 'bun.lock': '{ "lockfileVersion": 1 }' });
    assert.deepEqual([bestOf(found.commands.start), bestOf(found.commands.dev), bestOf(found.port)], [['bun', 'index.ts'], ['bun', '--watch', 'index.ts'], 3100]);
  });
});
