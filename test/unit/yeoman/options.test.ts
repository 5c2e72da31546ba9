import assert from 'node:assert/strict';
import { checkFlags, parseOptions } from '../../../lib/yeoman/options.js';
import { refusal } from '../../support/errors.js';

describe('flags', () => {
  const cases: readonly (readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>])[] = [
    [{}, { yes: false, dryRun: false, check: false, json: false, brief: false, conflict: 'ask', directory: undefined, from: undefined }],
    [{ yes: true }, { yes: true }],
    [{ yes: 'true' }, { yes: true }],
    [{ yes: 'false' }, { yes: false }],
    [{ 'dry-run': true }, { dryRun: true }],
    [{ dryRun: true }, { dryRun: true }],
    [{ conflict: 'markers' }, { conflict: 'markers' }],
    [{ force: true }, { conflict: 'new' }],
    [{ force: false, conflict: 'yours' }, { conflict: 'yours' }],
    [{ directory: 'x' }, { directory: 'x' }],
    // parsers make numbers of names that look like them
    [{ directory: 123 }, { directory: '123' }],
    [{ locale: 'en' }, {}],
  ];
  for (const [raw, expected] of cases) {
    it(`are read: ${JSON.stringify(raw)}`, () => {
      const options = parseOptions(raw) as unknown as Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(options[name], value, name);
    });
  }

  const refused: readonly (readonly [Readonly<Record<string, unknown>>, RegExp])[] = [
    [{ conflict: 'mine' }, /^--conflict mine: unknown choice\. Choose one of yours, new, markers$/u],
    [{ conflict: '' }, /^--conflict needs one value/u],
    [{ conflict: true }, /^--conflict needs one value/u],
    [{ from: ['a', 'b'] }, /^--from needs one value/u],
    [{ directory: '' }, /^--directory needs one value/u],
    [{ locale: 'fr' }, /^--locale fr: not available/u],
  ];
  for (const [raw, message] of refused) it(`are refused: ${JSON.stringify(raw)}`, () => assert.match(refusal(() => parseOptions(raw))[0]!, message));

  it('of the host are no mistake', () => assert.doesNotThrow(() => checkFlags({ env: {}, namespace: 'x', skipInstall: true, _: [], 'skip-cache': false, yes: true }, [], 'app')));
  it('that nobody knows are', () => assert.match(refusal(() => checkFlags({ nonsense: true }, [], 'app'))[0]!, /^--nonsense: unknown flag/u));
  it('are no words', () => assert.match(refusal(() => checkFlags({}, [123], 'app'))[0]!, /^123: unexpected word/u));
});
