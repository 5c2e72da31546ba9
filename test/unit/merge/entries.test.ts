import assert from 'node:assert/strict';
import { entryForm, mergeEntries } from '../../../lib/merge/entries.js';
import type { EntryForm } from '../../../lib/merge/entries.js';

describe('entries of a list', () => {
  const cases: readonly (readonly [string, string, string | undefined, string, string])[] = [
    ['are added below what is there', 'dist\n', undefined, '.env\n/secrets/\n', 'dist\n\n.env\n/secrets/\n'],
    ['are added once', '.env\n', undefined, '.env\n/secrets/\n', '.env\n\n/secrets/\n'],
    ['are the same with spaces around them', '  .env  \n', undefined, '.env\n', '  .env  \n'],
    ['are added to a file without a line end', 'dist', undefined, '.env\n', 'dist\n\n.env\n'],
    ['fill an empty file', '', undefined, '.env\n', '.env\n'],
    ['that the user deleted stay deleted', 'dist\n', '.env\n', '.env\n', 'dist\n'],
    ['that are new are added, deleted ones stay deleted', 'dist\n', '.env\n', '.env\n/secrets/\n', 'dist\n\n/secrets/\n'],
    ['that the user turned off by a comment stay so', '# A=1\n', undefined, 'A=1\n', '# A=1\n'],
    ['that have a value of the user keep it', 'A=2\n', undefined, '# A=1\n', 'A=2\n'],
    ['that are exported are there', 'export A=2\n', undefined, '# A=1\n', 'export A=2\n'],
    ['bring the comment above them', 'B=1\n', undefined, '# says why\n# A=1\n', 'B=1\n\n# says why\n# A=1\n'],
    ['that are there leave their comment away', 'A=1\n', undefined, '# says why\n# A=1\n# other\n# B=1\n', 'A=1\n\n# other\n# B=1\n'],
    ['that only look alike are different', 'secrets\n', undefined, '/secrets/\n', 'secrets\n\n/secrets/\n'],
    ['that are comments alone add nothing', 'A=1\n', undefined, '# a header\n', 'A=1\n'],
  ];
  for (const [what, current, base, proposal, expected] of cases) {
    it(what, () => {
      const merged = mergeEntries(current, base, proposal);
      assert.equal(merged, expected);
      assert.equal(mergeEntries(merged, base, proposal), merged, 'a second time changes nothing');
    });
  }

  const patterns: readonly (readonly [EntryForm, string, string, boolean])[] = [
    ['gitignore', 'node_modules', 'node_modules/', true],
    ['gitignore', '**/node_modules/', 'node_modules/', true],
    ['gitignore', 'node_modules/', '/apps/api/node_modules/', true],
    ['gitignore', '/node_modules', '/node_modules/', true],
    ['gitignore', '/node_modules', 'node_modules/', false],
    ['gitignore', 'apps/api/node_modules', '/apps/api/node_modules/', true],
    ['gitignore', 'secrets', '/secrets/', true],
    ['gitignore', '# secrets', '/secrets/', false],
    ['gitignore', '!secrets', '/secrets/', false],
    ['gitignore', 'lib/x', '/x/', false],
    ['dockerignore', '/secrets/', 'secrets', true],
    ['dockerignore', './secrets', 'secrets', true],
    // Docker looks at the root alone where no folder is named
    ['dockerignore', 'node_modules', '**/node_modules', false],
    ['dockerignore', '**/node_modules/', '**/node_modules', true],
    ['lines', 'secrets', '/secrets/', false],
  ];
  for (const [form, current, entry, same] of patterns) {
    it(`${current} ${same ? 'is' : 'is not'} ${entry} in ${form}`, () => {
      assert.equal(mergeEntries(`${current}\n`, undefined, `${entry}\n`, form), same ? `${current}\n` : `${current}\n\n${entry}\n`);
      assert.equal(mergeEntries('dist\n', `${current}\n`, `${entry}\n`, form), same ? 'dist\n' : `dist\n\n${entry}\n`);
    });
  }
  it('have the form of their file', () => {
    assert.deepEqual(['.gitignore', 'a/.gitignore', '.dockerignore', 'docker/api/Dockerfile.dockerignore', '.env.example'].map(entryForm), ['gitignore', 'gitignore', 'dockerignore', 'dockerignore', 'lines']);
  });
});
