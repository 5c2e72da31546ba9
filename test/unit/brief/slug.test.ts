import assert from 'node:assert/strict';
import { slug, slugPattern } from '../../../lib/brief/slug.js';

describe('slug', () => {
  const names: readonly (readonly [string, string])[] = [
    ['shop', 'shop'],
    ['My Shop', 'my-shop'],
    ['my_shop', 'my-shop'],
    ['@acme/shop', 'acme-shop'],
    ['Café Crème 2', 'cafe-creme-2'],
    ['Ångström', 'angstrom'],
    ['3d', 'app-3d'],
    ['a--b', 'a-b'],
    ['-a-', 'a'],
    ['x.y.z', 'x-y-z'],
    ['', 'app'],
    ['日本', 'app'],
    ['$(rm -rf /)', 'rm-rf'],
    ['a'.repeat(50), 'a'.repeat(40)],
    [`${'a'.repeat(39)}-b`, 'a'.repeat(39)],
    [`9${'a'.repeat(60)}`, `app-9${'a'.repeat(35)}`],
  ];
  for (const [name, expected] of names) {
    it(`makes ${expected} of ${JSON.stringify(name)}`, () => {
      assert.equal(slug(name), expected);
      assert.match(expected, slugPattern);
      assert.equal(slug(expected), expected);
    });
  }

  for (const name of ['', 'Shop', 'my shop', 'my_shop', '3d', '-a', 'a-', 'a--b', 'café', 'a.b', 'a\n', 'a'.repeat(41)]) {
    it(`does not take ${JSON.stringify(name)} as a name`, () => assert.doesNotMatch(name, slugPattern));
  }
});
