import assert from 'node:assert/strict';
import type { AppBrief } from '../../../../lib/brief/brief.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { findProcess } from '../../../../lib/stacks/node/process.js';
import { appWith } from '../../../support/briefs.js';

const manifest = (scripts: Readonly<Record<string, string>> = {}, more: object = {}): string => JSON.stringify({ name: 'shop', type: 'module', scripts, ...more });

function found(files: Readonly<Record<string, string>>, name = 'mailer', app: Partial<AppBrief> = {}) {
  return findProcess(memoryRepository(files), { ...appWith({}), ...app }, name);
}

describe('what a worker runs, by its name', () => {
  for (const script of ['mailer', 'worker:mailer', 'mailer:worker', 'mailer-worker', 'start:mailer', 'mailer:start', 'job:mailer', 'jobs:mailer']) {
    it(`the script ${script}`, () => assert.deepEqual(found({ 'package.json': manifest({ [script]: 'node src/m.js' }), 'src/m.js': '' })?.command, ['node', 'src/m.js']));
  }
  for (const script of ['mailer:dev', 'dev:mailer', 'worker:mailer:dev', 'dev:worker:mailer']) {
    it(`and in development the script ${script}`, () => {
      const both = found({ 'package.json': manifest({ mailer: 'node src/m.js', [script]: 'node --watch src/m.js' }), 'src/m.js': '' });
      assert.deepEqual(both, { command: ['node', 'src/m.js'], development: ['node', '--watch', 'src/m.js'] });
    });
  }
  for (const file of ['src/mailer.js', 'mailer.js', 'src/workers/mailer.mjs', 'src/mailer-worker.js', 'src/mailer.worker.cjs', 'src/worker-mailer.js']) {
    it(`the file ${file}`, () => assert.deepEqual(found({ 'package.json': manifest(), [file]: '' })?.command, ['node', file]));
  }

  it('a file is watched in development', () => {
    const { command, development } = found({ 'package.json': manifest(), 'src/mailer.js': '' })!;
    assert.deepEqual(command, ['node', 'src/mailer.js']);
    assert.notDeepEqual(development, command);
    assert.ok(development.includes('src/mailer.js'));
  });
  it('a script comes before a file', () => assert.deepEqual(found({ 'package.json': manifest({ mailer: 'node other.js' }), 'src/mailer.js': '', 'other.js': '' })?.command, ['node', 'other.js']));
  it('a file that only holds the name is another one', () => assert.equal(found({ 'package.json': manifest(), 'src/mailer-config.js': '', 'src/xmailer.js': '' }), undefined));
  it('a file in another language is none', () => assert.equal(found({ 'package.json': manifest(), 'src/mailer.py': '' }), undefined));
  it('a test of that name is none', () => assert.equal(found({ 'package.json': manifest(), 'src/mailer.test.js': '' }), undefined));
  it('an installed package of that name is none', () => assert.equal(found({ 'package.json': manifest(), 'node_modules/mailer/mailer.js': '' }), undefined));
  it('nothing answers to an unknown name', () => assert.equal(found({ 'package.json': manifest({ start: 'node a.js' }), 'a.js': '' }, 'nobody'), undefined));
  it('a name that every object has is unknown', () => assert.equal(found({ 'package.json': manifest() }, 'constructor'), undefined));
  it('an app without a manifest has no process', () => assert.equal(found({ 'src/mailer.js': '' }), undefined));
  it('an app with a broken manifest has no process', () => assert.equal(found({ 'package.json': '{', 'src/mailer.js': '' }), undefined));

  it('in a repository of several apps only its own folder counts', () => {
    const files = { 'package.json': manifest({ mailer: 'node no.js' }), 'api/package.json': manifest(), 'api/src/mailer.js': '', 'web/package.json': manifest(), 'web/src/reports.js': '' };
    assert.ok(found(files, 'mailer', { path: 'api' })!.command.join(' ').includes('src/mailer.js'));
    assert.equal(found(files, 'reports', { path: 'api' }), undefined);
  });
});
