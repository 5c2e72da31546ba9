import assert from 'node:assert/strict';
import { addWorker, appNamed } from '../../../lib/brief/add-worker.js';
import { parseBrief } from '../../../lib/brief/schema.js';
import { refusal } from '../../support/errors.js';
import { briefOf, minimal, shop } from '../../support/briefs.js';

const mailer = { name: 'mailer', command: ['node', 'mailer.js'] };
const one = briefOf(shop);
const two = briefOf({ apps: [{ ...minimal.apps[0], name: 'api', path: 'api', port: 3001 }, { ...minimal.apps[0], name: 'web', path: 'web', port: 3002 }] });

describe('the app of a worker', () => {
  it('is the only one', () => assert.equal(appNamed(one, undefined), one.apps[0]));
  it('is the one that is named', () => assert.equal(appNamed(two, 'web'), two.apps[1]));
  it('must be named where there are several', () => assert.deepEqual(refusal(() => appNamed(two, undefined)), ['there are several apps: api, web. Say which one is meant with --app NAME']));
  it('must be there', () => assert.deepEqual(refusal(() => appNamed(two, 'nope')), ['--app nope: there is no such app. Choose one of api, web']));
  it('must be there even where there is only one', () => assert.match(refusal(() => appNamed(one, 'nope'))[0]!, /no such app\. Choose one of app/u));
});

describe('one worker more', () => {
  it('stands behind the others, uses what its app uses, and changes nothing else', () => {
    const brief = addWorker(one, one.apps[0]!, mailer);
    assert.deepEqual(brief, { ...one, apps: [{ ...one.apps[0]!, workers: [...one.apps[0]!.workers, { ...mailer, uses: ['postgres', 'redis'] }] }] });
  });
  it('belongs to its app alone', () => {
    const brief = addWorker(two, two.apps[1]!, mailer);
    assert.deepEqual(brief.apps.map(({ workers }) => workers.map(({ name }) => name)), [[], ['mailer']]);
  });
  it('is a brief that can be saved and read again', () => {
    const brief = addWorker(one, one.apps[0]!, mailer);
    assert.deepEqual(parseBrief(JSON.parse(JSON.stringify(brief)), 'saved'), JSON.parse(JSON.stringify(brief)));
  });
  it('leaves a pattern without workers for the simplest that has them', () => {
    const alone = briefOf({ pattern: 'monolith' });
    assert.equal(alone.pattern, 'monolith');
    assert.equal(addWorker(alone, alone.apps[0]!, mailer).pattern, 'web');
  });
  it('keeps a pattern that has workers', () => assert.equal(addWorker(one, one.apps[0]!, mailer).pattern, one.pattern));
  it('keeps the command for development', () => {
    const brief = addWorker(one, one.apps[0]!, { ...mailer, development: ['node', '--watch', 'mailer.js'] });
    assert.deepEqual(brief.apps[0]!.workers.at(-1)!.development, ['node', '--watch', 'mailer.js']);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a name that is taken', 'worker', /"worker" is taken/u],
    ['a name with spaces', 'My Mailer', /cannot name images and services.*"my-mailer"/u],
    ['an empty name', '', /cannot name/u],
    ['a name that is a path', '../x', /cannot name/u],
  ];
  for (const [what, name, message] of refused) {
    it(`cannot have ${what}`, () => assert.match(refusal(() => addWorker(one, one.apps[0]!, { ...mailer, name })).join('\n'), message));
  }
  it('may be called like a service, because its own name ends differently', () => assert.equal(addWorker(one, one.apps[0]!, { ...mailer, name: 'redis' }).apps[0]!.workers.at(-1)!.name, 'redis'));
  it('cannot be what ends in a taken name', () => {
    const brief = addWorker(one, one.apps[0]!, mailer);
    assert.match(refusal(() => addWorker(brief, brief.apps[0]!, { ...mailer, name: 'mailer-worker' })).join('\n'), /"mailer-worker" is taken/u);
  });
  it('cannot run nothing', () => assert.match(refusal(() => addWorker(one, one.apps[0]!, { name: 'mailer', command: [] })).join('\n'), /worker mailer: apps\.0\.workers\.1\.command/u));
});
