import assert from 'node:assert/strict';
import { proxies, technologies } from '../../lib/catalog/registry.js';
import { describe as understand } from '../../lib/discovery/description.js';
import { frameworkWords, patternWords, proxyWords, stackWords, technologyWords } from '../../lib/discovery/description/words.js';
import { patterns } from '../../lib/patterns/registry.js';
import { stacks } from '../../lib/stacks/registry.js';

/** Ids that no words stand for. */
const wordless = (ids: readonly { readonly id: string }[], table: Readonly<Record<string, unknown>>): readonly string[] => ids.map(({ id }) => id).filter((id) => table[id] === undefined);

describe('words of descriptions', () => {
  it('are there for everything that can be chosen', () => {
    assert.deepEqual(wordless(technologies, technologyWords), []);
    assert.deepEqual(wordless(proxies, proxyWords), []);
    assert.deepEqual(wordless(patterns, patternWords), []);
    assert.deepEqual(wordless(stacks, stackWords), []);
    for (const { id, frameworks } of stacks) assert.deepEqual(wordless(frameworks, frameworkWords[id] ?? {}), [], id);
  });

  it('would be caught missing', () => assert.deepEqual(wordless([{ id: 'oracle' }], technologyWords), ['oracle']));

  it('are folded: lower case, without accents and empty phrases', () => {
    for (const table of [technologyWords, proxyWords, patternWords, ...Object.values(stackWords), ...Object.values(frameworkWords)]) {
      for (const [id, phrases] of Object.entries(table)) assert.ok(phrases === phrases.toLowerCase() && !/\p{M}|^\||\|\||\|$/u.test(phrases.normalize('NFD')), id);
    }
  });

  it('lead to their technology by title and by each phrase', () => {
    for (const { id, title } of technologies) {
      for (const phrase of [title, ...technologyWords[id]!.split('|').filter((each) => !each.startsWith('~'))]) {
        assert.deepEqual(understand(`An application with ${phrase}`, stacks).services.map(({ value }) => value), [id], phrase);
      }
    }
    for (const { id, title } of proxies) assert.equal(understand(`An application behind ${title}`, stacks).proxy?.value, id, title);
  });

  it('lead to their stack by title, and to each framework by each phrase', () => {
    for (const { id, title } of stacks.filter(({ title }) => !/,| and /u.test(title))) assert.equal(understand(`A backend in ${title}`, stacks).apps[0]?.stack, id, title);
    for (const [stack, table] of Object.entries(frameworkWords)) {
      for (const [id, phrases] of Object.entries(table)) {
        for (const phrase of phrases.split('|')) {
          const name = phrase.replace('~', '');
          const [app] = understand(`Written with ${name.charAt(0).toUpperCase()}${name.slice(1)} API`, stacks).apps;
          assert.equal(app?.framework, id, `${stack}: ${phrase}`);
        }
      }
    }
  });
});
