import assert from 'node:assert/strict';
import { isAtLeast, resolveVersion } from '../../../../lib/stacks/php/lines.js';

describe('release lines of PHP', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    '^8.2': '8.5', '>=8.1': '8.5', '~8.2': '8.5', '~8.2.0': '8.2', '8.3.16': '8.3', '8.4': '8.4', '8.2.*': '8.2', '^8.1|^8.2': '8.5', '^7.4 || ^8.0': '8.5', '>=8.1,<8.4': '8.3', '>=8.1 <8.4': '8.3',
    '~8.1.0 || ~8.2.0': '8.2', '^7.4': '7.4', '7.3.1': '7.3', '8': '8.5', '*': '8.5', 'php-8.3': '8.3', '^8.3@dev': '8.5', '': undefined, nonsense: undefined,
  };
  for (const [declared, line] of Object.entries(cases)) it(`${JSON.stringify(declared)} is ${line}`, () => assert.equal(resolveVersion(declared), line));
  it('are compared by number', () => assert.deepEqual([isAtLeast('8.10', '8.9'), isAtLeast('8.4', '8.5'), isAtLeast('9', '8.5')], [true, false, true]));
});
