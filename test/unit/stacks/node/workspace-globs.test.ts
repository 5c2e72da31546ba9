import assert from 'node:assert/strict';
import { folderMatcher } from '../../../../lib/stacks/node/workspace-globs.js';

const found = (patterns: readonly string[], folders: readonly string[]): readonly string[] => folders.filter(folderMatcher(patterns));

describe('patterns of a workspace', () => {
  it('name folders', () => assert.deepEqual(found(['./apps/web/', 'api'], ['apps/web', 'api', 'apps', 'apps/web/x']), ['apps/web', 'api']));
  it('have stars for one step', () => assert.deepEqual(found(['packages/*', 'lib-*'], ['packages/a', 'packages/a/b', 'packages', 'lib-x', 'lib']), ['packages/a', 'lib-x']));
  it('have two stars for any number of steps', () => {
    assert.deepEqual(found(['packages/**'], ['packages', 'packages/a', 'packages/a/b', 'packagesx']), ['packages', 'packages/a', 'packages/a/b']);
    assert.deepEqual(found(['**/web'], ['web', 'a/web', 'a/b/web', 'a/webs']), ['web', 'a/web', 'a/b/web']);
  });
  it('leave out what starts with an exclamation mark, wherever it stands', () => assert.deepEqual(found(['!**/test/**', '**', '!a'], ['a', 'b', 'b/test/c']), ['b']));
  it('have alternatives', () => assert.deepEqual(found(['{apps,libs}/{a,b}'], ['apps/a', 'libs/b', 'apps/c']), ['apps/a', 'libs/b']));
  it('take every other character literally', () => assert.deepEqual(found(['app(1)/[x]', '{open', 'a.b/*'], ['app(1)/[x]', '{open', 'axb/c', 'a.b/c']), ['app(1)/[x]', '{open', 'a.b/c']));
  it('are quick however many stars they have', () => assert.deepEqual(found([`${'a*'.repeat(140)}b`, '*/'.repeat(90), '{a,b}'.repeat(20)], ['a'.repeat(5000)]), []));
  it('mean nothing where they are empty', () => assert.deepEqual(found(['', '!', './'], ['a']), []));
});
