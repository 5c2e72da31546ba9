import assert from 'node:assert/strict';
import { lines, resolveVersion } from '../../../../lib/stacks/node/lines.js';

describe('version of Node.js', () => {
  const declarations: readonly (readonly [string, string | undefined])[] = [
    ['>=20', '26'], ['>=22', '26'], ['*', '26'], ['', '26'], ['node', '26'], ['latest', '26'], ['lts/*', '26'],
    ['22', '22'], ['v22', '22'], ['22.11.0', '22'], ['v22.11.0', '22'], ['24.x', '24'], ['^24.1.0', '24'], ['~24.1', '24'], ['lts/jod', '22'], ['LTS/Krypton', '24'], [' 24\n', '24'],
    ['>=22 <25', '24'], ['^22 || ^24', '24'], ['>=18 <20', '18'], ['18', '18'], ['20.x', '20'], ['>=20 <21', '20'],
    ['lts/nothing', undefined], ['banana', undefined], ['22; rm -rf /', undefined], ['$(id)', undefined],
  ];
  for (const [declared, major] of declarations) it(`is ${major ?? 'not known'} for ${JSON.stringify(declared)}`, () => assert.equal(resolveVersion(declared), major));

  it('is always a plain number', () => {
    for (const [declared] of declarations) assert.match(resolveVersion(declared) ?? '0', /^\d{1,3}$/u);
  });

  it('prefers the newest line', () => {
    const majors = lines.map(({ version }) => Number(version));
    assert.deepEqual(majors, majors.toSorted((a, b) => b - a));
  });
});
