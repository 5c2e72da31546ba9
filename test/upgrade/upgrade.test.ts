import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideFile } from '../../lib/merge/decide.js';
import type { Action, Decision } from '../../lib/merge/decide.js';
import { readTree } from '../support/folders.js';

/** One story of a user's: what was written first, what they made of it, what would be written now, and what must be there then. */
interface Story {
  readonly story: string;
  readonly actions: Readonly<Record<string, Action>>;
}

const cases = join(import.meta.dirname, 'cases');
const listed: ReadonlySet<string> = new Set(['.gitignore', '.dockerignore', '.gitattributes', '.env.example']);
const storyOf = (name: string): Story => JSON.parse(readFileSync(join(cases, name, 'story.json'), 'utf8')) as Story;
const side = (name: string, folder: string): Readonly<Record<string, string>> => (existsSync(join(cases, name, folder)) ? readTree(join(cases, name, folder)) : {});

/** What is on disk after a run in which nobody could be asked. */
const textAfter = ({ action, content, kept }: Decision, current: string | undefined): string | undefined =>
  action === 'create' || action === 'update' || action === 'merge' ? content : action === 'conflict' ? (kept ?? current) : current;

describe('upgrade', () => {
  const names = readdirSync(cases).toSorted();
  for (const name of names) {
    const { story, actions } = storyOf(name);
    it(`${name}: ${story}`, () => {
      const [base, yours, proposal, expected] = [side(name, 'base'), side(name, 'yours'), side(name, 'new'), side(name, 'expected')];
      const decisions = Object.entries(proposal).map(([path, content]) => decideFile({ path, content, ownership: listed.has(path) ? 'entries' : 'whole' }, yours[path], base[path]));
      assert.deepEqual(Object.fromEntries(decisions.map(({ path, action }) => [path, action])), actions);
      for (const decision of decisions) assert.equal(textAfter(decision, yours[decision.path]), expected[decision.path], decision.path);
    });
  }

  it('has a story for everything that can happen to a file that is there', () => {
    const seen = new Set(names.flatMap((name) => Object.values(storyOf(name).actions)));
    assert.deepEqual(seen, new Set<Action>(['same', 'update', 'merge', 'conflict', 'deleted', 'unreadable']));
  });
});
