import assert from 'node:assert/strict';
import { appFindings } from '../../../lib/discovery/app-findings.js';
import { arbitrate, withAssets } from '../../../lib/discovery/arbitration.js';
import type { AppFindings } from '../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { node } from '../../../lib/stacks/node/node.js';
import type { Stack } from '../../../lib/stacks/stack.js';

const stack = (id: string, parts: Partial<Stack> = {}): Stack => ({ ...(node as Stack), assets: undefined as never, ...parts, id });
const stacks = [stack('python'), stack('node'), stack('pages', { lastResort: true })];
const app = (of: string, parts: Partial<AppFindings> = {}): AppFindings => appFindings({ name: of, path: '.', stack: of, ...parts });
const known: Partial<AppFindings> = { framework: [{ value: 'x', confidence: 'certain', evidence: [] }] };
const winners = (...apps: readonly AppFindings[]): readonly string[] => arbitrate(apps, stacks).map((each) => each.stack);

describe('two stacks in one folder', () => {
  it('are one app, of the server with a known framework', () => {
    assert.deepEqual(winners(app('python'), app('node', known)), ['node']);
    assert.deepEqual(winners(app('python', known), app('node', known)), ['python']);
    assert.deepEqual(winners(app('node', { role: 'static', ...known }), app('python', { role: 'worker' })), ['python']);
  });
  it('are two apps in two folders', () => assert.deepEqual(winners(app('python'), app('node', { path: 'web', role: 'static' })), ['python', 'node']));
  it('count as a last resort only where there is nothing else', () => {
    assert.deepEqual(winners(app('pages', { path: 'site' }), app('python')), ['python']);
    assert.deepEqual(winners(app('pages')), ['pages']);
  });
});

describe('browser code beside a server', () => {
  const started: Partial<AppFindings> = { commands: { start: [{ value: ['x'], confidence: 'certain', evidence: [] }], dev: [], build: [], test: [] } };
  const files = { 'package.json': '{ "scripts": { "build": "vite build" }, "engines": { "node": "22" } }', 'package-lock.json': '{ "lockfileVersion": 3 }' };
  const assets = (found: AppFindings, repository = memoryRepository(files)) => withAssets(repository, found, [node]).assets;
  it('is built by the stack that can', () => {
    assert.deepEqual(assets(app('python', started)), { packageManager: { name: 'npm' }, lockFile: 'package-lock.json', version: '22', build: ['npm', 'run', 'build'], installFiles: [] });
  });
  it('is none where the server itself is of that stack, serves nothing, or nothing is built', () => {
    assert.equal(assets(app('node', started)), undefined);
    assert.equal(assets(app('python', { ...started, role: 'worker' })), undefined);
    assert.equal(assets(app('python', started), memoryRepository({ 'package.json': '{ "devDependencies": { "prettier": "3" } }' })), undefined);
    assert.equal(assets(app('python', started), memoryRepository({ 'package.json': 'not json' })), undefined);
  });
});
