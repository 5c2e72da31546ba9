import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { reset, toYaml } from '../../../lib/render/yaml.js';
import { hostile } from '../../support/hostile.js';

describe('YAML', () => {
  for (const version of ['1.1', '1.2'] as const) {
    it(`gives every text back to a parser of YAML ${version}`, () => {
      const data = { services: { app: { list: [...hostile], map: Object.fromEntries(hostile.map((text, index) => [`k${index}`, text])), command: ['node', ...hostile] } } };
      assert.deepEqual(parse(toYaml(data, 'header'), { version }), data);
    });

    it(`gives keys back to a parser of YAML ${version}`, () => {
      const data = { map: Object.fromEntries(['yes', 'no', 'on', '1', '1e3', 'null', '~', 'a: b', '#', '- x'].map((key) => [key, 'v'])) };
      assert.deepEqual(parse(toYaml(data, ''), { version }), data);
    });
  }

  it('keeps numbers, booleans and empty maps what they are', () => {
    const data = { a: 1, b: true, c: {}, d: [] };
    assert.deepEqual(parse(toYaml(data, '')), data);
  });

  it('writes an empty list with the tag that empties a former one', () => {
    assert.match(toYaml({ services: { db: { volumes: reset } } }, ''), /^ {4}volumes: !reset \[\]$/mu);
  });

  it('writes the header and comments above their keys', () => {
    const text = toYaml({ name: 'shop', networks: { data: { internal: true } } }, 'first\nsecond', { 'networks.data': 'why' });
    assert.ok(text.startsWith('# first\n# second\n'), text);
    assert.match(text, /^ {2}# why\n {2}data:$/mu);
  });

  it('lets a comment go when its key is not there', () => {
    assert.equal(toYaml({ a: 1 }, 'h', { 'b.c': 'why', d: 'why' }), toYaml({ a: 1 }, 'h'));
  });

  it('lets no comment become content', () => {
    assert.deepEqual(parse(toYaml({ a: { b: 1 } }, 'one\nb: 2', { a: 'x\nc: 3' })), { a: { b: 1 } });
  });

  it('writes trailing comments behind values', () => {
    assert.match(toYaml({ uses: 'actions/checkout@abc' }, '', {}, { 'actions/checkout@abc': 'v1' }), /^uses: actions\/checkout@abc # v1$/mu);
  });

  it('writes commands on one line, whatever their length', () => {
    const command = ['node', ...Array.from({ length: 40 }, (_, index) => `--option-${index}`)];
    assert.equal(toYaml({ command }, '').split('\n').filter((line) => line.includes('--option')).length, 1);
  });

  it('writes no aliases', () => {
    const shared = { a: 1 };
    assert.doesNotMatch(toYaml({ x: shared, y: shared }, ''), /[&*]/u);
  });

  it('is the same for the same data', () => assert.equal(toYaml({ a: ['b'] }, 'h'), toYaml({ a: ['b'] }, 'h')));
});
