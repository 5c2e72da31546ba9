import assert from 'node:assert/strict';
import { mergeEntries } from '../../../lib/merge/entries.js';

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
});
