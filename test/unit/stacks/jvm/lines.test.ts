import assert from 'node:assert/strict';
import { resolveVersion } from '../../../../lib/stacks/jvm/lines.js';

describe('versions of Java', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['1.8', '8'], ['8', '8'], ['11', '11'], ['17', '17'], ['21.0.2-tem', '21'], ['temurin-21.0.2+13.0.LTS', '21'], ['VERSION_17', '17'], ['25', '25'],
    // no image of these is built any more: the next long-term release compiles for them
    ['16', '17'], ['1.7', '8'], ['19', '21'],
    ['26', '26'], ['lts', '25'], ['', undefined], ['zulu', undefined],
  ];
  for (const [declared, line] of cases) it(`are ${line ?? 'unknown'} where ${JSON.stringify(declared)} is declared`, () => assert.equal(resolveVersion(declared), line));
});
