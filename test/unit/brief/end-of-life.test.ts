import assert from 'node:assert/strict';
import { endedVersions } from '../../../lib/brief/end-of-life.js';
import { briefOf, briefWithApp } from '../../support/briefs.js';

const said = (version: string, day: string): readonly string[] => endedVersions(briefWithApp({ version }), day).map(({ message, help }) => `${message}. ${help}`);

describe('a server that has ended', () => {
  const ofServices = (services: readonly string[]) => endedVersions(briefOf({ services }), '2026-11-24').map(({ message, help }) => `${message}. ${help}`);
  it('is said with its date, and what has to be done first', () => {
    assert.deepEqual(ofServices(['postgres:14-alpine']), ['PostgreSQL 14-alpine has had no security fixes since 2026-11-12; it is used because the project asks for it. Move to PostgreSQL 18.6: back up first, its data has to be taken along']);
  });
  it('is none of our choice, nor one that is supported', () => assert.deepEqual(ofServices(['postgres:16', 'redis']), []));
});

describe('a runtime that has ended', () => {
  it('is said with its date and the way out', () => {
    assert.deepEqual(said('20', '2026-11-24'), ['Node.js 20 has had no security fixes since 2026-04-30; it is used because the project asks for it. Move to Node.js 26']);
  });
  it('is none before that day, nor for lines that nobody knows', () => {
    assert.deepEqual([said('20', '2026-04-30'), said('26', '2026-11-24'), said('99', '2030-01-01')], [[], [], []]);
  });
  it('is said of a line that ends after the tables were made', () => assert.equal(said('26', '2029-05-01').length, 1));
});
