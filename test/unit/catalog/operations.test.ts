import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAtRest } from '../../../lib/catalog/archive.js';
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

describe('archives at rest', () => {
  it('are of all that is there, taken and unpacked while nobody writes, over nothing that is newer', () => {
    const { backup, restore } = archiveAtRest({ service: 'app', folder: '/data', name: 'app_data', writers: ['app', 'worker'] });
    assert.equal(backup, 'docker compose stop app worker && docker compose run --rm -T --no-deps --entrypoint tar app -C /data -cf - . > app_data.tar && docker compose start app worker');
    assert.match(restore, /^docker compose stop app worker && .*'cd \/data && rm -rf .* && tar -xf -' < app_data\.tar && docker compose start app worker$/u);
  });

  it('leave no file of before, hidden or not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    try {
      mkdirSync(join(folder, 'old', 'deep'), { recursive: true });
      for (const name of ['a', '.hidden', '..odd', 'old/deep/b']) writeFileSync(join(folder, name), '');
      const script = /sh app -c '(.*)' < /u.exec(archiveAtRest({ service: 'app', folder }).restore)![1]!;
      const packed = spawnSync('tar', ['-cf', '-', '-C', tmpdir(), '--files-from', '/dev/null']).stdout;
      assert.equal(spawnSync('sh', ['-c', script], { input: packed }).status, 0);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
