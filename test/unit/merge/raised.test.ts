import assert from 'node:assert/strict';
import { decideFile } from '../../../lib/merge/decide.js';

const file = (tag: string): string => `services:\n  db:\n    image: postgres:${tag}\n`;
const decided = (yours: string, base: string, proposal: string) =>
  decideFile({ path: 'docker-compose.yml', content: file(proposal), ownership: 'whole' }, file(yours), file(base));

describe('an image tag that both sides raised', () => {
  it('is the higher one, and is named where it is ours', () => {
    const { action, content, details } = decided('18.7-trixie', '18.6-trixie', '18.8-trixie');
    assert.deepEqual([action, content, details], ['merge', file('18.8-trixie'), ['services.db.image: postgres:18.8-trixie']]);
  });

  it('is the higher one, and is named where it is yours', () => {
    const { action, content, details } = decided('18.9-trixie', '18.6-trixie', '18.8-trixie');
    assert.deepEqual([action, content, details], ['same', file('18.9-trixie'), ['services.db.image: postgres:18.9-trixie']]);
  });

  it('is not named where only one side raised it', () => {
    assert.deepEqual(decided('18.6-trixie', '18.6-trixie', '18.8-trixie').details, []);
    assert.deepEqual(decided('18.9-trixie', '18.6-trixie', '18.6-trixie').details, []);
  });
});
