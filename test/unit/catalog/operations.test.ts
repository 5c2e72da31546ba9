import assert from 'node:assert/strict';
import { technologies } from '../../../lib/catalog/registry.js';
import { imageOf } from '../../../lib/catalog/releases.js';
import type { Technology } from '../../../lib/catalog/technology.js';

describe('backups', () => {
  for (const technology of technologies as readonly Technology[]) {
    const { operations, development, common } = technology.contribute({ service: 'orders-store', prefix: 'orders_store', identifier: 'orders', limits: technology.limits, anonymous: false, release: imageOf(technology, {}).release });
    if (operations === undefined) continue;
    it(`of ${technology.title} find their password in development too, where it is a variable and no file`, () => {
      const given = new Set(Object.keys({ ...common.environment, ...development.environment }));
      for (const command of [operations.backup, operations.restore]) {
        for (const match of command.matchAll(/\$\(cat "?(?:\$(\w+)_FILE|\/run\/secrets\/)/gu)) {
          const before = /\$\{(\w+):-$/u.exec(command.slice(0, match.index))?.[1];
          assert.ok(before !== undefined && given.has(before), command);
          if (match[1] !== undefined) assert.equal(before, match[1]);
        }
      }
    });
  }
});
