import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { familiesOf } from '../../../lib/render/families.js';
import { manual } from '../../../lib/render/manual.js';
import { briefOf, minimal } from '../../support/briefs.js';

const names = Array.from({ length: 20 }, (_, index) => `svc-${index + 1}`);

describe('families of apps', () => {
  const { rows } = familiesOf(names, '<name>');
  it('make one row of those that differ in the name only', () => {
    assert.deepEqual(rows(names.map((name) => [`\`${name}\``, `${name.replace('-', '_')}_data`, '3000'])), [['`<name>`', '<name>_data', '3000']]);
  });
  it('leave a row of its own to what differs, and to few', () => {
    const all = [...names.map((name) => [name, '3000']), ['svc-3', '4000'], ['redis', '6379']];
    assert.deepEqual(rows(all), [['<name>', '3000'], ['svc-3', '4000'], ['redis', '6379']]);
  });
  it('take no name for a part of another one', () => assert.deepEqual(rows(names.map((name) => [`${name}0`, 'x'])).length, 20));
  it('look for the name in every cell', () => assert.deepEqual(rows(names.map((name) => ['nginx', name, 'sync'])), [['nginx', '<name>', 'sync']]));
  it('count lists that nobody reads', () => assert.deepEqual(rows([['nginx', names.join(', ')]]), [['nginx', '20 services']]));
  it('change nothing where there are few apps', () => {
    const few = names.slice(0, 12).map((name) => [name, '3000']);
    assert.equal(familiesOf(names.slice(0, 12), '<name>').rows(few), few);
  });
});

describe('the manual of two hundred services', () => {
  const apps = Array.from({ length: 100 }, (_, index) => `svc-${index + 1}`);
  const brief = briefOf({
    pattern: 'microservices',
    services: apps.map((name) => ({ technology: 'postgres', name: `${name}-db` })),
    apps: apps.map((name) => ({ ...minimal.apps[0], name, path: `services/${name}`, port: 3000, uses: [`${name}-db`] })),
  });
  const text = manual(design(brief)).content;
  it('is grouped, and names every app once', () => {
    assert.ok(text.split('\n').length < 220, `${text.split('\n').length} lines`);
    assert.match(text, /`<name>` stands for each of `svc-1`, `svc-2`, [^\n]*`svc-100`/u);
    assert.match(text, /^\| `<name>-db` \| `postgres:/mu);
  });
});
